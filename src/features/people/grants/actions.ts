import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { Grant, GrantedRole } from "#platform/permissions.ts";
import "./tables.ts";

/** What a grant is for, as the audit log names it: "the Berks County Advanced Manufacturing Partnership". */
export type ScopeName = string;

const ROLE_WORDS: Record<GrantedRole, string> = {
  "partnership-editor": "editor of",
  "state-lead": "state lead of",
  "state-editor": "state editor of",
  "region-keeper": "keeper of the region",
  "region-member": "member of the team of",
};

/** The role and what it is for, in words: "state lead of Nebraska". */
export function grantWords(role: GrantedRole, scopeName: ScopeName): string {
  return `${ROLE_WORDS[role]} ${scopeName}`;
}

/** Gives somebody a role for one partnership or state; once given, giving it again changes nothing. */
export async function giveGrant(
  ctx: Ctx,
  personId: string,
  grant: Grant & { onBehalfOf?: string },
  scopeName: ScopeName,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const added = await ctx.db
      .insertInto("grants")
      .values({
        id: ctx.random.id(),
        person: personId,
        role: grant.role,
        scope: grant.scope,
        on_behalf_of: grant.onBehalfOf ?? "",
        granted_by: ctx.actor.kind === "person" ? ctx.actor.id : null,
        granted_at: ctx.now,
        ended_at: null,
      })
      .onConflict((conflict) =>
        conflict.columns(["person", "role", "scope"]).where("ended_at", "is", null).doNothing(),
      )
      .returning("id")
      .executeTakeFirst();
    if (!added) return;
    await tell(ctx, {
      name: "grant.given",
      subject: { kind: "person", id: personId },
      particulars: { what: grantWords(grant.role, scopeName), scope: grant.scope },
    });
  });
}

/**
 * Ends a role that somebody was given; it stays in the record.
 *
 * @throws NotFound when nobody holds it any more
 */
export async function endGrant(
  ctx: Ctx,
  grantId: string,
  scope: string,
  scopeName: ScopeName,
): Promise<{ personId: string; role: GrantedRole }> {
  return transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("grants")
      .set({ ended_at: ctx.now })
      .where("id", "=", grantId)
      .where("scope", "=", scope)
      .where("ended_at", "is", null)
      .returning(["person", "role"])
      .executeTakeFirst();
    if (!row) throw new NotFound("This was ended before.");
    await tell(ctx, {
      name: "grant.ended",
      subject: { kind: "person", id: row.person },
      particulars: { what: grantWords(row.role, scopeName), scope },
    });
    return { personId: row.person, role: row.role };
  });
}
