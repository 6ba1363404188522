import { z } from "zod";
import { fileKind } from "#base/file-kinds.ts";
import { absoluteUrl, type Site } from "#base/site.ts";
import { mediaHref } from "#features/media/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { Topic } from "#features/topics/public.ts";
import { ARTEFACT_KINDS, KINDS, LICENSES } from "../kinds.ts";
import { happeningPath } from "./address.ts";
import { knownDate } from "./dates.ts";
import type { ListedHappening } from "./listing.ts";
import type { Story, StoryArtefact } from "./story.ts";

const ListedDocument = z
  .object({
    kind: z.enum(ARTEFACT_KINDS),
    title: z.string(),
    url: z.url().nullable().describe("Null where a document is only spoken of."),
  })
  .meta({ id: "ListedDocument" });

const listed = {
  url: z.url().describe("The page for readers; given once and kept."),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(KINDS),
  state: z.string().describe("Postal code, lower case."),
  place: z.string(),
  partnership: z.string(),
  sectors: z.array(z.string()).describe("Slugs."),
  published: z
    .string()
    .nullable()
    .describe("As much of the date as is known: 2018-12-15, 2018-12, 2018 or null."),
};

export const HappeningSummary = z
  .object({
    ...listed,
    api: z.url().describe("The whole of it, as JSON."),
    documents: z.array(ListedDocument),
  })
  .meta({ id: "HappeningSummary" });

const Document = z
  .object({
    kind: z.enum(ARTEFACT_KINDS),
    title: z.string(),
    note: z.string(),
    url: z.url().nullable().describe("Null where a document is only spoken of."),
    file: z
      .object({
        name: z.string(),
        type: z.string().describe("Media type."),
        bytes: z.number().int(),
        alt: z.string().nullable().describe("Of a picture: what it shows; empty when it only decorates."),
      })
      .nullable()
      .describe("For a file that is kept here; null for a link elsewhere."),
    transcript: z.string(),
    transcriptPromised: z.boolean(),
  })
  .meta({ id: "Document" });

export const HappeningAnswer = z
  .object({
    ...listed,
    story: z.string().describe("Restricted Markdown."),
    alsoStates: z.array(z.string()).describe("Postal codes of further states that it speaks of."),
    topics: z.array(z.string()).describe("Slugs."),
    credit: z.string(),
    source: z.object({ name: z.string(), url: z.url().nullable(), note: z.string() }),
    license: z
      .enum(LICENSES)
      .describe(
        "Of its documents. cc-by: use them and name whom `credit` names; as-shared: ask those who shared them.",
      ),
    changed: z.iso.datetime(),
    documents: z.array(Document),
  })
  .meta({ id: "Happening" });

interface Names {
  site: Site;
  sectors: ReadonlyMap<string, Sector>;
}

function basics(item: ListedHappening | Story, { site, sectors }: Names) {
  return {
    url: absoluteUrl(site, happeningPath(item)),
    title: item.title,
    summary: item.summary,
    kind: item.kind,
    state: item.state,
    place: item.place,
    partnership: item.partnership,
    sectors: item.sectors.flatMap((id) => sectors.get(id)?.slug ?? []).sort(),
    published: knownDate(item.at, item.precision, site.timeZone) ?? null,
  };
}

export function summaryAnswer(item: ListedHappening, names: Names): z.output<typeof HappeningSummary> {
  const { site } = names;
  return {
    ...basics(item, names),
    api: absoluteUrl(site, `/api/v1${happeningPath(item)}`),
    documents: item.artefacts.map(({ kind, title, url, media }) => ({
      kind,
      title,
      url: media ? absoluteUrl(site, mediaHref(media)) : url,
    })),
  };
}

export function happeningAnswer(
  story: Story,
  names: Names & { topics: ReadonlyMap<string, Topic> },
): z.output<typeof HappeningAnswer> {
  return {
    ...basics(story, names),
    story: story.story,
    alsoStates: story.alsoStates,
    topics: story.topics.flatMap((id) => names.topics.get(id)?.slug ?? []).sort(),
    credit: story.credit,
    source: story.source,
    license: story.license,
    changed: story.changedAt.toISOString(),
    documents: story.artefacts.map((artefact) => documentAnswer(artefact, names.site)),
  };
}

function documentAnswer(artefact: StoryArtefact, site: Site): z.output<typeof Document> {
  const { kind, title, note, url, file, transcript, transcriptPromised } = artefact;
  return {
    kind,
    title,
    note,
    url: file ? absoluteUrl(site, mediaHref(file)) : url,
    file: file && {
      name: file.name,
      type: fileKind(file.kind)?.mime ?? "application/octet-stream",
      bytes: file.bytes,
      alt: file.decorative ? "" : file.alt,
    },
    transcript,
    transcriptPromised,
  };
}
