import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { type Contact, contactById, contactsByIds } from "./queries.ts";
import { isFurther, type Standing } from "./standings.ts";
import { tellOf } from "./telling.ts";
import "./tables.ts";

/**
 * Takes people further on their way because of something that happened; nobody is taken back, and who stands there
 * already is left alone.
 *
 * @param word why, such as "Came to the launch meeting"
 */
export async function moveFurther(
  ctx: Ctx,
  partnership: string,
  ids: readonly string[],
  to: Standing,
  word: string,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const moving = (await contactsByIds(ctx, partnership, ids)).filter(({ standing }) =>
      isFurther(standing, to),
    );
    if (moving.length === 0) return;
    const movingIds = moving.map(({ id }) => id);
    await ctx.db
      .updateTable("roster_contacts")
      .set({ standing: to, changed_at: ctx.now })
      .where("id", "in", movingIds)
      .execute();
    await noteMoves(ctx, movingIds, to, word);
  });
}

/** Says by hand how far somebody has come, or that they left. @throws NotFound */
export async function setStanding(
  ctx: Ctx,
  partnership: string,
  id: string,
  standing: Standing,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const before = await lockContact(ctx, partnership, id);
    if (before.standing === standing) return;
    await ctx.db
      .updateTable("roster_contacts")
      .set({ standing, version: before.version + 1, changed_at: ctx.now })
      .where("id", "=", id)
      .execute();
    await noteMoves(ctx, [id], standing, "");
    await tellOf(ctx, "roster.contact-moved", partnership, { contact: id, standing });
  });
}

/** Keeps each step with its date and who said so. */
export async function noteMoves(
  ctx: Ctx,
  contacts: readonly string[],
  standing: Standing,
  word: string,
): Promise<void> {
  const { actor } = ctx;
  const byName = actor.kind === "guest" ? "" : actor.name;
  await ctx.db
    .insertInto("roster_moves")
    .values(contacts.map((contact) => ({ contact, at: ctx.now, standing, word, by_name: byName })))
    .execute();
}

/** @throws NotFound also for somebody on another roster */
export async function lockContact(ctx: Ctx, partnership: string, id: string): Promise<Contact> {
  await ctx.db.selectFrom("roster_contacts").select("id").where("id", "=", id).forUpdate().execute();
  const contact = await contactById(ctx, partnership, id);
  if (!contact) throw new NotFound();
  return contact;
}
