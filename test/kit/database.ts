import { type Database, kyselyOn, openServer } from "#platform/database/database.ts";
import { openInMemory } from "#platform/database/embedded/embedded.ts";
import { createDatabase, dropDatabase } from "./postgres.ts";

let made = 0;

/** An empty database of its own, of the kind that `TEST_DATABASE` names. */
export async function openTestDatabase(): Promise<Database> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) {
    const embedded = await openInMemory();
    return { kind: "embedded", db: kyselyOn(embedded.pool), ...embedded };
  }
  made += 1;
  const name = `world_${process.pid}_${made}`;
  const database = await openServer(await createDatabase(server, name), 6);
  return {
    ...database,
    async close() {
      await database.close();
      await dropDatabase(server, name);
    },
  };
}
