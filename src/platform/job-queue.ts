import type { Db } from "./database/tables.ts";

/** What an action sees: a job is written in the action's own transaction. */
export interface JobQueue {
  /** @param options.at not before this time */
  enqueue(ctx: { db: Db }, name: string, payload: object, options?: { at?: Date }): Promise<void>;
  /** Jobs that gave up, the last one first. Not to be asked inside a transaction. */
  failures(page: { limit: number; offset: number }): Promise<FailedJob[]>;
  /** Lets a job that gave up be tried once more. @returns false where it is not waiting for that any more */
  retry(ctx: { db: Db }, name: string, id: string): Promise<boolean>;
}

/** A job that gave up after its last try. */
export interface FailedJob {
  name: string;
  id: string;
  payload: unknown;
  failedAt: Date;
  tries: number;
  reason: string;
}
