import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { Ctx } from "../context.ts";
import { transact } from "../database/transact.ts";
import { type Mail, mailsFrom, SEND_BATCH } from "./mail.ts";
import type { MailLines, PostOffice } from "./post-office.ts";
import { CLAIM_MS, isServerDown, noteKept, noteRefusal, noteSent, tryAgainLater } from "./sending.ts";

/** Short enough that a house that closes waits for it; what is left is the next job's. */
const AT_MOST_MS = 8_000;
/**
 * What went out in this time is noted together: each note waits for the disk. Whoever is killed meanwhile has sent a
 * dozen mails at most that nobody knows of.
 */
const GATHER_MS = 20;
/** What has lain in hand longer than this goes back: its claim might run out while a slow server takes it. */
const STALE_MS = 60_000;

/**
 * Sends what waits of a batch, a few at a time over lines that stay open. Claiming and noting happen for several mails
 * in one statement. A house that is killed has those in doubt that were on its lines or went out since its last note;
 * they are taken again, and say that they may have gone out before.
 *
 * @throws what the server said when it cannot be reached, so that the job is tried again later
 */
export async function deliverBatch(ctx: Ctx, office: PostOffice, batch: string): Promise<void> {
  const began = performance.now();
  const passed = () => performance.now() - began;
  const now = () => new Date(ctx.now.getTime() + passed());
  if (!office.delivers) return keepAll(ctx, office, batch, now);
  const lines = office.openLines();
  const hand = new Hand(async () => (passed() < AT_MOST_MS ? claimSome(ctx, batch, lines.ahead, now()) : []));
  const notes = new Notes((ids) => noteSent(ctx, ids, now()));
  // One more than there are lines, so that none is idle while the next mail is made up.
  const working = Array.from({ length: lines.count + 1 }, () => workLine(ctx, lines, hand, notes));
  for (const ended of await Promise.allSettled(working))
    if (ended.status === "rejected") hand.stop(ended.reason);
  lines.close();
  await notes.written();
  await putBack(ctx, hand.left());
  if (hand.stoppedBy) throw hand.stoppedBy;
  await goOn(ctx, batch);
}

async function workLine(ctx: Ctx, lines: MailLines, hand: Hand, notes: Notes): Promise<void> {
  for (let mail = await hand.next(); mail; mail = await hand.next()) {
    try {
      await lines.send(mail);
    } catch (error) {
      await refused(ctx, mail, error);
      if (isServerDown(error)) hand.stop(error);
      continue;
    }
    notes.add(mail.id);
  }
}

async function refused(ctx: Ctx, mail: Mail, error: unknown): Promise<void> {
  await transact(ctx, async (ctx) => {
    if ((await noteRefusal(ctx, mail, error)) === "again") await tryAgainLater(ctx, mail);
  });
}

async function claimSome(ctx: Ctx, batch: string, most: number, now: Date): Promise<Mail[]> {
  const rows = await ctx.db
    .updateTable("mails")
    .set({ state: "sending", tries: sql`tries + 1`, claimed_until: new Date(now.getTime() + CLAIM_MS) })
    .where("id", "in", (some) =>
      some
        .selectFrom("mails")
        .select("id")
        .where("batch", "=", batch)
        .where("state", "=", "queued")
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
  return mailsFrom(ctx, rows);
}

/** What was claimed and not tried waits again, as if it had not been touched. */
async function putBack(ctx: Ctx, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  await ctx.db
    .updateTable("mails")
    .set({ state: "queued", tries: sql`tries - 1`, claimed_until: null })
    .where(
      "id",
      "in",
      mails.map(({ id }) => id),
    )
    .execute();
}

async function keepAll(ctx: Ctx, office: PostOffice, batch: string, now: () => Date): Promise<void> {
  for (let mails = await claimSome(ctx, batch, 200, now()); mails.length > 0; ) {
    await noteKept(ctx, mails, office);
    mails = await claimSome(ctx, batch, 200, now());
  }
}

async function goOn(ctx: Ctx, batch: string): Promise<void> {
  const waiting = await ctx.db
    .selectFrom("mails")
    .select("id")
    .where("batch", "=", batch)
    .where("state", "=", "queued")
    .limit(1)
    .executeTakeFirst();
  if (waiting) await transact(ctx, (inner) => inner.jobs.enqueue(inner, SEND_BATCH, { batch }));
}

/** Mails that are claimed and not sent yet: filled up before it is empty, so that no line waits. */
class Hand {
  #mails: { mail: Mail; since: number }[] = [];
  #put: Mail[] = [];
  #filling: Promise<void> | undefined;
  #over = false;
  stoppedBy: unknown;
  readonly #more: () => Promise<Mail[]>;

  constructor(more: () => Promise<Mail[]>) {
    this.#more = more;
  }

  async next(): Promise<Mail | undefined> {
    for (;;) {
      if (this.stoppedBy) return undefined;
      if (this.#mails.length < 15 && !this.#over) this.#filling ??= this.#fill();
      if (this.#mails.length === 0 && this.#filling) await this.#filling;
      const first = this.#mails.shift();
      if (!first) {
        if (this.#over) return undefined;
        continue;
      }
      if (performance.now() - first.since < STALE_MS) return first.mail;
      this.#put.push(first.mail);
    }
  }

  async #fill(): Promise<void> {
    try {
      const mails = await this.#more();
      if (mails.length === 0) this.#over = true;
      const since = performance.now();
      this.#mails.push(...mails.map((mail) => ({ mail, since })));
    } catch (error) {
      this.#over = true;
      this.stop(error);
    } finally {
      this.#filling = undefined;
    }
  }

  stop(reason: unknown): void {
    this.stoppedBy ??= reason;
  }

  /** What nobody has tried. */
  left(): Mail[] {
    return [...this.#put, ...this.#mails.map(({ mail }) => mail)];
  }
}

/** Writes down what went out: one statement at a time, each with everything that came meanwhile. */
class Notes {
  #waiting: string[] = [];
  #writing: Promise<void> | undefined;
  #failure: unknown;
  readonly #write: (ids: string[]) => Promise<void>;

  constructor(write: (ids: string[]) => Promise<void>) {
    this.#write = write;
  }

  add(id: string): void {
    this.#waiting.push(id);
    this.#writing ??= this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        await pause(GATHER_MS);
        await this.#write(this.#waiting.splice(0));
      }
    } catch (error) {
      this.#failure ??= error;
    } finally {
      this.#writing = undefined;
    }
  }

  /** @throws what kept it from writing */
  async written(): Promise<void> {
    await this.#writing;
    if (this.#failure) throw this.#failure;
  }
}
