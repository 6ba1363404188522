import type { SearchSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import type { Feature } from "#platform/feature.ts";
import { searchRoutes } from "./routes.tsx";

/** @param rooms everybody who has something to be found */
export function searchFeature(rooms: readonly Feature[]): Feature {
  const sources: SearchSource<Ctx>[] = rooms.flatMap((room) => room.search ?? []);
  return { name: "search", routes: searchRoutes(sources.sort((a, b) => a.order - b.order)) };
}
