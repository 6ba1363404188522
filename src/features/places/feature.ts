import type { Feature } from "#platform/feature.ts";
import { stateEndpoints } from "./api.ts";

export const placesFeature: Feature = { name: "places", api: stateEndpoints };
