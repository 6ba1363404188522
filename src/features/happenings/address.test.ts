import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { happeningAt } from "./factory.ts";
import { moveHappening } from "./moving.ts";

let world: World;
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld();
  ctx = await world.ctx((await world.person("editor")).actor);
}, 60_000);
afterAll(() => world.close());

async function addressOf(id: string): Promise<string> {
  const row = await ctx.db
    .selectFrom("happenings")
    .select(["year", "slug"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return `/happenings/${row.year}/${row.slug}`;
}

test("every title gets an address of its own, that opens and stays", { timeout: 60_000 }, async () => {
  const taken = new Set<string>();
  const title = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 80 }),
    fc.constantFrom(
      "Twice",
      "Twice!",
      "twice",
      "Édition spéciale",
      "شراكة",
      "🎉",
      "a".repeat(300),
      "2018",
      "picture.png",
    ),
  );
  await fc.assert(
    fc.asyncProperty(title, async (typed) => {
      // Stored text is clean: what the form would take.
      const clean =
        typed
          .toWellFormed()
          .replace(/\p{Cc}/gu, "")
          .trim() || "Untitled";
      const id = await happeningAt(ctx, "received", { title: clean });
      await moveHappening(ctx, id, { to: "published", mover: "editor" });
      const address = await addressOf(id);
      expect(address).toMatch(/^\/happenings\/2026\/[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(address.length).toBeLessThanOrEqual("/happenings/2026/".length + 86);
      expect(taken).not.toContain(address);
      taken.add(address);
      expect((await world.get(address)).status).toBe(200);
      await moveHappening(ctx, id, { to: "unpublished", mover: "editor" });
      await moveHappening(ctx, id, { to: "published", mover: "editor" });
      expect(await addressOf(id)).toBe(address);
    }),
    { numRuns: 40 },
  );
});
