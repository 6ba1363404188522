import { createHash } from "node:crypto";
import { stateByCode, stateOutline } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { drawSharePicture, type SharePicture } from "#platform/pictures/share-picture.ts";
import { longDate } from "#ui/dates.tsx";
import { HUE_FILLS } from "#ui/hue-fills.ts";
import { knownDate } from "./dates.ts";
import type { Story } from "./story.ts";
import { hueOf } from "./views/sector-chips.tsx";

/** Some 2 MB; what is asked for again after that is drawn again. */
const MOST_KEPT = 60;

export type Draw = (picture: SharePicture) => Promise<Buffer>;

/**
 * Draws each picture once and keeps the latest. One is drawn at a time, so that somebody who asks for a thousand does
 * not take the machine from those who read.
 */
export function pictureShelf(draw: Draw = drawSharePicture): Draw {
  const kept = new Map<string, Promise<Buffer>>();
  let last: Promise<unknown> = Promise.resolve();
  return (picture) => {
    const key = createHash("sha256").update(JSON.stringify(picture)).digest("base64url");
    const had = kept.get(key);
    kept.delete(key);
    const drawn = had ?? last.then(() => draw(picture));
    if (!had) {
      last = drawn.catch(() => kept.delete(key));
    }
    kept.set(key, drawn);
    for (const [oldest] of kept) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return drawn;
  };
}

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
