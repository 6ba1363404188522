import { type Selectable, sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { type Hue, hues } from "#ui/chip.tsx";
import { type IconName, icons } from "#ui/icons.ts";
import type { SectorCode } from "./naics.ts";
import type { SectorsTable } from "./tables.ts";

/** A named set of NAICS codes. Sets may overlap. */
export interface Sector {
  id: string;
  /** Stands in addresses and never changes: `/sectors/healthcare`. */
  slug: string;
  name: string;
  /** One sentence, plain text. */
  description: string;
  hue: Hue;
  icon: IconName;
  position: number;
  /** Figures count government employers too. */
  includePublicOwnership: boolean;
  /** Retired ones are not offered any more; what already belongs to them keeps them. */
  retiredAt: Date | null;
  version: number;
  codes: SectorCode[];
}

/** Every sector, retired ones last, each group in the editors' order. A few dozen at most, so never paged. */
export function allSectors(ctx: Ctx): Promise<Sector[]> {
  return ctx.keep("sectors", async () => {
    const rows = await ctx.db
      .selectFrom("sectors")
      .selectAll()
      .select(
        sql<SectorCode[]>`(select coalesce(json_agg(json_build_object('code', code, 'vintage', vintage)
          order by vintage, code), '[]') from sector_codes where sector = sectors.id)`.as("codes"),
      )
      .orderBy(sql`retired_at is not null`)
      .orderBy("position")
      .orderBy("name")
      .execute();
    return rows.map(sectorFrom);
  });
}

function sectorFrom(row: Selectable<SectorsTable> & { codes: SectorCode[] }): Sector {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    // A release may drop a color or a drawing that a row still names.
    hue: hues.find((hue) => hue === row.hue) ?? "cross",
    icon: row.icon in icons ? (row.icon as IconName) : "layers",
    position: row.position,
    includePublicOwnership: row.include_public_ownership,
    retiredAt: row.retired_at,
    version: row.version,
    codes: row.codes,
  };
}

/** The sectors that are offered, in the editors' order. */
export async function sectors(ctx: Ctx): Promise<Sector[]> {
  return (await allSectors(ctx)).filter((sector) => !sector.retiredAt);
}

/** Also a retired one: its address stays readable. */
export async function sectorBySlug(ctx: Ctx, slug: string): Promise<Sector | undefined> {
  return (await allSectors(ctx)).find((sector) => sector.slug === slug);
}

/** Several at once, by id, retired ones included; whatever is not there is left out. */
export async function sectorsByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Sector>> {
  const wanted = new Set(ids);
  const found = (await allSectors(ctx)).filter((sector) => wanted.has(sector.id));
  return new Map(found.map((sector) => [sector.id, sector]));
}
