import { affiliatesOnMap } from "#features/affiliates/public.ts";
import {
  describePartnerships,
  filterQuery,
  filtersSet,
  mapOfPartnerships,
  partnershipFilterFrom,
} from "#features/partnerships/public.ts";
import { stateByFips } from "#features/places/public.ts";
import { sectors } from "#features/sectors/public.ts";
import type { Feature } from "#platform/feature.ts";
import { type HouseContext, reading } from "#platform/http/routes.ts";
import { LAYER_WORDS, mapAddress, readLayer } from "./layers.ts";
import { MapPage } from "./map-page.tsx";

async function showMap(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const asked = new URL(c.req.url).searchParams;
  const filter = await partnershipFilterFrom(ctx, asked);
  const layer = readLayer(asked);
  const address = mapAddress(filterQuery(filter), layer);
  // One view, one address: an empty field of the form or another order leads there.
  if (`/map${asked.size > 0 ? `?${asked}` : ""}` !== address) return c.redirect(address, 302);
  const code = filter.state?.code;
  const partnerships = layer === "affiliates" ? undefined : await mapOfPartnerships(ctx, filter);
  const everywhere = layer === "partnerships" ? undefined : await affiliatesOnMap(ctx);
  const affiliates = everywhere?.filter(
    ({ stateCode, counties }) =>
      !code || stateCode === code || counties.some((fips) => stateByFips(fips)?.code === code),
  );
  const words = describePartnerships(filter);
  const title = filtersSet(filter) === 0 ? "Map of the network" : `${words} on the map`;
  return show(
    {
      title: layer === "both" ? title : `${title}: ${LAYER_WORDS[layer].toLowerCase()}`,
      description: `${words} on a map by county, and the same as a list.`,
      canonical: address,
      noindex: filter.unknown.length > 0 || filter.q !== "" || partnerships?.length === 0,
    },
    <MapPage
      filter={filter}
      words={words}
      layer={layer}
      partnerships={partnerships}
      affiliates={affiliates}
      offered={await sectors(ctx)}
    />,
  );
}

/** The network by place: the directory's filters, on the nation's map or on one state's. */
export const mapFeature: Feature = {
  name: "map",
  routes: [reading("/map", showMap)],
  nav: [{ place: "footer", group: "The network", label: "Map", href: "/map", order: 10 }],
  sitemap: [{ entries: async () => [{ path: "/map" }] }],
};
