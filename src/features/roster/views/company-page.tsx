import type { Problems } from "#base/outcome.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choice-fields.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { nameOrAddress } from "../names.ts";
import { companiesPath, contactPath, peoplePath } from "../paths.ts";
import type { Company, Contact } from "../queries.ts";
import { COMPANY_SIZES, SIDE_WORDS, SIDES, STANDING_WORDS } from "../standings.ts";

export interface CompanyPageProps {
  workspace: Workspace;
  company: Company;
  people: Contact[];
  values: FormValues;
  theirs: FormValues | undefined;
  problems: Problems;
  saved: boolean;
}

/** A company on the roster: its people, and what is known of it. */
export function CompanyPage(props: CompanyPageProps) {
  const { workspace, company, people, values, theirs, problems, saved } = props;
  const { slug } = workspace;
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <PageHead
        title={company.name}
        trail={tableTrail(
          workspace,
          { href: peoplePath(slug), label: "People" },
          { href: companiesPath(slug), label: "Companies" },
        )}
        meta={
          <>
            <span>{SIDE_WORDS[company.side].one}</span>
            {company.organization && <span>In the network’s directory</span>}
          </>
        }
      />
      {saved && <Notice tone="success" title="What you changed is saved" live />}
      {saved && <TypedSent name={`roster-company-${company.id}-${company.version - 1}`} />}
      <ErrorSummary problems={problems} />
      {theirs && (
        <StaleNotice
          fields={[
            ["name", "Name"],
            ["place", "Place"],
            ["note", "Your team’s note"],
          ].map(([name, label]) => ({
            label: label!,
            theirs: textOf(theirs, name!),
            yours: textOf(values, name!),
          }))}
        />
      )}
      <WithAside
        label="Its people"
        aside={
          <AsideBlock title="Its people">
            {people.length === 0 ? (
              <p>Nobody of it is on the roster now.</p>
            ) : (
              <ul class="bare">
                {people.map((one) => (
                  <li>
                    <a href={contactPath(slug, one.id)}>{nameOrAddress(one)}</a>
                    <span class="quiet-text"> {STANDING_WORDS[one.standing]}</span>
                  </li>
                ))}
              </ul>
            )}
          </AsideBlock>
        }
      >
        <Form
          action={companiesPath(slug, company.id)}
          keep={`roster-company-${company.id}-${textOf(values, "version")}`}
          guard
        >
          <Hidden name="version" value={textOf(values, "version")} />
          <TextField {...field("name")} label="Name" />
          <RadioGroup
            {...field("side")}
            label="It is"
            options={SIDES.map((value) => ({
              value,
              label: value === "business" ? "A business" : "A support partner",
            }))}
          />
          <TextField {...field("place")} label="Place" optional />
          <Select
            {...field("size")}
            label="People who work there"
            blank="Not known"
            options={COMPANY_SIZES.map((value) => ({ value, label: value }))}
            optional
          />
          <TextArea {...field("note")} label="Your team’s note" rows={3} most={2_000} optional />
          <Buttons>
            <Button>Save</Button>
          </Buttons>
        </Form>
      </WithAside>
    </>
  );
}
