import { httpUrl } from "#base/brands.ts";
import { fileKind, fileSizeText } from "#base/file-kinds.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import { type MediaFile, mediaHref, Picture } from "#features/media/public.ts";
import { StateStamp, stateByCode } from "#features/places/public.ts";
import { Chip } from "#ui/chip.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ExternalLink } from "#ui/external-link.tsx";
import { Icon } from "#ui/icon.tsx";
import { Prose } from "#ui/prose.tsx";
import { ARTEFACT_WORDS, KIND_WORDS } from "../../kinds.ts";
import type { ArtefactContent, HappeningContent } from "../../tables.ts";
import type { Named } from "../comparing.ts";

export interface ContentViewProps {
  content: HappeningContent;
  named: Named;
  siteUrl: string;
}

/** A content with everything that readers will see of it, published or not. */
export function ContentView({ content, named, siteUrl }: ContentViewProps) {
  const sectors = content.sectors.flatMap((id) => named.sectors.get(id) ?? []);
  const topics = content.topics.flatMap((id) => named.topics.get(id) ?? []);
  const others = content.alsoStates.map((code) => stateByCode(code)?.name ?? code.toUpperCase());
  return (
    <article class="as-read stack">
      <div class="as-read-head">
        <StateStamp code={content.state} hue={sectors[0]?.hue} under={content.place || undefined} />
        <div class="stack">
          <p class="card-meta">
            <span>{KIND_WORDS[content.kind].name}</span>
            {sectors.map(({ name, icon, hue }) => (
              <Chip label={name} icon={icon} hue={hue} />
            ))}
          </p>
          <h2>{content.title}</h2>
          {content.summary && <p class="lede">{content.summary}</p>}
        </div>
      </div>
      <Prose html={renderMarkdown(content.story, { site: siteUrl })} />
      {content.artefacts.length > 0 && (
        <section class="stack">
          <h3>Documents and recordings</h3>
          <ul class="bare file-list">
            {content.artefacts.map((artefact) => (
              <Artefact
                artefact={artefact}
                file={artefact.media ? named.media.get(artefact.media) : undefined}
                siteUrl={siteUrl}
              />
            ))}
          </ul>
        </section>
      )}
      <DefinitionList
        beside
        entries={[
          { term: "Partnership", value: content.partnership },
          { term: "Also about", value: others.join(", ") },
          { term: "Topics", value: topics.map(({ name }) => name).join(", ") },
          { term: "Credit", value: content.credit },
          { term: "Source", value: <Source {...content.source} /> },
          {
            term: "Use by others",
            value: content.license === "cc-by" ? "Creative Commons Attribution 4.0" : "To be read here",
          },
        ].filter(
          ({ term }) => term !== "Source" || content.source.name !== "" || content.source.url !== null,
        )}
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

function Artefact(props: { artefact: ArtefactContent; file: MediaFile | undefined; siteUrl: string }) {
  const { artefact, file } = props;
  const kind = file && fileKind(file.kind);
  const href = artefact.url ? httpUrl(artefact.url) : undefined;
  const words = ARTEFACT_WORDS[artefact.kind];
  return (
    <li>
      <Icon name={words.icon} />
      {file ? (
        <a href={mediaHref(file)}>{artefact.title}</a>
      ) : href ? (
        <ExternalLink href={href}>{artefact.title}</ExternalLink>
      ) : (
        <span>{artefact.title}</span>
      )}
      <p>
        {[words.name, kind?.label, file && fileSizeText(file.bytes), href && new URL(href).hostname]
          .filter(Boolean)
          .join(", ")}
      </p>
      {artefact.note && <p>{artefact.note}</p>}
      {file && kind?.isImage && (
        <div class="file-more">
          <Picture file={file} sizes="(min-width: 60rem) 30rem, 90vw" />
          {file.problem && <p>{file.problem}</p>}
        </div>
      )}
      {(artefact.transcript || artefact.transcriptPromised || artefact.transcriptNote) && (
        <div class="file-more">
          {artefact.transcript ? (
            <details>
              <summary>Transcript</summary>
              <Prose html={renderMarkdown(artefact.transcript, { site: props.siteUrl })} />
            </details>
          ) : (
            artefact.transcriptPromised && <p>A transcript is promised.</p>
          )}
          {artefact.transcriptNote && <p class="quiet-text">{artefact.transcriptNote}</p>}
        </div>
      )}
    </li>
  );
}
