import type { HttpUrl } from "#base/brands.ts";
import { fileKind, fileSizeText } from "#base/file-kinds.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import type { MediaFile } from "#features/media/public.ts";
import { ExternalLink } from "#ui/external-link.tsx";
import { Prose } from "#ui/prose.tsx";
import { ARTEFACT_WORDS } from "../../kinds.ts";
import type { HappeningContent } from "../../tables.ts";

export interface SentContentProps {
  content: HappeningContent;
  /** Its files, each with the address that opens it to the submitter. */
  files: { file: MediaFile; href: string }[];
  siteUrl: string;
}

/** The update as it stands now, after what the editors changed. */
export function SentContent({ content, files, siteUrl }: SentContentProps) {
  return (
    <details>
      <summary>Read it as it stands now</summary>
      <div class="stack">
        <p>
          <b>{content.summary}</b>
        </p>
        <Prose html={renderMarkdown(content.story, { site: siteUrl })} />
        {content.artefacts.length > 0 && (
          <ul>
            {content.artefacts.map(({ media, url, title, kind }) => {
              const found = files.find(({ file }) => file.id === media);
              return (
                <li>
                  {found && <StoredFile {...found} title={title} />}
                  {url !== null && <ExternalLink href={url as HttpUrl}>{title}</ExternalLink>}
                  {!found && url === null && title}
                  {", "}
                  {ARTEFACT_WORDS[kind].name.toLowerCase()}
                </li>
              );
            })}
          </ul>
        )}
        <p class="quiet-text">{content.credit}</p>
      </div>
    </details>
  );
}

function StoredFile({ file, href, title }: { file: MediaFile; href: string; title: string }) {
  return (
    <>
      <a href={href}>{title}</a> ({fileKind(file.kind)?.label}, {fileSizeText(file.bytes)})
      {file.problem && <span class="field-problem"> {file.problem}</span>}
    </>
  );
}
