import { z } from "zod";
import { type Job, job } from "#platform/jobs.ts";
import { holdings } from "../holdings.ts";
import { clearOldFigures, lookAtFigures, takeFiguresIn } from "./actions.ts";

const OfImport = z.object({ id: z.uuid() });

export const holdingsJobs: Job[] = [
  job({ name: "industry.look", payload: OfImport, run: (ctx, { id }) => lookAtFigures(ctx, id) }),
  job({ name: "industry.take-in", payload: OfImport, run: (ctx, { id }) => takeFiguresIn(ctx, id) }),
  job({
    name: "industry.clear-old",
    payload: z.object({}),
    every: "17 5 * * *",
    async run(ctx) {
      const held = await holdings(ctx);
      await clearOldFigures(ctx, [...new Set(held?.periods.map(({ file }) => file.split("/")[0] ?? ""))]);
    },
  }),
];
