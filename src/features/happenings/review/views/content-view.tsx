import { httpUrl } from "#base/brands.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import { StateStamp, stateByCode } from "#features/places/public.ts";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ExternalLink } from "#ui/external-link.tsx";
import { Prose } from "#ui/prose.tsx";
import { KIND_WORDS } from "../../kinds.ts";
import { Documents } from "../../reading/views/documents.tsx";
import { hueOf, SectorChips } from "../../reading/views/sector-chips.tsx";
import type { HappeningContent } from "../../tables.ts";
import type { Named } from "../comparing.ts";

export interface ContentViewProps {
  content: HappeningContent;
  named: Named;
  siteUrl: string;
}

/** A content with everything that readers will see of it, made of the same parts as its page. */
export function ContentView({ content, named, siteUrl }: ContentViewProps) {
  const sectors = content.sectors.flatMap((id) => named.sectors.get(id) ?? []);
  const topics = content.topics.flatMap((id) => named.topics.get(id) ?? []);
  const others = content.alsoStates.flatMap((code) => stateByCode(code)?.name ?? []);
  const { source } = content;
  const artefacts = content.artefacts.map((artefact) => ({
    ...artefact,
    file: (artefact.media && named.media.get(artefact.media)) || null,
  }));
  return (
    <article class="as-read">
      <header class="as-read-head">
        <StateStamp code={content.state} hue={hueOf(sectors)} under={content.place || undefined} />
        <div>
          <p class="card-meta">
            <SectorChips sectors={sectors} all />
            <span>{KIND_WORDS[content.kind].name}</span>
          </p>
          <h2>{content.title}</h2>
          {content.summary && <p class="lede">{content.summary}</p>}
        </div>
      </header>
      <Prose html={renderMarkdown(content.story, { site: siteUrl })} />
      <Documents story={{ artefacts, license: content.license }} keys={named.keys} />
      <DefinitionList
        beside
        entries={[
          { term: "Partnership", value: content.partnership },
          { term: "People", value: content.credit },
          { term: "Also about", value: others.join(", ") },
          { term: "Topics", value: topics.map(({ name }) => name).join(", ") },
          {
            term: "Where it comes from",
            value: source.name || source.url ? <Source {...source} /> : undefined,
          },
        ]}
      />
    </article>
  );
}

function Source({ name, url, note }: HappeningContent["source"]) {
  const href = url ? httpUrl(url) : undefined;
  return (
    <>
      {href ? <ExternalLink href={href}>{name || href}</ExternalLink> : name}
      {note && <p class="quiet-text">{note}</p>}
    </>
  );
}
