import { Conflict } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { SettingsChange } from "./forms.ts";
import { FIRST_SETTINGS } from "./queries.ts";

/**
 * Lays the one row down in an empty house; does nothing where it stands.
 *
 * @param timeZone an IANA name that the operator gave; editors change it later
 */
export async function ensureSettings(ctx: Ctx, timeZone = FIRST_SETTINGS.time_zone): Promise<void> {
  await ctx.db
    .insertInto("site_settings")
    .values({
      one: true,
      ...FIRST_SETTINGS,
      time_zone: timeZone,
      version: 1,
      changed_at: ctx.now,
      starter_loaded_at: null,
    })
    .onConflict((conflict) => conflict.column("one").doNothing())
    .execute();
}

/** @throws Conflict when another editor saved since `version` was read */
export async function changeSettings(ctx: Ctx, change: SettingsChange): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { version, ...values } = change;
    const before = await ctx.db.selectFrom("site_settings").selectAll().executeTakeFirstOrThrow();
    const row = await ctx.db
      .updateTable("site_settings")
      .set({
        name: values.name,
        tagline: values.tagline,
        description: values.description,
        time_zone: values.timeZone,
        contact_email: values.contactEmail,
        postal_address: values.postalAddress,
        brand_color: values.brandColor,
        version: version + 1,
        changed_at: ctx.now,
      })
      .where("version", "=", version)
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new Conflict("Another editor changed the settings while you were on this page.");
    const changed = Object.keys(FIRST_SETTINGS).filter(
      (key) => before[key as keyof typeof before] !== row[key as keyof typeof row],
    );
    await tell(ctx, {
      name: "site.changed",
      subject: { kind: "site", id: "settings" },
      particulars: { changed },
    });
  });
}

/** Remembers that the starter content has been put in, so that deleting some of it is final. */
export async function noteStarterLoaded(ctx: Ctx, counts: Record<string, number>): Promise<void> {
  await transact(ctx, async (ctx) => {
    await ctx.db.updateTable("site_settings").set({ starter_loaded_at: ctx.now }).execute();
    await tell(ctx, {
      name: "site.starter-loaded",
      subject: { kind: "site", id: "settings" },
      particulars: counts,
    });
  });
}
