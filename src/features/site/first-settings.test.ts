import { expect, it } from "vitest";
import { openTestDatabase } from "#kit/database.ts";
import type { Ctx } from "#platform/context.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import { ensureSettings } from "./actions.ts";

it("a new site has the time zone its operator named; a later start does not change what editors set", async () => {
  const { db, close } = await openTestDatabase();
  const ctx = { db, now: new Date() } as Ctx;
  await migrate(db, await readMigrations("migrations"));
  await ensureSettings(ctx, "America/New_York");
  await ensureSettings(ctx, "America/Denver");
  const rows = await db.selectFrom("site_settings").select("time_zone").execute();
  expect(rows).toEqual([{ time_zone: "America/New_York" }]);
  await close();
});
