import type { HomeCard } from "#base/sockets.ts";
import { feedsOf, happeningsByState, latestHappenings, NO_FILTER } from "#features/happenings/public.ts";
import { allStates, nationOutline } from "#features/places/public.ts";
import { sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { Feature } from "#platform/feature.ts";
import { type HouseContext, reading } from "#platform/http/routes.ts";
import { drawSharePicture } from "#platform/pictures/share-picture.ts";
import { HomePage } from "./home-page.tsx";
import { SITE_ICON } from "./site-icon.ts";

/** One that leads, and two rows of two. */
const SHOWN = 5;
const FILL = "#0b4a57";

/** The house's front page: its own opening, and what each room puts on it. */
export function homeFeature(rooms: readonly Feature[]): Feature {
  const own = rooms.flatMap((room) => room.home ?? []).sort((a, b) => a.order - b.order);

  async function showHome(c: HouseContext): Promise<Response> {
    const { ctx, show } = c.var;
    const latest = await latestHappenings(ctx, SHOWN);
    return show(
      { title: ctx.site.name, width: "full", feeds: feedsOf(NO_FILTER) },
      <HomePage
        site={ctx.site}
        latest={latest}
        counts={
          await happeningsByState(
            ctx,
            allStates().map(({ code }) => code),
          )
        }
        sectors={
          await sectorsByIds(
            ctx,
            latest.flatMap((item) => item.sectors),
          )
        }
        cards={await rendered(ctx, own)}
      />,
    );
  }

  async function answerPicture(c: HouseContext): Promise<Response> {
    const { name, tagline } = c.var.ctx.site;
    const png = await c.var.ctx.keep("share picture", () =>
      drawSharePicture({ title: name, community: tagline, fill: FILL, outline: nationOutline() }),
    );
    return new Response(new Uint8Array(png), {
      headers: {
        "content-type": "image/png",
        "cache-control": "public, max-age=3600",
        "cross-origin-resource-policy": "cross-origin",
      },
    });
  }

  return {
    name: "home",
    routes: [
      reading("/", showHome),
      reading("/share-picture.png", answerPicture),
      reading(
        "/favicon.svg",
        () => new Response(SITE_ICON, { headers: { "content-type": "image/svg+xml" } }),
      ),
    ],
  };
}

async function rendered(ctx: Ctx, cards: readonly HomeCard<Ctx>[]) {
  const made = [];
  for (const card of cards) {
    const view = await card.render(ctx);
    if (view) made.push(view);
  }
  return made;
}
