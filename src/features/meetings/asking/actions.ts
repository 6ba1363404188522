import { Conflict, NotFound } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { contactByEmail, findOrAddContact, firstNameOf } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { insertGuests, noteAnswer } from "../guests/actions.ts";
import { rsvpHref } from "../guests/links.ts";
import { type Guest, guestById } from "../guests/queries.ts";
import { replyTo } from "../mail-parts.ts";
import { tellOf } from "../open-meeting.ts";
import type { Meeting } from "../queries.ts";
import type { AskCommand } from "./forms.ts";
import { confirmHref } from "./links.ts";
import { confirmMail, declinedMail, welcomeMail } from "./mails.tsx";
import { type Asker, askerByEmail, askerById } from "./queries.ts";

/** A second mail to the same address in less than this would be somebody playing with it. */
const AGAIN_AFTER_MS = 10 * 60_000;

/** Opens a link for those who were not invited, or ends it; the next one is another link. */
export async function setOpenLink(ctx: Ctx, meeting: Meeting, open: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (open === (meeting.comeKey !== null)) return;
    await ctx.db
      .updateTable("meetings")
      .set({ come_key: open ? ctx.random.token() : null })
      .where("id", "=", meeting.id)
      .execute();
    await tellOf(ctx, open ? "meeting.link-opened" : "meeting.link-closed", meeting);
  });
}

/**
 * Somebody asks to come. What follows goes to the address alone, so that the page says the same to whoever asks: a
 * mail to confirm by, or, to somebody who is a guest already, their own link.
 */
export async function askToCome(
  ctx: Ctx,
  { meeting, workspace }: { meeting: Meeting; workspace: Workspace },
  command: AskCommand,
  doubt: string | null,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const about = {
      meeting,
      workspace,
      name: firstNameOf({ name: command.name, greeting: "" }) ?? command.name,
    };
    const guest = await guestUnder(ctx, meeting, command.email);
    if (guest?.linkKey) {
      await queueMail(ctx, {
        ...welcomeMail(ctx.site, { ...about, href: rsvpHref(ctx, guest) }),
        to: command.email,
        ...replyTo(workspace),
      });
      return;
    }
    const before = await askerByEmail(ctx, meeting.id, command.email);
    // Whoever confirmed has asked already; a word for them is on its way or was said.
    if (before?.confirmedAt) return;
    if (before && ctx.now.getTime() - before.askedAt.getTime() < AGAIN_AFTER_MS) return;
    const asker = { id: before?.id ?? ctx.random.id(), linkKey: ctx.random.token() };
    const facts = {
      ...command,
      doubt,
      asked_at: ctx.now,
      link_key: asker.linkKey,
    };
    await ctx.db
      .insertInto("meeting_askers")
      .values({
        id: asker.id,
        meeting: meeting.id,
        ...facts,
        confirmed_at: null,
        decided_at: null,
        decision: null,
      })
      .onConflict((on) => on.columns(["meeting", "email"]).doUpdateSet(facts))
      .execute();
    await queueMail(ctx, {
      ...confirmMail(ctx.site, { ...about, href: confirmHref(ctx, asker) }),
      to: command.email,
      ...replyTo(workspace),
    });
  });
}

async function guestUnder(ctx: Ctx, meeting: Meeting, email: string): Promise<Guest | undefined> {
  const contact = await contactByEmail(ctx, meeting.partnership, email);
  const row =
    contact &&
    (await ctx.db
      .selectFrom("meeting_guests")
      .select("id")
      .where("meeting", "=", meeting.id)
      .where("contact", "=", contact.id)
      .where("state", "<>", "withdrawn")
      .executeTakeFirst());
  return row && guestById(ctx, meeting, row.id);
}

/** Their address is theirs; from now on the team sees the question. Twice is once. */
export async function confirmAsking(ctx: Ctx, meeting: Meeting, asker: Asker): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("meeting_askers")
      .set({ confirmed_at: ctx.now })
      .where("id", "=", asker.id)
      .where("confirmed_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (row) await tellOf(ctx, "meeting.asked-to-come", meeting, { asker: asker.id });
  });
}

/**
 * The team's word to somebody who asked: with a yes they are on the roster and on the guest list, with the answer they
 * gave by asking; with a no they get a kind mail.
 *
 * @throws Conflict where somebody of the team has said it already
 */
export async function decideAsking(
  ctx: Ctx,
  { meeting, workspace }: { meeting: Meeting; workspace: Workspace },
  askerId: string,
  decision: "yes" | "no",
  word: string,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const asker = await lockAsker(ctx, meeting, askerId);
    if (!asker.confirmedAt) throw new NotFound();
    if (asker.decision) throw new Conflict("Somebody of your team has answered them already.");
    await ctx.db
      .updateTable("meeting_askers")
      .set({ decision, decided_at: ctx.now, link_key: null })
      .where("id", "=", askerId)
      .execute();
    const about = {
      meeting,
      workspace,
      name: firstNameOf({ name: asker.name, greeting: "" }) ?? asker.name,
      word,
    };
    const letter =
      decision === "yes"
        ? welcomeMail(ctx.site, {
            ...about,
            href: rsvpHref(ctx, await takeIn(ctx, meeting, workspace, asker)),
          })
        : declinedMail(ctx.site, about);
    await queueMail(ctx, { ...letter, to: asker.email, ...replyTo(workspace) });
    await tellOf(ctx, "meeting.asker-answered", meeting, { asker: askerId, decision });
  });
}

async function takeIn(ctx: Ctx, meeting: Meeting, workspace: Workspace, asker: Asker): Promise<Guest> {
  const contact = await findOrAddContact(ctx, workspace, {
    name: asker.name,
    email: asker.email,
    company: asker.company,
    side: asker.side,
  });
  await insertGuests(ctx, meeting, [contact], { state: "invited" });
  await ctx.db
    .updateTable("meeting_guests")
    .set({ state: "invited", invited_at: ctx.now, link_key: ctx.random.token() })
    .where("meeting", "=", meeting.id)
    .where("contact", "=", contact.id)
    .where("state", "=", "withdrawn")
    .execute();
  const guest = (await guestUnder(ctx, meeting, asker.email))!;
  await noteAnswer(ctx, meeting, guest.id, { answer: "yes", note: asker.note }, "");
  return guest;
}

async function lockAsker(ctx: Ctx, meeting: Meeting, id: string): Promise<Asker> {
  await ctx.db.selectFrom("meeting_askers").select("id").where("id", "=", id).forUpdate().execute();
  const asker = await askerById(ctx, id);
  if (asker?.meeting !== meeting.id) throw new NotFound();
  return asker;
}

/** Lets go of those who never confirmed their address, after a week. */
export async function forgetUnconfirmed(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom("meeting_askers")
    .where("confirmed_at", "is", null)
    .where("asked_at", "<", new Date(ctx.now.getTime() - 7 * 86_400_000))
    .execute();
}
