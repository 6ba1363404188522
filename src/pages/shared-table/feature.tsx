import { ofTable, TEAM, workspaceIn } from "#features/partnerships/public.ts";
import type { Feature, TablePart } from "#platform/feature.ts";
import { get, type HouseContext } from "#platform/http/routes.ts";
import { TablePage } from "./table-page.tsx";

async function showTable(c: HouseContext, parts: readonly TablePart[]): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const laid = [];
  // One after the other: on the embedded database there is one connection, and nothing would be won.
  for (const part of parts) laid.push({ part, shown: await part.render(ctx, workspace) });
  return c.var.show(
    { title: `Shared table: ${workspace.name}`, noindex: true },
    <TablePage workspace={workspace} laid={laid} />,
  );
}

/** @param rooms whatever they lay on the table stands on its front page */
export function sharedTableFeature(rooms: readonly Feature[]): Feature {
  const parts = rooms.flatMap((room) => room.tableParts ?? []).sort((a, b) => a.order - b.order);
  return {
    name: "shared table",
    routes: [get(ofTable(), TEAM, (c) => showTable(c, parts))],
  };
}
