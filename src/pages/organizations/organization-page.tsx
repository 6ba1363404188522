import { httpUrl } from "#base/brands.ts";
import { ORGANIZATION_KIND_WORDS, type Organization } from "#features/organizations/public.ts";
import { PartsTable, type PublicPart } from "#features/partnerships/public.ts";
import { stateByCode } from "#features/places/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ExternalLink } from "#ui/external-link.tsx";
import { PageHead, Section } from "#ui/layout.tsx";

export interface OrganizationPageProps {
  organization: Organization;
  /** What it does in which partnership. */
  parts: PublicPart[];
  /** For editors: where its facts are changed. */
  deskHref?: string;
}

export function OrganizationPage({ organization, parts, deskHref }: OrganizationPageProps) {
  const { name, kind, stateCode, place, alsoKnownAs, source } = organization;
  const state = stateCode ? stateByCode(stateCode) : undefined;
  const link = organization.url ? httpUrl(organization.url) : undefined;
  return (
    <>
      <PageHead
        title={name}
        trail={[{ href: "/organizations", label: "Organizations" }]}
        meta={<span>{ORGANIZATION_KIND_WORDS[kind].one}</span>}
        {...(deskHref
          ? {
              actions: (
                <ButtonLink href={deskHref} look="quiet">
                  Change
                </ButtonLink>
              ),
            }
          : {})}
      />
      <DefinitionList
        beside
        entries={[
          { term: "Also known as", value: alsoKnownAs.join(", ") || undefined },
          {
            term: "Where",
            value:
              place || state ? (
                <>
                  {place}
                  {place && state ? ", " : ""}
                  {state && <a href={`/organizations?state=${state.code}`}>{state.name}</a>}
                </>
              ) : undefined,
          },
          {
            term: "Website",
            value: link && (
              <ExternalLink href={link}>{new URL(link).hostname.replace(/^www\./, "")}</ExternalLink>
            ),
          },
          { term: "Source of these facts", value: source || undefined },
        ]}
      />
      <Section title="The partnerships it serves">
        {parts.length === 0 ? (
          <p>No partnership here names {name} yet.</p>
        ) : (
          <PartsTable parts={parts} caption={`Partnerships that name ${name}`} />
        )}
      </Section>
    </>
  );
}
