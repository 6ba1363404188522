import { allStates } from "#features/places/public.ts";
import { sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { Indicator, SetContent } from "../content.ts";
import { type IndicatorSet, setsByVersion } from "../sets/queries.ts";
import { LEAST } from "./cells.ts";

/** How many partnerships stand at each level of one indicator. */
export interface Distribution {
  indicator: Indicator;
  /** At levels 1 to 4. */
  levels: [number, number, number, number];
  cannotSay: number;
}

export interface NetworkPicture {
  set: IndicatorSet;
  drawnAt: Date;
  /** How many partnerships are counted; five or more. */
  partnerships: number;
  distributions: Distribution[];
  /** Of whom it is: `all`, or the key of one of `groups`. */
  among: string;
  /** What it can be narrowed to. */
  groups: { key: string; name: string; kind: "Sector" | "Setting" | "State" }[];
}

/** The newest picture that there is; a group that may not be shown, or that there is none of, is answered with all. */
export async function networkPicture(ctx: Ctx, among: string): Promise<NetworkPicture | undefined> {
  const row = await ctx.db
    .selectFrom("indicator_pictures")
    .selectAll()
    .orderBy("set_version", "desc")
    .limit(2)
    .execute()
    .then((rows) => rows.find(({ counted }) => counted.length >= LEAST));
  const set = row && (await setsByVersion(ctx, [row.set_version])).get(row.set_version);
  if (!row || !set) return undefined;
  const shown = row.groups.filter((group) => group.shown);
  const group = shown.find(({ key }) => key === among);
  const members = group && new Set(group.members);
  const counted = members ? row.counted.filter(({ id }) => members.has(id)) : row.counted;
  return {
    set,
    drawnAt: row.drawn_at,
    partnerships: counted.length,
    distributions: distributionsOf(set.content, counted),
    among: group?.key ?? "all",
    groups: await namesOf(
      ctx,
      shown.map(({ key }) => key),
    ),
  };
}

function distributionsOf(
  content: SetContent,
  counted: readonly { levels: Record<string, number | null> }[],
): Distribution[] {
  return content.indicators.map((indicator) => {
    const levels: Distribution["levels"] = [0, 0, 0, 0];
    let cannotSay = 0;
    for (const { levels: said } of counted) {
      const level = said[indicator.id];
      if (level) levels[level - 1] = (levels[level - 1] ?? 0) + 1;
      else cannotSay += 1;
    }
    return { indicator, levels, cannotSay };
  });
}

const SETTINGS: Record<string, string> = { rural: "Rural", metro: "Metro", both: "Rural and metro" };

async function namesOf(ctx: Ctx, keys: readonly string[]): Promise<NetworkPicture["groups"]> {
  const value = (key: string) => key.slice(key.indexOf(":") + 1);
  const sectors = await sectorsByIds(ctx, keys.filter((key) => key.startsWith("sector:")).map(value));
  const named = keys.flatMap((key): NetworkPicture["groups"] => {
    if (key.startsWith("sector:")) {
      const sector = [...sectors.values()].find(({ id }) => id === value(key));
      return sector ? [{ key, name: sector.name, kind: "Sector" }] : [];
    }
    if (key.startsWith("setting:"))
      return [{ key, name: SETTINGS[value(key)] ?? value(key), kind: "Setting" }];
    const state = allStates().find(({ code }) => code === value(key));
    return state ? [{ key, name: state.name, kind: "State" }] : [];
  });
  return named.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
}
