import { sql } from "kysely";
import { Conflict, NotAllowed, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { followName } from "../profiles/actions.ts";
import { mayManageAdministrators, worksTheDesk } from "../rules.ts";
import type { PeopleTable } from "../tables.ts";
import { movePerson } from "./moving.ts";

/**
 * Two accounts of one person become one. The one that stays keeps its address: who holds only the other one's mailbox
 * can open nothing with it that this account may. Rooms that name people hear of it while both are still there.
 *
 * @throws Conflict where the one that goes works the desk, or the account could no longer be opened by anybody
 */
export async function mergePeople(ctx: Ctx, stays: string, gone: string): Promise<void> {
  if (!mayManageAdministrators(ctx.actor))
    throw new NotAllowed("Only the administrators of this site may do this.");
  await transact(ctx, async (ctx) => {
    const [keeps, leaves] = await lockBoth(ctx, stays, gone);
    demandSafe(keeps, leaves);
    const name = keeps.name || leaves.name;
    await tell(ctx, {
      name: "person.merged",
      subject: { kind: "person", id: stays },
      // Without a name a person is called by the address, which is not for the log.
      particulars: { goneId: gone, ...(name ? { name } : {}) },
    });
    await movePerson(ctx, keeps, leaves);
    await ctx.db.deleteFrom("people").where("id", "=", gone).execute();
    await ctx.db
      .updateTable("people")
      .set({ name, created_at: sql<Date>`least(created_at, ${leaves.created_at}::timestamptz)` })
      .where("id", "=", stays)
      .execute();
    await followName(ctx, stays);
  });
}

async function lockBoth(ctx: Ctx, stays: string, gone: string): Promise<[PeopleTable, PeopleTable]> {
  const rows = await ctx.db
    .selectFrom("people")
    .selectAll()
    .where("id", "in", [stays, gone])
    .orderBy("id")
    .forUpdate()
    .execute();
  const keeps = rows.find(({ id }) => id === stays);
  const leaves = rows.find(({ id }) => id === gone);
  if (!keeps || !leaves || keeps === leaves) throw new NotFound();
  return [keeps, leaves];
}

function demandSafe(keeps: PeopleTable, leaves: PeopleTable): void {
  if (worksTheDesk(leaves.role))
    throw new Conflict(
      `The one that would go is an ${leaves.role}. Let that one stay, or end the role on the page of editors first.`,
    );
  if (!keeps.email && leaves.email)
    throw new Conflict(
      "The one that would stay has no e-mail address, so nobody could sign in any more. Let the one with the address stay.",
    );
}
