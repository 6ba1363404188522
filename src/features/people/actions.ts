import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { actorFrom } from "./queries.ts";
import { isEditor, type SignedIn } from "./rules.ts";

/** The person with this address, who becomes a member if we did not know them. @param email lower case */
export async function findOrJoin(ctx: Ctx, email: string): Promise<SignedIn> {
  return transact(ctx, async (ctx) => {
    const joined = await ctx.db
      .insertInto("people")
      .values({
        id: ctx.random.id(),
        email,
        name: "",
        role: "member",
        created_at: ctx.now,
        last_seen_at: null,
      })
      .onConflict((conflict) => conflict.column("email").doNothing())
      .returningAll()
      .executeTakeFirst();
    if (joined) await tell(ctx, { name: "person.joined", subject: { kind: "person", id: joined.id } });
    const known = joined ?? (await personRow(ctx, email));
    return actorFrom(known);
  });
}

function personRow(ctx: Ctx, email: string) {
  return ctx.db.selectFrom("people").selectAll().where("email", "=", email).executeTakeFirstOrThrow();
}

/** Gives the person with this address the editor's role; a name given here stays unless they have one. */
export async function promoteToEditor(ctx: Ctx, email: string, name: string): Promise<SignedIn> {
  return transact(ctx, async (ctx) => {
    const person = await findOrJoin(ctx, email);
    const before = await personRow(ctx, email);
    const row = await ctx.db
      .updateTable("people")
      .set({ role: "editor", name: before.name || name })
      .where("id", "=", person.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const editor = actorFrom(row);
    if (!isEditor(person)) {
      await tell(ctx, {
        name: "editor.made",
        subject: { kind: "person", id: row.id },
        particulars: { name: editor.name },
      });
    }
    return editor;
  });
}

/** A person says what to call them. */
export async function rename(ctx: Ctx, person: SignedIn, name: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await ctx.db.updateTable("people").set({ name }).where("id", "=", person.id).execute();
    await tell(ctx, { name: "person.renamed", subject: { kind: "person", id: person.id } });
  });
}
