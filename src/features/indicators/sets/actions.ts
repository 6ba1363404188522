import { done, hasProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { slugify } from "#base/slug.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { type Indicator, SetContent, type SetDraft } from "../content.ts";
import type { IndicatorCommand, SetCommand } from "./forms.ts";
import { currentSet, draftSet, type IndicatorSet } from "./queries.ts";
import { withWordings } from "./rules.ts";

const EMPTY: SetContent = {
  introduction: "",
  levelNames: ["Not yet", "Beginning", "Mostly there", "Second nature"],
  indicators: [],
};

/** Begins a draft of the next version from the set that is asked today; with one begun already, nothing happens. */
export async function beginDraft(ctx: Ctx): Promise<void> {
  await transact(ctx, async (ctx) => {
    const current = await currentSet(ctx);
    const version = await nextVersion(ctx);
    const begun = await ctx.db
      .insertInto("indicator_sets")
      .values({
        version,
        name: current?.name ?? "Indicators",
        note: "",
        source: current?.source ?? "",
        content: JSON.stringify(current?.content ?? EMPTY),
        state: "draft",
        created_at: ctx.now,
        published_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("version")
      .executeTakeFirst();
    if (begun) await tellOf(ctx, "indicators.drafted", version);
  });
}

async function nextVersion(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom("indicator_sets")
    .select((all) => all.fn.max("version").as("last"))
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** @throws Conflict when somebody changed the draft since `revision` was read */
export async function changeSet(ctx: Ctx, command: SetCommand): Promise<void> {
  const { revision, name, introduction, note, source, levelNames } = command;
  await changeDraft(ctx, revision, ({ content }) => ({
    name,
    note,
    source,
    content: { ...content, introduction, levelNames },
  }));
}

/** @throws Conflict when somebody changed the draft since the command's revision was read */
export async function addIndicator(ctx: Ctx, { revision, ...words }: IndicatorCommand): Promise<string> {
  let id = "";
  await changeDraft(ctx, revision, ({ content, version }) => {
    id = freeId(words.title, content.indicators);
    const indicator = { ...words, id, wording: version, sameMeaning: false };
    return { content: { ...content, indicators: [...content.indicators, indicator] } };
  });
  return id;
}

function freeId(title: string, taken: readonly Indicator[]): string {
  const base = slugify(title).slice(0, 40).replace(/-+$/, "") || "indicator";
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.some((one) => one.id === id)) return id;
  }
}

/** @throws Conflict when somebody changed the draft since the command's revision was read */
export async function changeIndicator(
  ctx: Ctx,
  id: string,
  { revision, ...words }: IndicatorCommand,
): Promise<void> {
  await changeDraft(ctx, revision, ({ content }) => ({
    content: {
      ...content,
      indicators: content.indicators.map((one) => (one.id === id ? { ...one, ...words } : one)),
    },
  }));
}

export async function removeIndicator(ctx: Ctx, id: string, revision: number): Promise<void> {
  await changeDraft(ctx, revision, ({ content }) => ({
    content: { ...content, indicators: content.indicators.filter((one) => one.id !== id) },
  }));
}

export async function moveIndicator(
  ctx: Ctx,
  id: string,
  { revision, direction }: { revision: number; direction: "up" | "down" },
): Promise<void> {
  await changeDraft(ctx, revision, ({ content }) => {
    const indicators = [...content.indicators];
    const from = indicators.findIndex((one) => one.id === id);
    const to = direction === "up" ? from - 1 : from + 1;
    if (from >= 0 && to >= 0 && to < indicators.length)
      indicators.splice(to, 0, ...indicators.splice(from, 1));
    return { content: { ...content, indicators } };
  });
}

type Change = { name?: string; note?: string; source?: string; content: SetDraft };

async function changeDraft(
  ctx: Ctx,
  revision: number,
  change: (draft: IndicatorSet) => Change,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const draft = await draftSet(ctx);
    if (!draft) throw new NotFound("There is no draft of the indicators any more.");
    const { content, ...columns } = change(draft);
    const row = await ctx.db
      .updateTable("indicator_sets")
      .set({
        ...columns,
        content: JSON.stringify(SetContent.parse(content)),
        revision: revision + 1,
      })
      .where("version", "=", draft.version)
      .where("state", "=", "draft")
      .where("revision", "=", revision)
      .returning("version")
      .executeTakeFirst();
    if (!row)
      throw new Conflict("Somebody changed the draft since you opened this page. Nothing was overwritten.");
    await tellOf(ctx, "indicators.changed", draft.version);
  });
}

/** Throws the draft away; what is asked today stays. */
export async function dropDraft(ctx: Ctx): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .deleteFrom("indicator_sets")
      .where("state", "=", "draft")
      .returning("version")
      .executeTakeFirst();
    if (row) await tellOf(ctx, "indicators.draft-dropped", row.version);
  });
}

/**
 * Makes the draft the set that is asked from now on. The one before stays with all its answers, and assessments that
 * are open go on with the words they began with.
 */
export async function publishDraft(ctx: Ctx, revision: number): Promise<Outcome<number>> {
  return transact(ctx, async (ctx): Promise<Outcome<number>> => {
    const draft = await draftSet(ctx);
    if (!draft) throw new NotFound("There is no draft of the indicators any more.");
    const problems = whatIsMissing(draft);
    if (hasProblems(problems)) return refused(problems);
    const current = await currentSet(ctx);
    await ctx.db
      .updateTable("indicator_sets")
      .set({ state: "past" })
      .where("state", "=", "current")
      .execute();
    const row = await ctx.db
      .updateTable("indicator_sets")
      .set({
        state: "current",
        published_at: ctx.now,
        content: JSON.stringify(withWordings(draft.content, current?.content, draft.version)),
      })
      .where("version", "=", draft.version)
      .where("state", "=", "draft")
      .where("revision", "=", revision)
      .returning("version")
      .executeTakeFirst();
    if (!row)
      throw new Conflict(
        "Somebody changed the draft since you opened this page. Read it again before you publish it.",
      );
    await tellOf(ctx, "indicators.published", draft.version);
    return done(draft.version);
  });
}

function whatIsMissing({ version, note, content }: IndicatorSet): Problems {
  const problems: Problems = {};
  if (content.indicators.length === 0)
    problems[""] = ["Add at least one indicator before you publish the set."];
  if (version > 1 && note.trim() === "")
    problems.note = ["Say in a sentence what is new, for those who answered the version before."];
  return problems;
}

async function tellOf(ctx: Ctx, name: `indicators.${string}`, version: number): Promise<void> {
  await tell(ctx, {
    name,
    subject: { kind: "indicator-set", id: String(version) },
    particulars: { version },
  });
}

/** Puts a whole set in place as the one that is asked, for the starter content of a new site. */
export async function publishFirstSet(
  ctx: Ctx,
  given: { name: string; note: string; source: string; content: SetDraft },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const version = await nextVersion(ctx);
    await ctx.db
      .insertInto("indicator_sets")
      .values({
        version,
        name: given.name,
        note: given.note,
        source: given.source,
        content: JSON.stringify(withWordings(SetContent.parse(given.content), undefined, version)),
        state: "current",
        created_at: ctx.now,
        published_at: ctx.now,
      })
      .execute();
    await tellOf(ctx, "indicators.published", version);
  });
}
