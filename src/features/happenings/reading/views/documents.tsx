import type { Child } from "hono/jsx";
import { httpUrl } from "#base/brands.ts";
import { fileKind, fileSizeText } from "#base/file-kinds.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import { isPicture, mediaHref, Picture } from "#features/media/public.ts";
import { FileList, type FileRow } from "#ui/files.tsx";
import { Prose } from "#ui/prose.tsx";
import { ARTEFACT_WORDS } from "../../kinds.ts";
import { DOCUMENTS } from "../address.ts";
import type { Story, StoryArtefact } from "../story.ts";

/** The artefacts of a happening, right under its story. Nothing where it has none. */
export function Documents(props: {
  story: Pick<Story, "artefacts" | "license">;
  /** Keys to files that are not public yet, by the file's id. */
  keys?: ReadonlyMap<string, string>;
}) {
  const { story, keys } = props;
  const { artefacts, license } = story;
  if (artefacts.length === 0) return null;
  const here = artefacts.filter(({ file, url }) => file || url).length;
  const files = artefacts.filter(({ file }) => file).length;
  return (
    <section id={DOCUMENTS}>
      <h2>{here > 0 ? "The documents themselves" : "Documents it tells of"}</h2>
      <FileList files={artefacts.map((artefact) => rowOf(artefact, keys?.get(artefact.file?.id ?? "")))} />
      {files > 0 && <p class="small quiet-text license">{LICENSE_WORDS[license]}</p>}
    </section>
  );
}

const LICENSE_WORDS = {
  "cc-by": (
    <>
      Yours to copy, change and pass on, as long as you name who made them (
      <a href="https://creativecommons.org/licenses/by/4.0/" rel="license external noopener">
        CC BY 4.0
      </a>
      ).
    </>
  ),
  "as-shared": "Shared for reading. Ask whoever made them before you use them in another way.",
};

function rowOf(artefact: StoryArtefact, key: string | undefined): FileRow {
  const { file, title, kind } = artefact;
  const url = artefact.url ? httpUrl(artefact.url) : undefined;
  return {
    label: title,
    icon: ARTEFACT_WORDS[kind].icon,
    href: file ? mediaHref(file, { key }) : url,
    external: !file && url !== undefined,
    note: [whatItIs(artefact), artefact.note].filter(Boolean).join(". "),
    more: moreOf(artefact, key),
  };
}

function whatItIs({ file, url, kind }: StoryArtefact): string {
  const name = ARTEFACT_WORDS[kind].name;
  if (file) return `${fileKind(file.kind)?.label ?? name}, ${fileSizeText(file.bytes)}`;
  const address = url ? httpUrl(url) : undefined;
  return address ? `${name} on ${new URL(address).hostname.replace(/^www\./, "")}` : "";
}

function moreOf(artefact: StoryArtefact, key: string | undefined): Child | undefined {
  const { file, transcript, transcriptPromised, transcriptNote, title } = artefact;
  const parts: Child[] = [];
  if (file && isPicture(file))
    parts.push(<Picture file={file} mediaKey={key} sizes="(min-width: 60rem) 40rem, 90vw" />);
  if (file?.kind === "mp3")
    // biome-ignore lint/a11y/useMediaCaption: its transcript stands below as text
    parts.push(<audio controls preload="none" src={mediaHref(file, { key })} aria-label={title} />);
  if (transcript.trim() !== "") {
    parts.push(
      <details class="transcript">
        <summary>Transcript of “{title}”</summary>
        <Prose html={renderMarkdown(transcript)} />
      </details>,
    );
  } else if (transcriptPromised) {
    parts.push(<p>A transcript is promised and will stand here.</p>);
  }
  if (transcriptNote) parts.push(<p>{transcriptNote}</p>);
  return parts.length > 0 ? parts : undefined;
}
