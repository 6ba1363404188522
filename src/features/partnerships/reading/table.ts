import { CSV_START, csvLine } from "#base/csv.ts";
import { absoluteUrl } from "#base/site.ts";
import { stateByCode } from "#features/places/public.ts";
import { sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { STAGE_WORDS } from "../stages.ts";
import { THEMES } from "../themes.ts";
import { partnershipPath } from "./address.ts";
import type { PartnershipFilter } from "./filter.ts";
import { type ListedPartnership, listPartnerships } from "./listing.ts";

/** Beyond this a table is asked for in parts, by state for instance. */
const MOST_ROWS = 10_000;

const COLUMNS = [
  "name",
  "name_is_ours",
  "address",
  "states",
  "state_codes",
  "region",
  "counties_fips",
  "counties_known",
  "setting",
  "sectors",
  "stage",
  "since",
  "priority_themes",
  "conveners",
  "summary",
  "website",
  "added",
  "changed",
  "confirmed",
];

/** All that a filter finds as CSV, by name. It names organizations and no person. Two queries, three with words. */
export async function csvOf(ctx: Ctx, filter: PartnershipFilter): Promise<string> {
  const { items } = await listPartnerships(ctx, filter, { offset: 0, limit: MOST_ROWS });
  const sectors = await sectorsByIds(
    ctx,
    items.flatMap((item) => item.sectors),
  );
  const lineOf = (item: ListedPartnership) =>
    csvLine([
      item.name,
      item.nameIsOurs ? "yes" : "no",
      absoluteUrl(ctx.site, partnershipPath(item.slug)),
      listed(item.states.map((code) => stateByCode(code)?.name ?? code)),
      listed(item.states),
      item.region,
      listed(item.counties),
      item.countiesKnown,
      item.setting ?? "",
      listed(item.sectors.flatMap((id) => sectors.get(id)?.name ?? [])),
      STAGE_WORDS[item.stage].name,
      item.since ?? "",
      listed(item.themes.map((theme) => THEMES[theme])),
      listed(item.conveners),
      item.summary,
      item.website ?? "",
      day(item.createdAt),
      day(item.changedAt),
      item.confirmedAt ? day(item.confirmedAt) : "",
    ]);
  return CSV_START + csvLine(COLUMNS) + items.map(lineOf).join("");
}

/** Several in one cell; a semicolon stands in no name of ours. */
function listed(words: string[]): string {
  return words.join("; ");
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}
