import { httpUrl } from "#base/brands.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import { countyListWords, StateStamp, stateByCode } from "#features/places/public.ts";
import { Badge } from "#ui/chip.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ExternalLink } from "#ui/external-link.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { Prose } from "#ui/prose.tsx";
import { SourceList } from "#ui/source-list.tsx";
import type { Affiliate } from "../queries.ts";
import { KIND_WORDS, type ShownLead } from "../rules.ts";
import { LeadWords, spanWords } from "./leads.tsx";

/** One affiliate: what it is, since when, who leads it, and where that is known from. */
export function AffiliatePage({ affiliate, leads }: { affiliate: Affiliate; leads: ShownLead[] }) {
  const { name, kind, joinedOn, leftOn, summary, story, counties } = affiliate;
  const span = spanWords(joinedOn, leftOn);
  const [past, present] = [leads.filter(({ to }) => to !== null), leads.filter(({ to }) => to === null)];
  return (
    <WithAside label={`About ${name}`} aside={<About affiliate={affiliate} />}>
      <PageHead
        title={name}
        trail={[{ href: "/affiliates", label: "Affiliates" }]}
        meta={
          <>
            <Badge>{KIND_WORDS[kind].one}</Badge>
            {span && <span>With the model {span}</span>}
          </>
        }
        lede={summary}
      />
      {leftOn && (
        <Notice title="No longer an affiliate">
          <p>
            It left the network in the time told above. Its page stays, for what others can learn from it.
          </p>
        </Notice>
      )}
      {story && <Prose html={renderMarkdown(story)} />}
      {counties.length > 0 && (
        <Section title="Where it is">
          <p>{countyListWords(counties)}</p>
        </Section>
      )}
      <Leads title="Who leads" leads={present} />
      <Leads title="Who led before" leads={past} />
    </WithAside>
  );
}

function Leads({ title, leads }: { title: string; leads: ShownLead[] }) {
  if (leads.length === 0) return null;
  return (
    <Section title={title}>
      <ul class="bare plain-links">
        {leads.map((lead) => (
          <li>
            <LeadWords lead={lead} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function About({ affiliate }: { affiliate: Affiliate }) {
  const { stateCode, url, sources, joinedOn, leftOn } = affiliate;
  const state = stateCode ? stateByCode(stateCode) : undefined;
  const link = url ? httpUrl(url) : undefined;
  return (
    <>
      <StateStamp {...(state ? { code: state.code } : {})} size="poster" />
      <AsideBlock title="In short">
        <DefinitionList
          entries={[
            { term: "State", value: state && <a href={`/states/${state.code}`}>{state.name}</a> },
            { term: "With the model", value: spanWords(joinedOn, leftOn) || "Since when is not told" },
            {
              term: "Its own site",
              value: link && (
                <ExternalLink href={link}>{new URL(link).hostname.replace(/^www\./, "")}</ExternalLink>
              ),
            },
          ]}
        />
      </AsideBlock>
      {sources.length > 0 && (
        <AsideBlock title="Where this comes from">
          <SourceList sources={sources} />
        </AsideBlock>
      )}
    </>
  );
}
