import { z } from "zod";
import { type Job, job } from "../jobs.ts";
import type { Database } from "./database.ts";

/** Keeps an embedded database's tables in shape; a PostgreSQL server does that by itself. */
export function upkeepJobs(database: Database): Job[] {
  const { maintain } = database;
  if (!maintain) return [];
  return [
    job({
      name: "database.upkeep",
      payload: z.object({}),
      every: "*/5 * * * *",
      run: async (ctx) => {
        const tables = await maintain();
        if (tables.length > 0) ctx.log.info({ tables }, "tables were tidied up");
      },
    }),
  ];
}
