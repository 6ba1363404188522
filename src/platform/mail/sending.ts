import { sql } from "kysely";
import type { Ctx } from "../context.ts";
import { type Mail, mailById, SEND_MAIL } from "./mail.ts";
import type { PostOffice } from "./post-office.ts";

/** Longer than SMTP's own time limits together, so that a living worker never loses its mail to another. */
export const CLAIM_MS = 5 * 60_000;
const GIVE_UP_AFTER = 9;
/** When one that was refused for the moment is tried again by itself; its job's pauses then grow. */
const FIRST_PAUSE_MS = 20_000;

/**
 * Takes a waiting mail in hand, or one whose holder died; a mail in another's hand is left alone. What was in a dead
 * hand may have gone out, and says so from then on.
 */
async function claim(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable("mails")
    .set({
      state: "sending",
      tries: sql`tries + 1`,
      claimed_until: new Date(ctx.now.getTime() + CLAIM_MS),
      retaken_at: sql`case when state = 'sending' then ${ctx.now} else retaken_at end`,
    })
    .where("id", "=", id)
    .where((or) =>
      or.or([
        or("state", "=", "queued"),
        or.and([or("state", "=", "sending"), or("claimed_until", "<", ctx.now)]),
      ]),
    )
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Sends one mail row at least once; twice only if the process dies between the server's yes and the commit. */
export async function deliver(ctx: Ctx, office: PostOffice, id: string): Promise<void> {
  if (!(await claim(ctx, id))) return;
  const mail = await mailById(ctx, id);
  if (!mail) return;
  if (!office.delivers) {
    await noteKept(ctx, [mail], office);
    return;
  }
  try {
    await office.send(mail);
  } catch (error) {
    if ((await noteRefusal(ctx, mail, error)) === "gave-up") return;
    throw error;
  }
  await noteSent(ctx, [id], ctx.now);
}

export async function noteKept(ctx: Ctx, mails: readonly Mail[], office: PostOffice): Promise<void> {
  if (mails.length === 0) return;
  await ctx.db
    .updateTable("mails")
    .set({ state: "kept", claimed_until: null })
    .where(
      "id",
      "in",
      mails.map(({ id }) => id),
    )
    .execute();
  for (const mail of mails) office.kept(mail);
}

export async function noteSent(ctx: Ctx, ids: readonly string[], at: Date): Promise<void> {
  await ctx.db
    .updateTable("mails")
    .set({ state: "sent", sent_at: at, claimed_until: null, last_problem: null })
    // One text for any number of them, so that the database plans it once.
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
}

/** Writes down why a mail did not go out; from now on it is tried by itself, if at all. */
export async function noteRefusal(ctx: Ctx, mail: Mail, error: unknown): Promise<"gave-up" | "again"> {
  const gaveUp = mail.tries >= GIVE_UP_AFTER || isPermanent(error);
  await ctx.db
    .updateTable("mails")
    .set({
      state: gaveUp ? "failed" : "queued",
      batch: null,
      claimed_until: null,
      last_problem: String((error as Error).message).slice(0, 500),
    })
    .where("id", "=", mail.id)
    .execute();
  return gaveUp ? "gave-up" : "again";
}

/** One of many that was refused for the moment gets a job of its own, with pauses that grow. */
export async function tryAgainLater(ctx: Ctx, mail: Mail): Promise<void> {
  await ctx.jobs.enqueue(
    ctx,
    SEND_MAIL,
    { mail: mail.id },
    { at: new Date(ctx.now.getTime() + FIRST_PAUSE_MS) },
  );
}

/** A 5xx answer to the address itself will be the same tomorrow. */
function isPermanent(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  return responseCode !== undefined && responseCode >= 550 && responseCode < 560 && command === "RCPT TO";
}

/** The server does not answer at all, or does not let us in: no other mail would fare better just now. */
export function isServerDown(error: unknown): boolean {
  const { command, code } = error as { command?: string; code?: string };
  return command === "CONN" || code === "EAUTH" || code === "EDNS";
}

/** Mails that wait although no job speaks of them: after a restore, or when a worker died with one in hand. */
export async function findStranded(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("mails")
    .select("id")
    .where((or) =>
      or.or([
        or.and([
          or("state", "=", "queued"),
          or("created_at", "<", new Date(ctx.now.getTime() - 2 * 3600_000)),
        ]),
        or.and([or("state", "=", "sending"), or("claimed_until", "<", ctx.now)]),
      ]),
    )
    .limit(200)
    .execute();
  return rows.map((row) => row.id);
}

/** Batches of which something waits and nothing is in hand: their job died with a server that others may share. */
export async function findStrandedBatches(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ batch: string }>`select distinct m.batch from mails m
    where m.batch is not null and m.state = 'queued' and m.created_at < ${new Date(ctx.now.getTime() - CLAIM_MS)}
      and not exists (select from mails o where o.batch = m.batch and o.claimed_until > ${ctx.now})
    limit 20`.execute(ctx.db);
  return rows.map(({ batch }) => batch);
}
