import { sql } from "kysely";
import { removeMedia } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import "../grants/tables.ts";
import "../profiles/tables.ts";
import { recipientSeal, writerSeal } from "../relay/links.ts";
import "../relay/tables.ts";
import "../sign-in/tables.ts";
import type { PeopleTable } from "../tables.ts";
import "../welcome/tables.ts";

/**
 * What this room holds of the one that goes becomes the other's. Sessions, passkeys and challenges are left to end
 * with the row.
 */
export async function movePerson(ctx: Ctx, stays: PeopleTable, gone: PeopleTable): Promise<void> {
  await moveGrants(ctx, stays, gone);
  await moveProfile(ctx, stays.id, gone.id);
  await moveWelcome(ctx, stays.id, gone.id);
  await moveLetters(ctx, stays, gone);
  await moveLog(ctx, stays.id, gone.id);
  // Used ones too, for they tell the address.
  if (gone.email) await ctx.db.deleteFrom("sign_in_links").where("email", "=", gone.email).execute();
}

async function moveGrants(ctx: Ctx, stays: PeopleTable, gone: PeopleTable): Promise<void> {
  // Where both hold a role, the other's ends and stays in the record.
  await sql`update grants g set ended_at = ${ctx.now} where person = ${gone.id} and ended_at is null
    and exists (select from grants o where o.person = ${stays.id} and o.role = g.role and o.scope = g.scope
      and o.ended_at is null)`.execute(ctx.db);
  await sql`update grants set person = ${stays.id} where person = ${gone.id}`.execute(ctx.db);
  await sql`update grants set granted_by = ${stays.id} where granted_by = ${gone.id}`.execute(ctx.db);
  await sql`update grant_invitations set invited_by = ${stays.id} where invited_by = ${gone.id}`.execute(
    ctx.db,
  );
  if (!stays.email || !gone.email) return;
  // An invitation is taken up by whoever proves its address, so the link in the other mailbox opens nothing from now on.
  await sql`update grant_invitations i set withdrawn_at = ${ctx.now}
    where email = ${gone.email} and used_at is null and withdrawn_at is null
    and exists (select from grant_invitations o where o.email = ${stays.email} and o.role = i.role
      and o.scope = i.scope and o.used_at is null and o.withdrawn_at is null)`.execute(ctx.db);
  await sql`update grant_invitations set email = ${stays.email} where email = ${gone.email}`.execute(ctx.db);
}

/** One profile stays: that of the one who stays, or else the other. */
async function moveProfile(ctx: Ctx, stays: string, gone: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom("profiles")
    .select(["person", "photo"])
    .where("person", "in", [stays, gone])
    .forUpdate()
    .execute();
  const left = rows.find(({ person }) => person === gone);
  if (!left) return;
  if (rows.length === 1) {
    await ctx.db.updateTable("profiles").set({ person: stays }).where("person", "=", gone).execute();
    return;
  }
  await ctx.db.deleteFrom("profiles").where("person", "=", gone).execute();
  if (left.photo) await removeMedia(ctx, [left.photo]);
}

async function moveWelcome(ctx: Ctx, stays: string, gone: string): Promise<void> {
  await sql`update welcomes w set
      joined_at = least(w.joined_at, o.joined_at),
      seen_at = coalesce(w.seen_at, o.seen_at),
      greeted_by = case when w.greeted_at is null then o.greeted_by else w.greeted_by end,
      greeted_at = coalesce(w.greeted_at, o.greeted_at),
      note = concat_ws(E'\n', nullif(w.note, ''), nullif(o.note, ''))
    from welcomes o where w.person = ${stays} and o.person = ${gone}`.execute(ctx.db);
  await sql`update welcomes set person = ${stays} where person = ${gone}
    and not exists (select from welcomes o where o.person = ${stays})`.execute(ctx.db);
  for (const column of ["in_hand", "greeted_by"])
    await sql`update welcomes set ${sql.ref(column)} = ${stays} where ${sql.ref(column)} = ${gone}`.execute(
      ctx.db,
    );
}

async function moveLetters(ctx: Ctx, stays: PeopleTable, gone: PeopleTable): Promise<void> {
  await sql`update relay_letters set to_id = ${stays.id}
    where to_kind = 'person' and to_id = ${gone.id}`.execute(ctx.db);
  await sql`update relay_letters set from_email = coalesce(${stays.email}, from_email), from_person = ${stays.id}
    where from_person = ${gone.id}`.execute(ctx.db);
  await sql`update relay_letters set decided_by = ${stays.id} where decided_by = ${gone.id}`.execute(ctx.db);
  await moveStops(ctx, stays, gone);
}

/** Who wanted no letters wants none at the other address either, and who was not to write to somebody still is not. */
async function moveStops(ctx: Ctx, stays: PeopleTable, gone: PeopleTable): Promise<void> {
  // An address that nobody has seals to what stands in no row.
  const sealed = (seal: typeof recipientSeal, from: string | null, to: string | null) =>
    from && to ? { from: seal(ctx, from), to: seal(ctx, to) } : { from: "-", to: "-" };
  const recipient = sealed(recipientSeal, gone.email, stays.email);
  const writer = sealed(writerSeal, gone.email, stays.email);
  const theirs = sql`(recipient = ${recipient.from} or to_id = ${gone.id} or writer = ${writer.from})`;
  await sql`insert into relay_stops (recipient, to_id, writer, stopped_at)
    select case when recipient = ${recipient.from} then ${recipient.to} else recipient end,
      case when to_id = ${gone.id} then ${stays.id}::uuid else to_id end,
      case when writer = ${writer.from} then ${writer.to} else writer end, stopped_at
    from relay_stops where ${theirs} on conflict do nothing`.execute(ctx.db);
  await sql`delete from relay_stops where ${theirs}`.execute(ctx.db);
  await sql`update relay_links set recipient = ${recipient.to} where recipient = ${recipient.from}`.execute(
    ctx.db,
  );
}

/** What they did, and what was done about them: who is forgotten later, is forgotten there too. */
async function moveLog(ctx: Ctx, stays: string, gone: string): Promise<void> {
  await ctx.db.updateTable("events").set({ actor_id: stays }).where("actor_id", "=", gone).execute();
  await ctx.db
    .updateTable("events")
    .set({ subject_id: stays })
    .where("subject_kind", "in", ["person", "newcomer"])
    .where("subject_id", "=", gone)
    .execute();
}
