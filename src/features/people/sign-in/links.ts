import { type LocalPath, localPath } from "#base/brands.ts";
import type { Ctx } from "#platform/context.ts";
import type { Db } from "#platform/database/tables.ts";
import { hashToken } from "#platform/secrets.ts";
import type { LinkKind } from "./tables.ts";

export const LINK_MINUTES = 30;
export const INVITATION_DAYS = 7;
const FIRST_EDITOR_HOURS = 24;

const MINUTE = 60_000;

/** What a link says, never its token: that stands in the mail alone. */
export interface Link {
  kind: LinkKind;
  /** Whose address it proves; null for the first editor's. */
  email: string | null;
  returnTo: LocalPath | undefined;
  state: "open" | "used" | "expired";
}

async function insertLink(
  ctx: Ctx,
  link: { kind: LinkKind; email: string | null; returnTo?: LocalPath; minutes: number },
): Promise<string> {
  const token = ctx.random.token();
  await ctx.db
    .insertInto("sign_in_links")
    .values({
      token_hash: hashToken(token),
      kind: link.kind,
      email: link.email,
      return_to: link.returnTo ?? null,
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + link.minutes * MINUTE),
      used_at: null,
    })
    .execute();
  return token;
}

/** A path that signs its holder in once, as the person with this address. @param email lower case */
export async function makeSignInLink(
  ctx: Ctx,
  email: string,
  options: { returnTo?: LocalPath; minutes?: number } = {},
): Promise<LocalPath> {
  const { returnTo, minutes = LINK_MINUTES } = options;
  return `/sign-in/${await insertLink(ctx, { kind: "sign-in", email, returnTo, minutes })}` as LocalPath;
}

/** The path that makes its holder the first editor; those made before stop working. */
export async function replaceFirstEditorLink(ctx: Ctx): Promise<LocalPath> {
  await ctx.db.deleteFrom("sign_in_links").where("kind", "=", "first-editor").execute();
  const token = await insertLink(ctx, {
    kind: "first-editor",
    email: null,
    minutes: FIRST_EDITOR_HOURS * 60,
  });
  return `/first-editor/${token}` as LocalPath;
}

/** Looks at a link without using it up; undefined when we never made such a one, or long ago. */
export async function findLink(
  ctx: { db: Db; now: Date },
  kind: LinkKind,
  token: string,
): Promise<Link | undefined> {
  const row = await ctx.db
    .selectFrom("sign_in_links")
    .selectAll()
    .where("token_hash", "=", hashToken(token))
    .where("kind", "=", kind)
    .executeTakeFirst();
  if (!row) return undefined;
  const state = row.used_at ? "used" : row.expires_at <= ctx.now ? "expired" : "open";
  return { kind, email: row.email, returnTo: localPath(row.return_to ?? ""), state };
}

/** Uses a link up in one statement, so that of two who hold it only one gets in; undefined for the other. */
export async function takeLink(
  ctx: Ctx,
  kind: LinkKind,
  token: string,
): Promise<{ email: string | null; returnTo: LocalPath | undefined } | undefined> {
  const row = await ctx.db
    .updateTable("sign_in_links")
    .set({ used_at: ctx.now })
    .where("token_hash", "=", hashToken(token))
    .where("kind", "=", kind)
    .where("used_at", "is", null)
    .where("expires_at", ">", ctx.now)
    .returning(["email", "return_to"])
    .executeTakeFirst();
  return row && { email: row.email, returnTo: localPath(row.return_to ?? "") };
}

/** Spends what else lies unused in this mailbox. */
export async function spendLinksOf(ctx: Ctx, email: string): Promise<void> {
  await ctx.db
    .updateTable("sign_in_links")
    .set({ used_at: ctx.now })
    .where("email", "=", email)
    .where("used_at", "is", null)
    .execute();
}
