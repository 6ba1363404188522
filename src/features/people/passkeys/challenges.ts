import type { Ctx } from "#platform/context.ts";
import type { Db } from "#platform/database/tables.ts";
import { hashToken } from "#platform/secrets.ts";
import "./tables.ts";

/** As long as somebody may look for the right key. */
const MINUTES = 5;

/** What an authenticator has to sign, good once. @param person who adds a passkey; null where somebody signs in */
export async function makeChallenge(ctx: Ctx, person: string | null): Promise<string> {
  const challenge = ctx.random.token();
  await ctx.db
    .insertInto("passkey_challenges")
    .values({
      challenge_hash: hashToken(challenge),
      person,
      expires_at: new Date(ctx.now.getTime() + MINUTES * 60_000),
    })
    .execute();
  return challenge;
}

/**
 * Whether this is a challenge of ours, for this purpose and in time; it is spent by the asking, whatever comes of it.
 *
 * @param signed as the browser hands it back: base64url of the challenge
 */
export async function spendChallenge(ctx: Ctx, signed: string, person: string | null): Promise<boolean> {
  const challenge = Buffer.from(signed, "base64url").toString("utf8");
  const row = await ctx.db
    .deleteFrom("passkey_challenges")
    .where("challenge_hash", "=", hashToken(challenge))
    .returning(["person", "expires_at"])
    .executeTakeFirst();
  return row !== undefined && row.person === person && row.expires_at > ctx.now;
}

export async function clearChallenges(ctx: { db: Db; now: Date }): Promise<void> {
  await ctx.db.deleteFrom("passkey_challenges").where("expires_at", "<=", ctx.now).execute();
}
