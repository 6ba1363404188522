import { PGlite } from "@electric-sql/pglite";

/** 24 MB of shared buffers: the operating system's cache holds the rest, and resident memory stays small. */
const defaultSharedBuffers = "24MB";

const modest = {
  jit: "off",
  // The engine is one process with one session; these size shared memory for sessions that never come.
  max_connections: "5",
  max_wal_senders: "0",
  max_prepared_transactions: "0",
  autovacuum_worker_slots: "1",
  max_replication_slots: "0",
  wal_level: "minimal",
};

/** Start parameters for a folder: PGlite's own without `-F`, which would switch fsync off. */
export function durableStartParams(sharedBuffers = defaultSharedBuffers): string[] {
  return [
    ...PGlite.defaultStartParams.filter((param) => param !== "-F"),
    ...settings({
      ...modest,
      shared_buffers: sharedBuffers,
      // Emscripten's fdatasync, the default, does nothing and reports success.
      wal_sync_method: "fsync",
      synchronous_commit: "on",
      full_page_writes: "on",
      min_wal_size: "32MB",
      max_wal_size: "64MB",
    }),
  ];
}

/** Start parameters for a database in memory: nothing to sync. */
export function fleetingStartParams(): string[] {
  return [...PGlite.defaultStartParams, ...settings({ ...modest, shared_buffers: "16MB" })];
}

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
