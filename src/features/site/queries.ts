import type { Site } from "#base/site.ts";
import type { Ctx } from "#platform/context.ts";
import type { Db } from "#platform/database/tables.ts";
import "./tables.ts";

/** What the site says of itself before an editor says anything. */
export const FIRST_SETTINGS = {
  name: "Next Gen Sector Partnerships",
  tagline: "Community of Practice",
  description:
    "People who bring an industry's businesses to one table share what worked: the letters, the meetings and the small wins, state by state.",
  time_zone: "America/Denver",
  contact_email: "",
  postal_address: "",
  brand_color: "",
};

/** The settings as every page needs them; the address comes from the configuration, not from the table. */
export async function siteAt(db: Db, url: string): Promise<Site> {
  const row = await db.selectFrom("site_settings").selectAll().executeTakeFirst();
  const settings = row ?? FIRST_SETTINGS;
  return {
    url,
    name: settings.name,
    tagline: settings.tagline,
    description: settings.description,
    timeZone: settings.time_zone,
    contactEmail: settings.contact_email,
    postalAddress: settings.postal_address,
    brandColor: settings.brand_color,
  };
}

/** The settings with the version that an edit must name, so that two editors cannot overwrite each other. */
export async function settingsForEditing(ctx: Ctx) {
  return ctx.db.selectFrom("site_settings").selectAll().executeTakeFirstOrThrow();
}

/** Names of the rooms whose starter content was put in, by this release or an earlier one. */
export async function starterLoaded(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("events")
    .select("particulars")
    .where("name", "=", "site.starter-loaded")
    .execute();
  return new Set(rows.flatMap(({ particulars }) => Object.keys(particulars)));
}
