import { affiliatesOnMap } from "#features/affiliates/public.ts";
import {
  describePartnerships,
  filterQuery,
  filtersSet,
  mapOfPartnerships,
  type PartnershipFilter,
  partnershipFilterFrom,
} from "#features/partnerships/public.ts";
import { drawNetwork, stateByFips } from "#features/places/public.ts";
import { sectors } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { Feature } from "#platform/feature.ts";
import { encode, WRITTEN_OUT } from "#platform/http/page-bytes.ts";
import { type HouseContext, reading } from "#platform/http/routes.ts";
import { LAYER_WORDS, mapAddress, readLayer } from "./layers.ts";
import { Drawing, type DrawingProps, type Found, MapPage } from "./map-page.tsx";

/** What stands in the network, or in one state of it: asked for most, and drawn once until something changes. */
function isPlain(filter: PartnershipFilter): boolean {
  return filtersSet({ ...filter, state: undefined }) === 0;
}

const placeOf = ({ state }: PartnershipFilter) => state?.code ?? "the nation";

async function foundBy(ctx: Ctx, filter: PartnershipFilter): Promise<Found> {
  const find = async () => {
    const all = await mapOfPartnerships(ctx, filter);
    // Of thousands of partnerships the nation's drawing is small; a state's map needs each of its few.
    return { count: all.length, ...(filter.state ? { each: all } : { drawing: drawNetwork(all) }) };
  };
  return isPlain(filter) ? ctx.keep(`what the map of ${placeOf(filter)} finds`, find) : find();
}

/** A map as all see it is most of its page and the same words until something changes. */
function written(ctx: Ctx, shown: DrawingProps) {
  return ctx.keep(`the map of ${placeOf(shown.filter)}, written out`, async () =>
    encode(String(await (<Drawing {...shown} />).toString())),
  );
}

async function showMap(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const asked = new URL(c.req.url).searchParams;
  const filter = await partnershipFilterFrom(ctx, asked);
  const layer = readLayer(asked);
  const address = mapAddress(filterQuery(filter), layer);
  // One view, one address: an empty field of the form or another order leads there.
  if (`/map${asked.size > 0 ? `?${asked}` : ""}` !== address) return c.redirect(address, 302);
  const code = filter.state?.code;
  const partnerships = layer === "affiliates" ? undefined : await foundBy(ctx, filter);
  const everywhere =
    layer === "partnerships"
      ? undefined
      : await ctx.keep("affiliates on the map", () => affiliatesOnMap(ctx));
  const affiliates = everywhere?.filter(
    ({ stateCode, counties }) =>
      !code || stateCode === code || counties.some((fips) => stateByFips(fips)?.code === code),
  );
  const words = describePartnerships(filter);
  const shown = { filter, layer, partnerships, affiliates };
  const title = filtersSet(filter) === 0 ? "Map of the network" : `${words} on the map`;
  const writtenOut = isPlain(filter) && layer === "both" ? await written(ctx, shown) : undefined;
  return show(
    {
      ...(writtenOut ? { writtenOut } : {}),
      title: layer === "both" ? title : `${title}: ${LAYER_WORDS[layer].toLowerCase()}`,
      description: `${words} on a map by county, and the same as a list.`,
      canonical: address,
      noindex: filter.unknown.length > 0 || filter.q !== "" || partnerships?.count === 0,
    },
    <MapPage
      filter={filter}
      words={words}
      layer={layer}
      partnerships={partnerships}
      affiliates={affiliates}
      offered={await sectors(ctx)}
      drawing={writtenOut ? WRITTEN_OUT : <Drawing {...shown} />}
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
