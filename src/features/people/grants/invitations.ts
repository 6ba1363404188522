import type { LocalPath } from "#base/brands.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import type { Grant, GrantedRole } from "#platform/permissions.ts";
import { hashToken } from "#platform/secrets.ts";
import { personByEmail } from "../queries.ts";
import type { SignedIn } from "../rules.ts";
import { giveGrant } from "./actions.ts";
import { invitationMail } from "./mails.tsx";
import { holdersOf } from "./queries.ts";
import { INVITATION_DAYS } from "./rules.ts";
import "./tables.ts";

const DAY = 24 * 3600_000;

/** More than these at once nobody needs, and each is a mail. */
const MOST_OPEN = 20;

export interface GrantInvitation extends Grant {
  /** Lower case. */
  email: string;
  name: string;
  /** Whom they will stand in for, in words; empty where they stand for themselves. */
  onBehalfOf: string;
  /** What for, as the mail and the log name it: "the Platte Valley Healthcare Partnership". */
  what: string;
  /** The page on which they start. */
  leadsTo: LocalPath;
}

/**
 * Mails somebody an invitation to look after one partnership or state. It works once, within two weeks, for whoever
 * signs in with that address.
 *
 * @returns a problem at "email" where they hold the role already, or an invitation to them is open
 */
export async function inviteTo(ctx: Ctx, invitation: GrantInvitation): Promise<Outcome<{ id: string }>> {
  return transact(ctx, async (ctx) => {
    const { email, role, scope } = invitation;
    const known = await personByEmail(ctx, email);
    const holders = known ? await holdersOf(ctx, [scope], [role]) : [];
    if (holders.some(({ person }) => person.id === known?.id))
      return problem("email", "The person with this address is in already.");
    await withdrawExpired(ctx, scope, role);
    const open = await openEmails(ctx, scope, role);
    if (open.includes(email))
      return problem(
        "email",
        "An invitation to this address is on its way already. Withdraw it first to send another.",
      );
    if (open.length >= MOST_OPEN)
      return problem("", `${MOST_OPEN} invitations are open already. Withdraw some, or wait for answers.`);
    return done({ id: await writeInvitation(ctx, invitation) });
  });
}

async function writeInvitation(ctx: Ctx, invitation: GrantInvitation): Promise<string> {
  const { email, name, role, scope, onBehalfOf, what, leadsTo } = invitation;
  const id = ctx.random.id();
  const token = ctx.random.token();
  const by = ctx.actor.kind === "guest" ? ctx.site.name : ctx.actor.name;
  const row = await ctx.db
    .insertInto("grant_invitations")
    .values({
      id,
      token_hash: hashToken(token),
      email,
      name,
      role,
      scope,
      what,
      leads_to: leadsTo,
      on_behalf_of: onBehalfOf,
      invited_by: ctx.actor.kind === "person" ? ctx.actor.id : null,
      invited_by_name: by,
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + INVITATION_DAYS * DAY),
      used_at: null,
      withdrawn_at: null,
    })
    // Two who invite the same person at once: the second finds the first one's row.
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) throw new Conflict("Somebody else has just invited the same address. One invitation is enough.");
  await queueMail(ctx, invitationMail(ctx.site, { ...invitation, by }, `/invitations/${token}`));
  await tell(ctx, {
    name: "invitation.sent",
    subject: { kind: "invitation", id },
    particulars: { what, ...(onBehalfOf ? { onBehalfOf } : {}) },
  });
  return id;
}

/** One that ran out makes room for the next to the same address. */
async function withdrawExpired(ctx: Ctx, scope: string, role: GrantedRole): Promise<void> {
  await ctx.db
    .updateTable("grant_invitations")
    .set({ withdrawn_at: ctx.now })
    .where("scope", "=", scope)
    .where("role", "=", role)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", "<=", ctx.now)
    .execute();
}

async function openEmails(ctx: Ctx, scope: string, role: GrantedRole): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("grant_invitations")
    .select("email")
    .where("scope", "=", scope)
    .where("role", "=", role)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .execute();
  return rows.map(({ email }) => email);
}

/**
 * Takes an invitation back; its link then opens nothing.
 *
 * @throws NotFound where none of this scope is open under this id
 */
export async function withdrawInvitation(ctx: Ctx, id: string, scope: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("grant_invitations")
      .set({ withdrawn_at: ctx.now })
      .where("id", "=", id)
      .where("scope", "=", scope)
      .where("used_at", "is", null)
      .where("withdrawn_at", "is", null)
      .returning("what")
      .executeTakeFirst();
    if (!row) throw new NotFound("This invitation was answered or withdrawn before.");
    await tell(ctx, {
      name: "invitation.withdrawn",
      subject: { kind: "invitation", id },
      particulars: { what: row.what },
    });
  });
}

/**
 * Takes an invitation up, in one statement, so that of two presses one counts.
 *
 * @returns where they start; undefined when it does not open anything for this person any more
 */
export async function takeUpInvitation(
  ctx: Ctx,
  token: string,
  person: SignedIn,
): Promise<LocalPath | undefined> {
  return transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("grant_invitations")
      .set({ used_at: ctx.now })
      .where("token_hash", "=", hashToken(token))
      .where("email", "=", person.email)
      .where("used_at", "is", null)
      .where("withdrawn_at", "is", null)
      .where("expires_at", ">", ctx.now)
      .returningAll()
      .executeTakeFirst();
    if (!row) return undefined;
    const { role, scope, what } = row;
    await giveGrant(ctx, person.id, { role, scope, onBehalfOf: row.on_behalf_of }, what);
    // Whoever has not said what to call them is called as those who invited them do.
    await ctx.db
      .updateTable("people")
      .set({ name: row.name })
      .where("id", "=", person.id)
      .where("name", "=", "")
      .execute();
    await tell(ctx, {
      name: "invitation.taken-up",
      subject: { kind: "invitation", id: row.id },
      particulars: { what, ...(row.on_behalf_of ? { onBehalfOf: row.on_behalf_of } : {}) },
    });
    return row.leads_to as LocalPath;
  });
}
