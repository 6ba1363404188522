import { mediaFeature } from "#features/media/feature.ts";
import { peopleFeature } from "#features/people/feature.ts";
import { sponsorsFeature } from "#features/sponsors/feature.ts";
import type { Feature } from "#platform/feature.ts";
import type { Ground } from "./house.ts";

/** Every room of the house. Taking one out is its folder, its line here and its migration. */
export async function features(_ground: Ground): Promise<Feature[]> {
  return [peopleFeature, mediaFeature(), sponsorsFeature];
}
