import type { LocalPath } from "#base/brands.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { findOrJoin, promoteToEditor } from "../actions.ts";
import { homeOf, type SignedIn } from "../rules.ts";
import { isToBeWelcomed, WELCOME_PATH } from "../welcome/newcomers.ts";
import { makeSignInLink, replaceFirstEditorLink, spendLinksOf, takeLink } from "./links.ts";
import { signInMail } from "./mails.tsx";
import { closeSession, closeSessionsOf, openSession } from "./sessions.ts";

/** A session's token for the cookie, and the page to go on with. */
export interface Entry {
  token: string;
  goTo: LocalPath;
}

/**
 * Mails a sign-in link. It does the same for every address, known or not, so that neither the answer nor the
 * time it takes tells who is here; whoever opens the mail proves the address and may become a member.
 */
export async function sendSignInLink(ctx: Ctx, email: string, returnTo?: LocalPath): Promise<void> {
  await transact(ctx, async (ctx) => {
    const path = await makeSignInLink(ctx, email, returnTo ? { returnTo } : {});
    await queueMail(ctx, signInMail(ctx.site, email, path));
  });
}

/** Opens a session in the caller's transaction. @param previous the session this browser had, which ends */
export async function enter(ctx: Ctx, person: SignedIn, previous: string | undefined): Promise<string> {
  if (previous) await closeSession(ctx, previous);
  const token = await openSession(ctx, person);
  await tell(
    { ...ctx, actor: person },
    { name: "person.signed-in", subject: { kind: "person", id: person.id } },
  );
  return token;
}

/**
 * Uses a sign-in link up and opens a session.
 *
 * @param previous the session this browser had, which ends
 * @returns undefined when the link was used, has expired, or is none of ours
 */
export async function signInByLink(ctx: Ctx, token: string, previous?: string): Promise<Entry | undefined> {
  return transact(ctx, async (ctx) => {
    const link = await takeLink(ctx, "sign-in", token);
    if (!link?.email) return undefined;
    await spendLinksOf(ctx, link.email);
    const person = await findOrJoin(ctx, link.email);
    const session = await enter(ctx, person, previous);
    return { token: session, goTo: link.returnTo ?? (await landingOf(ctx, person)) };
  });
}

/** Where somebody comes in who asked for no page: newcomers are welcomed first. */
export async function landingOf(ctx: Ctx, person: SignedIn): Promise<LocalPath> {
  return ((await isToBeWelcomed(ctx, person.id)) ? WELCOME_PATH : homeOf(person)) as LocalPath;
}

/** The path that makes its holder the first editor, good for 24 hours; undefined once there is an editor. */
export async function makeFirstEditorLink(ctx: Ctx): Promise<LocalPath | undefined> {
  return transact(ctx, async (ctx) => ((await hasEditor(ctx)) ? undefined : replaceFirstEditorLink(ctx)));
}

async function hasEditor(ctx: Ctx): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("people")
    .select("id")
    .where("role", "!=", "member")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses the first editor's link up. @returns undefined when it no longer works, or an editor came before */
export async function becomeFirstEditor(
  ctx: Ctx,
  token: string,
  who: { name: string; email: string },
  previous?: string,
): Promise<Entry | undefined> {
  return transact(ctx, async (ctx) => {
    const link = await takeLink(ctx, "first-editor", token);
    if (!link || (await hasEditor(ctx))) return undefined;
    const editor = await promoteToEditor(ctx, who.email, who.name, "editor.made", "administrator");
    return { token: await enter(ctx, editor, previous), goTo: homeOf(editor) as LocalPath };
  });
}

/** Ends all sessions of a person, on every device, and spends the links that still lie in their mailbox. */
export async function signOutEverywhere(ctx: Ctx, person: SignedIn): Promise<void> {
  await transact(ctx, async (ctx) => {
    await closeSessionsOf(ctx, person.id);
    await spendLinksOf(ctx, person.email);
    await tell(ctx, { name: "person.signed-out-everywhere", subject: { kind: "person", id: person.id } });
  });
}

/** Long enough that an old link is still answered as one that was ours. */
const KEEP_LINKS_DAYS = 30;

export async function clearExpired(ctx: Ctx): Promise<void> {
  await ctx.db.deleteFrom("sessions").where("expires_at", "<=", ctx.now).execute();
  const long = new Date(ctx.now.getTime() - KEEP_LINKS_DAYS * 24 * 3600_000);
  await ctx.db.deleteFrom("sign_in_links").where("expires_at", "<", long).execute();
}
