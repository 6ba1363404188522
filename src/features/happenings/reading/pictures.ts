import { stateByCode, stateOutline } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { SharePicture } from "#platform/pictures/share-picture.ts";
import { longDate } from "#ui/dates.tsx";
import { HUE_FILLS } from "#ui/hue-fills.ts";
import { knownDate } from "./dates.ts";
import type { Story } from "./story.ts";
import { hueOf } from "./views/sector-chips.tsx";

/** A happening as a stamp with its title. */
export function pictureOf(ctx: Ctx, story: Story, sectors: Sector[]): SharePicture {
  const state = stateByCode(story.state);
  const date = knownDate(story.at, story.precision, ctx.site.timeZone);
  return {
    title: story.title,
    community: ctx.site.name,
    fill: HUE_FILLS[hueOf(sectors)],
    ...(date ? { date: longDate(date) } : {}),
    ...(sectors.length > 0 && sectors.length < 3 ? { sector: sectors[0]!.name } : {}),
    ...(state ? { place: state.name, outline: stateOutline(state.code) } : {}),
  };
}
