import { NotFound } from "#base/surprises.ts";
import {
  feedsOf,
  happeningsBySector,
  happeningsByState,
  listHappenings,
  NO_FILTER,
} from "#features/happenings/public.ts";
import { allStates } from "#features/places/public.ts";
import { sectorBySlug, sectors, sectorsByIds } from "#features/sectors/public.ts";
import type { Feature } from "#platform/feature.ts";
import { type HouseContext, reading } from "#platform/http/routes.ts";
import { SectorPage } from "./sector-page.tsx";
import { SectorsPage } from "./sectors-page.tsx";

const SHOWN = 8;

async function showSectors(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const offered = await sectors(ctx);
  const ids = offered.map(({ id }) => id);
  return show(
    {
      title: "Sectors",
      description: "The industries that partnerships work in, and what has been shared from each.",
      feeds: feedsOf(NO_FILTER),
    },
    <SectorsPage sectors={offered} counts={await happeningsBySector(ctx, ids)} />,
  );
}

async function showSector(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const sector = await sectorBySlug(ctx, c.req.param("slug") ?? "");
  if (!sector) throw new NotFound();
  const filter = { ...NO_FILTER, sectors: [sector] };
  const listing = await listHappenings(ctx, filter, { offset: 0, limit: SHOWN });
  const codes = allStates().map(({ code }) => code);
  return show(
    {
      title: `${sector.name} partnerships`,
      description: `${sector.description} What partnerships in this sector tried and what worked.`,
      feeds: feedsOf(filter),
    },
    <SectorPage
      sector={sector}
      listing={listing}
      counts={listing.items.length > 0 ? await happeningsByState(ctx, codes, sector.id) : new Map()}
      sectors={
        await sectorsByIds(
          ctx,
          listing.items.flatMap((item) => item.sectors),
        )
      }
      timeZone={ctx.site.timeZone}
    />,
  );
}

export const sectorPagesFeature: Feature = {
  name: "sector pages",
  routes: [reading("/sectors", showSectors), reading("/sectors/:slug", showSector)],
  nav: [{ place: "footer", group: "The network", label: "Sectors", href: "/sectors", order: 20 }],
  sitemap: [
    {
      async entries(ctx) {
        const offered = await sectors(ctx);
        return [{ path: "/sectors" }, ...offered.map(({ slug }) => ({ path: `/sectors/${slug}` }))];
      },
    },
  ],
};
