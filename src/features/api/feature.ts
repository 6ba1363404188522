import type { Feature } from "#platform/feature.ts";
import { apiPages } from "./routes.tsx";

/** @param rooms everybody who has something to offer to other programs */
export function apiFeature(rooms: readonly Feature[]): Feature {
  return { name: "api", routes: apiPages(rooms.flatMap((room) => room.api ?? [])) };
}
