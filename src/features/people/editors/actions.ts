import type { LocalPath } from "#base/brands.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { NotAllowed, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { promoteToEditor } from "../actions.ts";
import { type Person, personByEmail, personFrom } from "../queries.ts";
import { mayManageAdministrators, mayManageEditors, worksTheDesk } from "../rules.ts";
import { INVITATION_DAYS, makeSignInLink, spendLinksOf } from "../sign-in/links.ts";
import { closeSessionsOf } from "../sign-in/sessions.ts";
import type { Invitation } from "./forms.ts";
import { invitationMail } from "./mails.tsx";
import { mayLeave } from "./rules.ts";

function demandRight(ctx: Ctx): void {
  if (!mayManageEditors(ctx.actor)) throw new NotAllowed("Only the editors of this site may do this.");
}

function demandAdministrator(ctx: Ctx): void {
  if (!mayManageAdministrators(ctx.actor))
    throw new NotAllowed("Only the administrators of this site may do this.");
}

/** Makes somebody an editor and mails them a way in, good for a week; once more for one who never came. */
export async function inviteEditor(
  ctx: Ctx,
  invitation: Omit<Invitation, "role"> & Partial<Pick<Invitation, "role">>,
): Promise<Outcome<{ name: string }>> {
  demandRight(ctx);
  if (invitation.role === "administrator") demandAdministrator(ctx);
  return transact(ctx, async (ctx) => {
    const known = await personByEmail(ctx, invitation.email);
    if (known && worksTheDesk(known.role) && known.lastSeenAt) {
      return problem("email", `${known.name} is an editor already.`);
    }
    const { email, name, role = "editor" } = invitation;
    const editor = await promoteToEditor(ctx, email, name, "editor.invited", role);
    const path = await makeSignInLink(ctx, editor.email, { minutes: INVITATION_DAYS * 24 * 60 });
    const by = ctx.actor.kind === "guest" ? ctx.site.name : ctx.actor.name;
    await queueMail(ctx, invitationMail(ctx.site, { invited: editor, by }, path));
    return done({ name: editor.name });
  });
}

/**
 * Makes the person with this address an editor or an administrator, for whoever runs the house. The first one is an
 * administrator in any case: somebody has to be able to appoint others.
 *
 * @param email lower case
 * @returns a path that signs them in once, within a day
 */
export async function makeEditor(
  ctx: Ctx,
  email: string,
  name = "",
  role: "editor" | "administrator" = "editor",
): Promise<LocalPath> {
  demandRight(ctx);
  if (role === "administrator") demandAdministrator(ctx);
  return transact(ctx, async (ctx) => {
    const first =
      ctx.actor.kind === "system" && (await lockedStaff(ctx)).every((one) => one.role !== "administrator");
    await promoteToEditor(ctx, email, name, "editor.made", first ? "administrator" : role);
    return makeSignInLink(ctx, email, { minutes: 24 * 60 });
  });
}

/** Everybody who works the desk, locked, so that two who remove each other cannot both succeed. */
async function lockedStaff(ctx: Ctx): Promise<Person[]> {
  const rows = await ctx.db
    .selectFrom("people")
    .selectAll()
    .where("role", "!=", "member")
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(personFrom);
}

/**
 * Makes an editor a member again, on every device at once. Administrators are removed by administrators alone.
 *
 * @throws NotFound when nobody who works the desk has this id
 */
export async function removeEditor(ctx: Ctx, id: string): Promise<Outcome<{ name: string }>> {
  demandRight(ctx);
  return transact(ctx, async (ctx) => {
    const staff = await lockedStaff(ctx);
    const editor = staff.find((one) => one.id === id);
    if (!editor) throw new NotFound("This person is not an editor any more.");
    if (editor.role === "administrator") demandAdministrator(ctx);
    if (!mayLeave(id, staff)) return problem("", lastOne(editor));
    await ctx.db.updateTable("people").set({ role: "member" }).where("id", "=", id).execute();
    await closeSessionsOf(ctx, id);
    if (editor.email) await spendLinksOf(ctx, editor.email);
    await tell(ctx, {
      name: "editor.removed",
      subject: { kind: "person", id },
      particulars: { name: editor.name },
    });
    return done({ name: editor.name });
  });
}

/**
 * Makes an editor an administrator, or an administrator an editor again.
 *
 * @throws NotFound when nobody who works the desk has this id
 */
export async function setAdministrator(
  ctx: Ctx,
  id: string,
  role: "administrator" | "editor",
): Promise<Outcome<{ name: string }>> {
  demandAdministrator(ctx);
  return transact(ctx, async (ctx) => {
    const staff = await lockedStaff(ctx);
    const person = staff.find((one) => one.id === id);
    if (!person) throw new NotFound("This person is not an editor any more.");
    if (person.role === role) return done({ name: person.name });
    if (role === "editor" && !mayLeave(id, staff)) return problem("", lastOne(person));
    await ctx.db.updateTable("people").set({ role }).where("id", "=", id).execute();
    await tell(ctx, {
      name: role === "administrator" ? "administrator.made" : "administrator.ended",
      subject: { kind: "person", id },
      particulars: { name: person.name },
    });
    return done({ name: person.name });
  });
}

function lastOne({ name, role }: Person): string {
  return role === "administrator"
    ? `${name} is the last administrator who can sign in. Make somebody else one first, and wait until they have come.`
    : `${name} is the last editor who can sign in. Invite another one first, and wait until they have come.`;
}
