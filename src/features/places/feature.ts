import type { Feature } from "#platform/feature.ts";
import { stateEndpoints } from "./api.ts";
import { routes } from "./routes.ts";
import { stateSearch } from "./sources.ts";

export const placesFeature: Feature = { name: "places", routes, api: stateEndpoints, search: [stateSearch] };
