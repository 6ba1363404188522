import type { ExchangeTable, Mergeable, NamedBy } from "#platform/exchange.ts";
import type { Feature } from "#platform/feature.ts";
import { importRoutes } from "./import-routes.tsx";
import { personalImports } from "./importing/forgetting.ts";
import { exchangeJobs } from "./importing/jobs.ts";
import { personMerged } from "./importing/merging.ts";
import { mergingRoutes } from "./merging/routes.tsx";
import { takingOutRoutes } from "./taking-out/routes.ts";

/** What the rooms offer, which this room knows by nothing but its shape. */
interface Rooms {
  exchange?: readonly ExchangeTable[];
  mergeable?: readonly Mergeable[];
  namedBy?: readonly NamedBy[];
}

const words = (verb: string) => (particulars: Record<string, unknown>) =>
  `${verb} ${particulars.table ?? ""} (${particulars.file ?? "a file"})`;

/** Tables in and out, and doubles made one. */
export function exchangeFeature(rooms: readonly Rooms[]): Feature {
  const tables = rooms.flatMap(({ exchange }) => exchange ?? []);
  const mergeables = rooms.flatMap(({ mergeable }) => mergeable ?? []);
  const namedBy = rooms.flatMap(({ namedBy }) => namedBy ?? []);
  return {
    name: "exchange",
    routes: [...importRoutes(tables), ...takingOutRoutes(tables), ...mergingRoutes(mergeables, namedBy)],
    jobs: exchangeJobs(tables),
    nav: [
      { place: "desk", label: "Tables in and out", href: "/desk/exchange", order: 70 },
      { place: "desk", label: "Doubles", href: "/desk/merging", order: 72 },
    ],
    personalData: [personalImports],
    hears: { "person.merged": personMerged },
    eventWords: {
      "table.brought": words("brought a table of"),
      "table.dropped": words("dropped a table of"),
      "table.taken-in": ({ table, file, new: added, changed, refused }) =>
        `took in a table of ${table ?? ""} (${file ?? "a file"}): ${added ?? 0} new, ${changed ?? 0} changed, ${refused ?? 0} left out`,
      "table.taken-out": ({ table, format }) => `took out all ${table ?? ""} as ${format ?? "a file"}`,
    },
    subjectHref(kind, id) {
      if (kind === "import") return `/desk/imports/${id}`;
      return kind === "table" ? `/desk/exchange/${id}` : undefined;
    },
  };
}
