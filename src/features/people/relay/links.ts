import type { LocalPath } from "#base/brands.ts";
import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { hashToken } from "#platform/secrets.ts";
import "./tables.ts";

const DAY = 24 * 3600_000;
/** How long a guest may take to confirm, */
export const CONFIRM_DAYS = 7;
/** and how long a letter's own link can stop further ones. */
export const KEEP_DAYS = 365;

async function insertLink(
  ctx: Ctx,
  link: { kind: "confirm" | "stop"; letter: string; recipient: string | null; days: number },
): Promise<string> {
  const token = ctx.random.token();
  await ctx.db
    .insertInto("relay_links")
    .values({
      token_hash: hashToken(token),
      kind: link.kind,
      letter: link.letter,
      recipient: link.recipient,
      expires_at: new Date(ctx.now.getTime() + link.days * DAY),
    })
    .execute();
  return token;
}

export async function makeConfirmLink(ctx: Ctx, letter: string): Promise<LocalPath> {
  const token = await insertLink(ctx, { kind: "confirm", letter, recipient: null, days: CONFIRM_DAYS });
  return `/letters/confirm/${token}` as LocalPath;
}

export async function makeStopLink(ctx: Ctx, letter: string, address: string): Promise<LocalPath> {
  const recipient = recipientSeal(ctx, address);
  const token = await insertLink(ctx, { kind: "stop", letter, recipient, days: KEEP_DAYS });
  return `/letters/stop/${token}` as LocalPath;
}

export function recipientSeal(ctx: Ctx, address: string): string {
  return ctx.seal("relay recipient", address.toLowerCase());
}

export function writerSeal(ctx: Ctx, address: string): string {
  return ctx.seal("relay writer", address.toLowerCase());
}

/** The letter that a link is about. @throws NotFound for a link that is none of ours or too old */
export async function letterOfLink(ctx: Ctx, kind: "confirm" | "stop", token: string) {
  const row = await ctx.db
    .selectFrom("relay_links as link")
    .innerJoin("relay_letters as letter", "letter.id", "link.letter")
    .selectAll("letter")
    .select("link.recipient as link_recipient")
    .where("link.token_hash", "=", hashToken(token))
    .where("link.kind", "=", kind)
    .where("link.expires_at", ">", ctx.now)
    .executeTakeFirst();
  if (!row) throw new NotFound("This link does not work any more. It may be old, or part of it was lost.");
  return row;
}
