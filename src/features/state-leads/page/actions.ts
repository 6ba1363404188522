import { Conflict, NotFound } from "#base/surprises.ts";
import { stateByCode } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { learnWords } from "#platform/words/known-words.ts";
import type { StateWords } from "../tables.ts";
import { wordsOfVersions } from "./queries.ts";

/**
 * Saves a state's words as the next version; readers see them at once.
 *
 * @param given.version the version that the writer had before their eyes; nought for a page that is not there yet
 * @returns the new version's number
 * @throws Conflict when somebody saved meanwhile; nothing is overwritten
 */
export async function saveStatePage(
  ctx: Ctx,
  code: string,
  given: { words: StateWords; note: string; version: number },
): Promise<number> {
  return transact(ctx, async (ctx) => {
    const next = await writeVersion(ctx, code, given);
    await tell(ctx, {
      name: "state-page.changed",
      subject: { kind: "state", id: code },
      particulars: { state: stateByCode(code)?.name ?? code, version: next },
    });
    return next;
  });
}

/** Makes an earlier version the newest again, as a version of its own. @throws Conflict, NotFound */
export async function restoreStatePage(
  ctx: Ctx,
  code: string,
  given: { restore: number; version: number },
): Promise<number> {
  return transact(ctx, async (ctx) => {
    const words = (await wordsOfVersions(ctx, code, [given.restore])).get(given.restore);
    if (!words) throw new NotFound("There is no such version.");
    const note = `Restored version ${given.restore}`;
    const next = await writeVersion(ctx, code, { words, note, version: given.version });
    await tell(ctx, {
      name: "state-page.restored",
      subject: { kind: "state", id: code },
      particulars: { state: stateByCode(code)?.name ?? code, restored: given.restore, version: next },
    });
    return next;
  });
}

async function writeVersion(
  ctx: Ctx,
  code: string,
  { words, note, version }: { words: StateWords; note: string; version: number },
): Promise<number> {
  const next = version + 1;
  const columns = {
    intro: words.intro,
    links: JSON.stringify(words.links),
    sources: JSON.stringify(words.sources),
    version: next,
    changed_at: ctx.now,
  };
  const row =
    version === 0
      ? await ctx.db
          .insertInto("state_pages")
          .values({ state_code: code, ...columns })
          .onConflict((conflict) => conflict.doNothing())
          .returning("version")
          .executeTakeFirst()
      : await ctx.db
          .updateTable("state_pages")
          .set(columns)
          .where("state_code", "=", code)
          .where("version", "=", version)
          .returning("version")
          .executeTakeFirst();
  if (!row) throw new Conflict("Somebody else has saved this page since you opened it.");
  const { actor } = ctx;
  await ctx.db
    .insertInto("state_page_versions")
    .values({
      state_code: code,
      number: next,
      content: JSON.stringify(words),
      note,
      at: ctx.now,
      by_person: actor.kind === "person" ? actor.id : null,
      by_name: actor.kind === "guest" ? "A visitor" : actor.name,
    })
    .execute();
  await learnWords(ctx, [words.intro, ...words.links.map(({ name }) => name)].join(" "));
  return next;
}
