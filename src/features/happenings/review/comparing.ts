import { fieldDifferences } from "#base/differences.ts";
import { type MediaFile, mediaByIds, mediaKey } from "#features/media/public.ts";
import { stateByCode } from "#features/places/public.ts";
import { type Sector, sectorsByIds } from "#features/sectors/public.ts";
import { type Topic, topicsByIds } from "#features/topics/public.ts";
import type { Ctx } from "#platform/context.ts";
import { ARTEFACT_WORDS, KIND_WORDS } from "../kinds.ts";
import type { ArtefactContent, HappeningContent } from "../tables.ts";
import { worksTheDesk } from "./access.ts";

/** What the ids in a content stand for. */
export interface Named {
  sectors: Map<string, Sector>;
  topics: Map<string, Topic>;
  media: Map<string, MediaFile>;
  /** Keys to files that are not public, for those who do not see them by being editors of the whole site. */
  keys: Map<string, string>;
}

/** One query at most, for the files. */
export async function namedIn(ctx: Ctx, ...contents: HappeningContent[]): Promise<Named> {
  const ids = contents.flatMap(({ artefacts }) => artefacts.flatMap(({ media }) => media ?? []));
  const files = await mediaByIds(ctx, [...new Set(ids)]);
  return {
    sectors: await sectorsByIds(
      ctx,
      contents.flatMap(({ sectors }) => sectors),
    ),
    topics: await topicsByIds(
      ctx,
      contents.flatMap(({ topics }) => topics),
    ),
    media: new Map(files.map((file) => [file.id, file])),
    keys: new Map(
      worksTheDesk(ctx)
        ? []
        : files
            .filter(({ visibility }) => visibility !== "public")
            .map(({ id }) => [id, mediaKey(ctx, id)] as const),
    ),
  };
}

const LABELS: Record<string, string> = {
  title: "Title",
  summary: "Summary",
  story: "Story",
  kind: "Kind",
  state: "State",
  alsoStates: "Other states",
  place: "Place",
  partnership: "Partnership",
  sectors: "Sectors",
  topics: "Topics",
  artefacts: "Documents and recordings",
  credit: "Credit",
  license: "Use by others",
  source: "Source",
};

/** What changed from one content to another, field by field, in words that an editor reads. */
export function contentDifferences(before: HappeningContent, after: HappeningContent, named: Named) {
  return fieldDifferences(inWords(before, named), inWords(after, named), LABELS);
}

function inWords(content: HappeningContent, { sectors, topics, media }: Named): Record<string, string> {
  const { source } = content;
  const nameOf = (all: Map<string, { name: string }>) => (id: string) =>
    all.get(id)?.name ?? "one that is gone";
  const stateName = (code: string) => stateByCode(code)?.name ?? code.toUpperCase();
  return {
    title: content.title,
    summary: content.summary,
    story: content.story,
    kind: KIND_WORDS[content.kind].name,
    state: stateName(content.state),
    alsoStates: content.alsoStates.map(stateName).sort().join(", "),
    place: content.place,
    partnership: content.partnership,
    sectors: content.sectors.map(nameOf(sectors)).sort().join(", "),
    topics: content.topics.map(nameOf(topics)).sort().join(", "),
    artefacts: content.artefacts.map((artefact) => artefactWords(artefact, media)).join("\n\n"),
    credit: content.credit,
    license: content.license === "cc-by" ? "Others may use it, naming where it is from" : "To be read here",
    source: [source.name, source.url, source.note].filter(Boolean).join("\n"),
  };
}

function artefactWords(artefact: ArtefactContent, media: Map<string, MediaFile>): string {
  const file = artefact.media ? media.get(artefact.media) : undefined;
  const recorded = artefact.transcript
    ? `Transcript: ${artefact.transcript.replace(/\n\s*\n/g, "\n")}`
    : artefact.transcriptPromised
      ? "A transcript is promised."
      : "";
  return [
    `${ARTEFACT_WORDS[artefact.kind].name}: ${artefact.title}`,
    file ? `File: ${file.name}` : "",
    artefact.url ?? "",
    artefact.note,
    recorded,
    artefact.transcriptNote,
  ]
    .filter(Boolean)
    .join("\n");
}
