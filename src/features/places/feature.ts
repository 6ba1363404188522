import type { Feature } from "#platform/feature.ts";
import { stateEndpoints } from "./api.ts";
import { stateSearch } from "./sources.ts";

export const placesFeature: Feature = { name: "places", api: stateEndpoints, search: [stateSearch] };
