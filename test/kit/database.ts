import { type Database, kyselyOn, openServer } from "#platform/database/database.ts";
import { type EmbeddedDatabase, openInMemory } from "#platform/database/embedded/embedded.ts";
import { createDatabase, dropDatabase } from "./postgres.ts";

type Prepare = (database: Database) => Promise<void>;

let made = 0;
/** Copies are quick, making is not: each preparation is done once for all tests of this worker. */
const originals = new Map<Prepare | undefined, Promise<Blob | string>>();

/**
 * A database of its own, of the kind that `TEST_DATABASE` names: empty, or as `prepare` left its original. The same
 * function is the same preparation.
 */
export async function openTestDatabase(prepare?: Prepare): Promise<Database> {
  const original = originals.get(prepare) ?? makeOriginal(prepare);
  originals.set(prepare, original);
  const source = await original;
  return typeof source === "string" ? openCopy(source) : asDatabase(await openInMemory({ snapshot: source }));
}

function asDatabase(embedded: EmbeddedDatabase): Database {
  return { kind: "embedded", db: kyselyOn(embedded.pool), ...embedded };
}

async function makeOriginal(prepare: Prepare | undefined): Promise<Blob | string> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) {
    const embedded = await openInMemory();
    await prepare?.(asDatabase(embedded));
    const snapshot = await embedded.snapshot();
    await embedded.close();
    return snapshot;
  }
  if (!prepare) return "template1";
  const name = nextName("original");
  const database = await openServer(await createDatabase(server, name), 6);
  await prepare(database);
  await database.close();
  return name;
}

async function openCopy(template: string): Promise<Database> {
  const server = process.env.TEST_POSTGRES_URL ?? "";
  const name = nextName("world");
  const database = await openServer(await createDatabase(server, name, template), 6);
  return {
    ...database,
    async close() {
      await database.close();
      await dropDatabase(server, name);
    },
  };
}

function nextName(kind: string): string {
  made += 1;
  return `${kind}_${process.pid}_${made}`;
}
