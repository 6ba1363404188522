import { z } from "zod";
import type { ExchangeTable } from "#platform/exchange.ts";
import { type Job, job } from "#platform/jobs.ts";
import { clearOldImports } from "./actions.ts";
import { takeIn } from "./taking-in.ts";
import { tryImport } from "./trying.ts";

const OfImport = z.object({ id: z.uuid() });

export function exchangeJobs(tables: readonly ExchangeTable[]): Job[] {
  return [
    job({ name: "exchange.try", payload: OfImport, run: (ctx, { id }) => tryImport(ctx, tables, id) }),
    job({ name: "exchange.take-in", payload: OfImport, run: (ctx, { id }) => takeIn(ctx, tables, id) }),
    job({ name: "exchange.clear-old", payload: z.object({}), every: "41 4 * * *", run: clearOldImports }),
  ];
}
