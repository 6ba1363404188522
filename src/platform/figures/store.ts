import { join } from "node:path";
import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import type { Bucket } from "./bucket.ts";
import { plainRow } from "./plain-row.ts";
import {
  beginSet,
  filesOf,
  freeBytesIn,
  pointerIn,
  pointTo,
  putFile,
  readSet,
  type SetDraft,
  sweepDrafts,
  sweepSets,
} from "./sets.ts";
import { shareSets } from "./shared-sets.ts";

/** Values of a statement's `$name` parameters; a list of texts is a `VARCHAR[]`. */
export type FigureValues = Record<string, string | number | boolean | readonly string[] | null>;

/** One immutable set of files: its id and what its maker wrote down about it. */
export interface FileSet {
  id: string;
  manifest: unknown;
  /** It came with the project; the next set takes over copies of its files, since a newer release may bring others. */
  shipped: boolean;
  /** Where a file lies that this set names, its own or an earlier set's: `SET/FILE`. */
  pathOf(file: string): string;
}

/** Columns of figures in Parquet files, beside the site's own tables and never mixed with them. */
export interface FigureStore {
  /** The set that counts now; undefined where there is none. */
  current(): Promise<FileSet | undefined>;
  /**
   * Runs one statement that only reads. Where the SQL says `{name}`, the path of that name stands, quoted. Counts and
   * sums come as numbers.
   */
  rows<Row>(sql: string, given?: { values?: FigureValues; paths?: Record<string, string> }): Promise<Row[]>;
  /** Begins a set that shall follow the one given, which counts now. */
  begin(id: string, after: FileSet | undefined): Promise<SetDraft>;
  /** The set that counts, where it was imported, with every file that it names: for a backup. */
  imported(): Promise<{ id: string; files: { name: string; path: string; bytes: number }[] } | undefined>;
  /** Puts a file of a set in its place, which counts for nothing before `pointTo`. `name` is `SET/FILE`. */
  put(name: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Lets a set count that lies here whole; undefined: what the project ships counts again. */
  pointTo(id: string | undefined): Promise<void>;
  /** Heavy work after other heavy work: two imports at once would only take each other's memory. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Removes what killed imports left; to be asked before any import is begun. */
  sweepDrafts(): Promise<void>;
  /** Removes sets that the current one takes no file from and that nobody can be reading any more; answers their ids. */
  sweepSets(given: { named: readonly string[]; now: Date }): Promise<string[]>;
  /** What may still be written here, in bytes. */
  freeBytes(): Promise<number>;
  close(): Promise<void>;
}

/** More at once would only wait for each other's processor. */
const CONNECTIONS = 4;

/**
 * Opens the store in `folder`; nothing is read before somebody asks. Until something is imported, the set that the
 * project ships counts, where `shipped` names its folder. With `shared` the sets lie in a bucket, which any number of sites
 * may read and import into, and the folder holds what was brought from there.
 */
export function openFigureStore(options: {
  folder: string;
  shipped?: string;
  memoryMb?: number;
  shared?: { bucket: Bucket; askAgainMs?: number; onTrouble: (error: unknown) => void };
}): FigureStore {
  const { folder, shipped, memoryMb = 512 } = options;
  const shared = options.shared && shareSets(folder, options.shared.bucket, options.shared);
  let engine: Promise<DuckDBInstance> | undefined;
  const idle: DuckDBConnection[] = [];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  let open = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function take(): Promise<DuckDBConnection> {
    const free = idle.pop();
    if (free) return free;
    if (open >= CONNECTIONS) return new Promise((resolve) => waiting.push(resolve));
    open += 1;
    engine ??= DuckDBInstance.create(":memory:", {
      memory_limit: `${memoryMb}MB`,
      threads: "2",
      // Figures are read from files of ours alone; nothing is fetched or installed.
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      temp_directory: "",
    });
    return (await engine).connect();
  }

  function give(connection: DuckDBConnection): void {
    const next = waiting.shift();
    if (next) next(connection);
    else idle.push(connection);
  }

  return {
    async current() {
      const isKnown = shared ? await shared.follow() : true;
      const own = await setIn(folder, false);
      // What came with the project must not stand in for figures that are only out of reach.
      return own ?? (shipped && isKnown ? setIn(shipped, true) : undefined);
    },

    async rows<Row>(
      sql: string,
      { values = {}, paths = {} }: { values?: FigureValues; paths?: Record<string, string> } = {},
    ) {
      const text = sql.replace(/\{(\w+)\}/g, (_, name: string) => quoted(paths[name] ?? ""));
      const connection = await take();
      try {
        const statement = await connection.prepare(text);
        try {
          for (const [name, value] of Object.entries(values)) {
            if (Array.isArray(value)) statement.bind({ [name]: listValue(value) }, { [name]: LIST(VARCHAR) });
            else statement.bind({ [name]: value as DuckDBValue });
          }
          const result = await statement.runAndReadAll();
          return result.getRowObjects().map(plainRow) as Row[];
        } finally {
          statement.destroySync();
        }
      } finally {
        give(connection);
      }
    },

    begin: (id, after) => beginSet(folder, id, after?.shipped ? undefined : after?.id, shared?.publish),
    async imported() {
      const set = await setIn(folder, false);
      return set && { id: set.id, files: await filesOf(folder, set) };
    },
    put: (name, content) => putFile(folder, name, content),
    async pointTo(id) {
      await pointTo(folder, id);
      await shared?.pointTo(id);
    },
    alone<T>(work: () => Promise<T>) {
      const mine = last.then(work);
      last = mine.then(
        () => {},
        () => {},
      );
      return mine;
    },
    sweepDrafts: () => sweepDrafts(folder),
    async sweepSets(given) {
      await shared?.sweep(given);
      return sweepSets(folder, given);
    },
    freeBytes: () => freeBytesIn(folder),

    async close() {
      for (const connection of idle) connection.closeSync();
      idle.length = 0;
      (await engine)?.closeSync();
    },
  };
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}

async function setIn(folder: string, shipped: boolean): Promise<FileSet | undefined> {
  const pointer = await pointerIn(folder);
  if (!pointer) return undefined;
  return { ...(await readSet(folder, pointer.id)), shipped, pathOf: (file) => join(folder, file) };
}
