import type { Db } from "./database/tables.ts";

/** What an action sees: a job is written in the action's own transaction. */
export interface JobQueue {
  /** @param options.at not before this time */
  enqueue(ctx: { db: Db }, name: string, payload: object, options?: { at?: Date }): Promise<void>;
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
