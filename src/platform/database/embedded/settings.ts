import { PGlite } from "@electric-sql/pglite";

/** All of it becomes resident memory; what falls out is read again from the system's cache in some 10 µs a page. */
const SHARED_BUFFERS = "32MB";

const oneSession = {
  jit: "off",
  // The engine's memory grows for the largest index build and never shrinks again.
  maintenance_work_mem: "32MB",
  random_page_cost: "1.1",
  // The engine is one process with one session; these size shared memory for sessions that never come.
  max_connections: "5",
  // Shared among so few sessions, the usual 64 are not enough for a restore, which locks every table and its indexes.
  max_locks_per_transaction: "256",
  autovacuum_worker_slots: "1",
  max_wal_senders: "0",
  max_replication_slots: "0",
  wal_level: "minimal",
};

/** How a new database is made: small log files, so that a small site has a small folder. */
export const making = ["--wal-segsize=4"];

/** For a folder: PGlite's own start parameters without `-F`, which switches fsync off, and syncing in earnest. */
export function durableStart(sharedBuffers = SHARED_BUFFERS): string[] {
  return [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
    ...asParameters({
      ...oneSession,
      shared_buffers: sharedBuffers,
      // Emscripten's fdatasync, PostgreSQL's choice on Linux, does nothing and reports success.
      wal_sync_method: "fsync",
      synchronous_commit: "on",
      full_page_writes: "on",
      min_wal_size: "32MB",
      max_wal_size: "64MB",
    }),
  ];
}

/** For a database in memory, where there is nothing to sync. */
export function fleetingStart(): string[] {
  return [...PGlite.defaultStartParams, ...asParameters({ ...oneSession, shared_buffers: "16MB" })];
}

function asParameters(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
