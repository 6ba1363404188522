import { fromKysely, type JobResult, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { z } from "zod";
import type { Ctx } from "./context.ts";
import type { Database } from "./database/database.ts";
import type { JobQueue } from "./job-queue.ts";

/** Work that outlives the request: its payload is ids, and running it twice does no harm. */
export interface Job<P = unknown> {
  name: string;
  payload: z.ZodType<P>;
  /** One call into a room's actions. Throwing means: try again later, with growing pauses. */
  run: (ctx: Ctx, payload: P) => Promise<void>;
  /** Cron line in UTC for work that comes back by itself; its payload is then `{}`. */
  every?: string;
}

/** Keeps the payload's type between the schema and `run`, and forgets it for the list of all jobs. */
export function job<P>(description: Job<P>): Job {
  return description as Job;
}

export interface Jobs extends JobQueue {
  /** Starts working; without it jobs only wait. */
  work(makeCtx: (jobName: string) => Promise<Ctx>): Promise<void>;
  /** Runs what waits now, in this process, until nothing is due: for the command line and for tests. */
  drain(makeCtx: (jobName: string) => Promise<Ctx>): Promise<number>;
  /** Whether jobs are being worked on now. */
  working(): boolean;
  /** Lets running jobs finish (at most `graceMs`), then stops. */
  stop(graceMs?: number): Promise<void>;
}

const SCHEMA = "jobs";
const RETRIES = { retryLimit: 8, retryDelay: 20, retryBackoff: true, retryDelayMax: 3600 };

/**
 * pg-boss speaks to a pool and expects a failed statement to leave no trace. The embedded database has one
 * connection, so a transaction that its multi-statement SQL left open is rolled back before anyone else comes.
 */
function onSharedConnection(database: Database) {
  return {
    async executeSql(text: string, values?: unknown[]) {
      const client = await database.pool.connect();
      try {
        const result: unknown = await client.query(text, values as unknown[]);
        const parts = (Array.isArray(result) ? result : [result]) as { rows?: unknown[] }[];
        return { rows: parts.flatMap((part) => part.rows ?? []) };
      } catch (error) {
        await client.query("rollback");
        throw error;
      } finally {
        client.release();
      }
    },
    async listen(channel: string, hear: (payload: string) => void, onReconnect: () => void) {
      const close = await database.listen(channel, hear);
      onReconnect();
      return { close };
    },
  };
}

/**
 * What was being worked on when the last process died waits again at once. Of the embedded database there is only
 * one process; on a server, where others may be at work, such jobs wait until their time is over.
 */
async function takeUpAgain(database: Database): Promise<void> {
  await database.pool.query(
    `update ${SCHEMA}.job set state = 'retry', start_after = now() where state = 'active'`,
  );
}

/** Makes the queues and timetables that are missing. Asking first keeps starts short: each making is a commit. */
async function layOutQueues(boss: PgBoss, list: readonly Job[]): Promise<void> {
  const queues = new Set((await boss.getQueues()).map(({ name }) => name));
  const lines = new Map((await boss.getSchedules()).map(({ name, cron }) => [name, cron]));
  for (const { name, every } of list) {
    if (!queues.has(name)) await boss.createQueue(name, { ...RETRIES, notify: true });
    if (every && lines.get(name) !== every) await boss.schedule(name, every, {}, { tz: "UTC" });
    if (!every && lines.has(name)) await boss.unschedule(name);
  }
}

/** Opens the job tables (schema `jobs`), with one queue for each job. */
export async function openJobs(database: Database, list: readonly Job[], log: Logger): Promise<Jobs> {
  const byName = new Map(list.map((entry) => [entry.name, entry]));
  let working = false;
  const boss = new PgBoss({
    db: onSharedConnection(database),
    backend: database.kind === "embedded" ? "pglite" : "postgres",
    schema: SCHEMA,
    useListenNotify: true,
    schedule: list.some((entry) => entry.every),
    superviseIntervalSeconds: 120,
    monitorIntervalSeconds: 120,
    cronMonitorIntervalSeconds: 30,
    monitorVacuum: false,
    reindex: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "the job queue met an error"));
  await boss.start();
  if (database.kind === "embedded") await takeUpAgain(database);
  await layOutQueues(boss, list);

  async function runOne(makeCtx: (name: string) => Promise<Ctx>, name: string, payload: unknown) {
    const entry = byName.get(name);
    if (!entry) throw new Error(`No job is called ${name}`);
    await entry.run(await makeCtx(name), entry.payload.parse(payload));
  }

  async function tryOne(
    makeCtx: (name: string) => Promise<Ctx>,
    name: string,
    id: string,
    payload: unknown,
  ): Promise<JobResult> {
    try {
      await runOne(makeCtx, name, payload);
      return { id, status: "completed" };
    } catch (error) {
      log.warn({ err: error, job: name, jobId: id }, "a job failed and will be tried again");
      return { id, status: "failed", output: { message: String((error as Error)?.message ?? error) } };
    }
  }

  return {
    async enqueue(ctx, name, payload, options) {
      if (!byName.has(name)) throw new Error(`No job is called ${name}`);
      await boss.send(name, payload, {
        db: fromKysely(ctx.db as never),
        ...(options?.at ? { startAfter: options.at } : {}),
      });
    },
    working: () => working,
    async work(makeCtx) {
      for (const { name } of list) {
        // A full batch means that more waits: the next is fetched at once. Of single jobs, only every notification
        // or poll would bring one, so two hundred mails would take an hour.
        const pace = { batchSize: 5, burstWhenBatchFull: true, perJobResults: true } as const;
        await boss.work(
          name,
          { ...pace, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 15 },
          async (batch) => {
            const results: JobResult[] = [];
            for (const { id, data } of batch) results.push(await tryOne(makeCtx, name, id, data));
            return results;
          },
        );
      }
      working = true;
    },
    async drain(makeCtx) {
      let ran = 0;
      for (let before = -1; before !== ran; ) {
        before = ran;
        for (const { name } of list) {
          for (const one of (await boss.fetch(name, { batchSize: 20 })) ?? []) {
            try {
              await runOne(makeCtx, name, one.data);
              await boss.complete(name, one.id);
            } catch (error) {
              await boss.fail(name, one.id, { message: String(error) });
            }
            ran += 1;
          }
        }
      }
      return ran;
    },
    async failures({ limit, offset }) {
      const { rows } = await database.pool.query(
        `select name, id, data, completed_on, retry_count, output from ${SCHEMA}.job
         where state = 'failed' order by completed_on desc, id limit $1 offset $2`,
        [limit, offset],
      );
      return rows.map((row) => ({
        name: row.name,
        id: row.id,
        payload: row.data,
        failedAt: row.completed_on,
        tries: row.retry_count + 1,
        reason: row.output?.message ?? row.output?.value?.message ?? "no reason was given",
      }));
    },
    async retry(ctx, name, id) {
      if (!byName.has(name)) return false;
      // The package's types leave out what it answers.
      const answer = (await boss.retry(name, id, { db: fromKysely(ctx.db as never) })) as {
        affected: number;
      };
      return answer.affected > 0;
    },
    async stop(graceMs = 10_000) {
      working = false;
      await boss.stop({ graceful: true, timeout: graceMs, close: false });
    },
  };
}
