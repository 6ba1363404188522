import type { LocalPath } from "#base/brands.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { NotAllowed, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { promoteToEditor } from "../actions.ts";
import { personByEmail, personFrom } from "../queries.ts";
import { mayManageEditors, worksTheDesk } from "../rules.ts";
import { INVITATION_DAYS, makeSignInLink, spendLinksOf } from "../sign-in/links.ts";
import { closeSessionsOf } from "../sign-in/sessions.ts";
import type { Invitation } from "./forms.ts";
import { invitationMail } from "./mails.tsx";
import { mayLeave } from "./rules.ts";

function demandRight(ctx: Ctx): void {
  if (!mayManageEditors(ctx.actor)) throw new NotAllowed("Only the editors of this site may do this.");
}

/** Makes somebody an editor and mails them a way in, good for a week; once more for one who never came. */
export async function inviteEditor(ctx: Ctx, invitation: Invitation): Promise<Outcome<{ name: string }>> {
  demandRight(ctx);
  return transact(ctx, async (ctx) => {
    const known = await personByEmail(ctx, invitation.email);
    if (known && worksTheDesk(known.role) && known.lastSeenAt) {
      return problem("email", `${known.name} is an editor already.`);
    }
    const editor = await promoteToEditor(ctx, invitation.email, invitation.name, "editor.invited");
    const path = await makeSignInLink(ctx, editor.email, { minutes: INVITATION_DAYS * 24 * 60 });
    const by = ctx.actor.kind === "guest" ? ctx.site.name : ctx.actor.name;
    await queueMail(ctx, invitationMail(ctx.site, { invited: editor, by }, path));
    return done({ name: editor.name });
  });
}

/**
 * Makes the person with this address an editor, for whoever runs the house.
 *
 * @param email lower case
 * @returns a path that signs them in once, within a day
 */
export async function makeEditor(ctx: Ctx, email: string, name = ""): Promise<LocalPath> {
  demandRight(ctx);
  return transact(ctx, async (ctx) => {
    await promoteToEditor(ctx, email, name, "editor.made");
    return makeSignInLink(ctx, email, { minutes: 24 * 60 });
  });
}

/**
 * Makes an editor a member again, on every device at once.
 *
 * @throws NotFound when no editor has this id
 */
export async function removeEditor(ctx: Ctx, id: string): Promise<Outcome<{ name: string }>> {
  demandRight(ctx);
  return transact(ctx, async (ctx) => {
    // All of them are locked, so that two editors who remove each other cannot both succeed.
    const rows = await ctx.db
      .selectFrom("people")
      .selectAll()
      .where("role", "!=", "member")
      .orderBy("id")
      .forUpdate()
      .execute();
    const editors = rows.map(personFrom);
    const editor = editors.find((one) => one.id === id);
    if (!editor) throw new NotFound("This person is not an editor any more.");
    if (!mayLeave(id, editors)) {
      return problem(
        "",
        `${editor.name} is the last editor who can sign in. Invite another one first, and wait until they have come.`,
      );
    }
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
