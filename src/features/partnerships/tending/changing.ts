import { Conflict, NotFound } from "#base/surprises.ts";
import { holdersOf } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import type { PartnershipContent } from "../content.ts";
import { revisePartnership } from "../writing.ts";
import { contentAt, type Tended, tendedFrom } from "./queries.ts";

export interface PageChange {
  /** The version that the form began with. */
  version: number;
  /** What the form showed of a content: only where that changed meanwhile is there a conflict. */
  part: (content: PartnershipContent) => unknown;
  /** Works in the transaction that saves, on the newest content. */
  change: (ctx: Ctx, content: PartnershipContent) => Promise<PartnershipContent> | PartnershipContent;
  /** What changed, for the list of versions. */
  note: string;
}

/**
 * Saves one section of a page as the next version. Two people who work on different sections do not disturb each other.
 *
 * @returns the newest version's number, the same as before when nothing changed
 * @throws Conflict when somebody saved the same section since `version`
 */
export async function changePage(ctx: Ctx, id: string, given: PageChange): Promise<number> {
  return transact(ctx, async (ctx) => {
    const now = await lockTended(ctx, id);
    if (now.version !== given.version) {
      const base = await contentAt(ctx, id, given.version);
      if (!base || !same(given.part(base), given.part(now.content)))
        throw new Conflict("Somebody else has saved this section since you opened it.");
    }
    const content = await given.change(ctx, now.content);
    if (same(content, now.content)) return now.version;
    return revisePartnership(ctx, id, {
      content,
      version: now.version,
      onBehalfOf: await standsInFor(ctx, id),
      note: given.note,
    });
  });
}

/** The row, locked until the transaction ends, so that two deeds come one after the other. @throws NotFound */
export async function lockTended(ctx: Ctx, id: string): Promise<Tended> {
  const row = await ctx.db
    .selectFrom("partnerships")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return tendedFrom(row);
}

/** Whom the actor edits for, in words: an assistant for the champion. Empty for whoever stands for themselves. */
export async function standsInFor(ctx: Ctx, partnership: string): Promise<string> {
  const { actor } = ctx;
  if (actor.kind !== "person") return "";
  const holders = await holdersOf(ctx, [partnership], ["partnership-editor"]);
  return holders.find(({ person }) => person.id === actor.id)?.onBehalfOf ?? "";
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
