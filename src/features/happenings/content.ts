import { mediaByIds } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import { learnWords } from "#platform/words/known-words.ts";
import type { ArtefactContent, HappeningContent } from "./tables.ts";

/** The content columns of a happening's own row. */
export function columnsOf(content: HappeningContent) {
  return {
    kind: content.kind,
    title: content.title,
    summary: content.summary,
    story: content.story,
    state_code: content.state,
    place: content.place,
    partnership: content.partnership,
    credit: content.credit,
    source_name: content.source.name,
    source_url: content.source.url,
    source_note: content.source.note,
    license: content.license,
  };
}

/** Lays the parts down that stand in tables of their own, in place of what was there. */
export async function writeParts(ctx: Ctx, happening: string, content: HappeningContent): Promise<void> {
  const states = [...new Set([content.state, ...content.alsoStates])];
  await ctx.db.deleteFrom("happening_states").where("happening", "=", happening).execute();
  await ctx.db
    .insertInto("happening_states")
    .values(states.map((state_code) => ({ happening, state_code })))
    .execute();
  await ctx.db.deleteFrom("happening_sectors").where("happening", "=", happening).execute();
  if (content.sectors.length > 0) {
    const rows = [...new Set(content.sectors)].map((sector) => ({ happening, sector }));
    await ctx.db.insertInto("happening_sectors").values(rows).execute();
  }
  await ctx.db.deleteFrom("happening_topics").where("happening", "=", happening).execute();
  if (content.topics.length > 0) {
    const rows = [...new Set(content.topics)].map((topic) => ({ happening, topic }));
    await ctx.db.insertInto("happening_topics").values(rows).execute();
  }
  await ctx.db.deleteFrom("artefacts").where("happening", "=", happening).execute();
  if (content.artefacts.length > 0) {
    await ctx.db
      .insertInto("artefacts")
      .values(content.artefacts.map((artefact, index) => artefactRow(happening, artefact, index + 1)))
      .execute();
  }
}

function artefactRow(happening: string, artefact: ArtefactContent, position: number) {
  return {
    id: artefact.id,
    happening,
    position,
    kind: artefact.kind,
    title: artefact.title,
    note: artefact.note,
    media: artefact.media,
    url: artefact.url,
    transcript: artefact.transcript,
    transcript_promised: artefact.transcriptPromised,
    transcript_note: artefact.transcriptNote,
  };
}

/** The newest version's content with its number; undefined where there is no such happening. */
export async function contentOf(
  ctx: Ctx,
  happening: string,
): Promise<{ content: HappeningContent; version: number } | undefined> {
  const row = await ctx.db
    .selectFrom("happening_versions")
    .select(["content", "number"])
    .where("happening", "=", happening)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { content: row.content, version: row.number };
}

/** The files that belong to a content, in its order. */
export async function mediaOf(ctx: Ctx, content: HappeningContent) {
  return mediaByIds(
    ctx,
    content.artefacts.flatMap((artefact) => artefact.media ?? []),
  );
}

/** Makes the words of what readers can find known, names of documents included, so that a mistyped one can be guessed. */
export async function learnContent(ctx: Ctx, content: HappeningContent): Promise<void> {
  const { title, summary, story, partnership, place, credit, artefacts } = content;
  const names = (await mediaOf(ctx, content)).map((file) => file.name);
  const titles = artefacts.map((artefact) => artefact.title);
  await learnWords(ctx, [title, summary, story, partnership, place, credit, ...titles, ...names].join(" "));
}
