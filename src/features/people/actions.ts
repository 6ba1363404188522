import type { Ctx, Role } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { grantsOf } from "./grants/queries.ts";
import { followName } from "./profiles/actions.ts";
import { actorFrom } from "./queries.ts";
import type { SignedIn } from "./rules.ts";
import type { PeopleTable } from "./tables.ts";
import { expectNewcomer } from "./welcome/newcomers.ts";

async function ensurePerson(ctx: Ctx, email: string): Promise<{ row: PeopleTable; isNew: boolean }> {
  const added = await ctx.db
    .insertInto("people")
    .values({ id: ctx.random.id(), email, name: "", role: "member", created_at: ctx.now, last_seen_at: null })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returningAll()
    .executeTakeFirst();
  if (added) return { row: added, isNew: true };
  const row = await ctx.db
    .selectFrom("people")
    .selectAll()
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  return { row, isNew: false };
}

/** The person with this address, who becomes a member if we did not know them. @param email lower case */
export async function findOrJoin(ctx: Ctx, email: string): Promise<SignedIn> {
  return transact(ctx, async (ctx) => {
    const { row, isNew } = await ensurePerson(ctx, email);
    const person = actorFrom(row, isNew ? [] : await grantsOf(ctx, row.id));
    // Who was brought in with a table comes for the first time, too.
    const comesFirst = isNew || (row.role === "member" && row.last_seen_at === null);
    if (comesFirst && (await expectNewcomer(ctx, row.id)))
      await tell(
        { ...ctx, actor: person },
        { name: "person.joined", subject: { kind: "person", id: row.id } },
      );
    return person;
  });
}

/**
 * Gives the person with this address the editor's role, or an administrator's, and tells how it came about. It takes
 * nothing away from who is more already.
 *
 * @param email lower case
 * @param name stands only where they have not said one themselves
 */
export async function promoteToEditor(
  ctx: Ctx,
  email: string,
  name: string,
  how: "editor.made" | "editor.invited",
  role: Exclude<Role, "member"> = "editor",
): Promise<SignedIn> {
  return transact(ctx, async (ctx) => {
    const { row: before } = await ensurePerson(ctx, email);
    const row = await ctx.db
      .updateTable("people")
      .set({ role: before.role === "administrator" ? before.role : role, name: before.name || name })
      .where("id", "=", before.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const editor = actorFrom(row, await grantsOf(ctx, row.id));
    await tell(ctx, {
      name: how,
      subject: { kind: "person", id: row.id },
      particulars: { name: editor.name },
    });
    return editor;
  });
}

/** A person says what to call them. */
export async function rename(ctx: Ctx, person: SignedIn, name: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await ctx.db.updateTable("people").set({ name }).where("id", "=", person.id).execute();
    await tell(ctx, { name: "person.renamed", subject: { kind: "person", id: person.id } });
    await followName(ctx, person.id);
  });
}
