import { resolve } from "node:path";
import { giveGrant } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { openContent } from "#platform/files/content.ts";
import { hashToken, newId, newToken } from "#platform/secrets.ts";
import { readConfig } from "../../../src/app/config.ts";
import { features } from "../../../src/app/features.ts";
import { layGround } from "../../../src/app/ground.ts";
import { openHouse } from "../../../src/app/house.ts";
import { loadStarter } from "../../../src/app/starter.ts";

/** The site itself, opened here before its server starts, at a time of the story's choosing. */
export async function inTheHouse(
  settings: Record<string, string>,
  work: (ctxAt: (iso: string) => Promise<Ctx>) => Promise<void>,
): Promise<void> {
  let now = new Date();
  const config = readConfig({ ...settings, LOG_LEVEL: "silent" });
  const root = resolve(".");
  const { ground, release } = await layGround(config, {
    root,
    siteUrl: "http://commons.test",
    clock: { now: () => now },
  });
  const house = await openHouse(ground, await features(ground));
  await loadStarter(house, openContent(resolve(root, "content")));
  await work((iso) => {
    now = new Date(iso);
    return house.ctx({ kind: "system", name: "The story so far" });
  });
  await house.close();
  await release();
}

/** Somebody who looks after a partnership, with the cookie of their browser. */
export async function convenerOf(ctx: Ctx, partnership: string, name: string): Promise<string> {
  const id = newId();
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@people.test`;
  await ctx.db
    .insertInto("people")
    .values({ id, email, name, role: "member", created_at: ctx.now, last_seen_at: null } as never)
    .execute();
  await giveGrant(ctx, id, { role: "partnership-editor", scope: partnership }, "what a story is about");
  const token = newToken();
  // Their browser came today, whenever the story began.
  const today = new Date();
  const expires_at = new Date(today.getTime() + 86_400_000);
  await ctx.db
    .insertInto("sessions")
    .values({
      token_hash: hashToken(token),
      person_id: id,
      created_at: today,
      seen_at: today,
      expires_at,
    } as never)
    .execute();
  return token;
}
