import { Conflict } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { DatePrecision } from "../kinds.ts";
import { type Move, moveHappening } from "../moving.ts";
import type { Stage } from "../stages.ts";
import { publishedMail } from "../submissions/mails.tsx";
import { type Editor, lockHappening, markRead, putInHand } from "./holding.ts";
import { writeMessage, writeToSender } from "./letters.ts";
import { changesAskedMail, declinedMail, letterMail, scheduledMail } from "./mails.tsx";

/** What the editor had before their eyes: a deed is done only while it still is so. */
export interface Seen {
  version: number;
  stage: Stage;
}

export const PUBLISH_DUE = "happening.publish-due";

/** Asks the sender for something; the mail leads to their status page, where they answer. */
export async function askForChanges(
  ctx: Ctx,
  id: string,
  command: Seen & { message: string },
  by: Editor,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await decide(ctx, id, "changes-asked", command, by);
    await writeMessage(ctx, id, { kind: "changes-asked", by, text: command.message });
    await writeToSender(ctx, id, (site, to, path) =>
      changesAskedMail(site, to, path, { message: command.message, editor: by.name }),
    );
  });
}

/** Writes to the sender whatever the stage; nothing else changes. */
export async function writeLetter(
  ctx: Ctx,
  id: string,
  command: { message: string },
  by: Editor,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await lockHappening(ctx, id);
    await writeMessage(ctx, id, { kind: "letter", by, text: command.message });
    await writeToSender(ctx, id, (site, to, path) =>
      letterMail(site, to, path, { message: command.message, editor: by.name }),
    );
    await tell(ctx, {
      name: "happening.letter-sent",
      subject: { kind: "happening", id },
      particulars: { title: row.title },
    });
  });
}

/** @param command.inform whether the sender gets the reason by mail; of spam they need not */
export async function declineHappening(
  ctx: Ctx,
  id: string,
  command: Seen & { reason: string; inform: boolean },
  by: Editor,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await decide(ctx, id, "declined", command, by);
    await writeMessage(ctx, id, {
      kind: command.inform ? "declined" : "note",
      by,
      text: command.inform ? command.reason : `Declined without a mail: ${command.reason}`,
    });
    if (!command.inform) return;
    await writeToSender(ctx, id, (site, to, path) =>
      declinedMail(site, to, path, { reason: command.reason, editor: by.name }),
    );
  });
}

/**
 * Publishes the very version that was read. A happening that returns after it was taken off brings no second mail.
 *
 * @param dated for old news at its first publication: its address is then in the year it was
 */
export async function publishHappening(
  ctx: Ctx,
  id: string,
  seen: Seen,
  by: Editor,
  dated?: Move["dated"],
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await decide(ctx, id, "published", seen, by, dated ? { dated } : {});
    if (seen.stage !== "unpublished") await writeToSender(ctx, id, publishedMail);
  });
}

/** Sets the time at which this version goes out, or another one than before. */
export async function scheduleHappening(
  ctx: Ctx,
  id: string,
  command: Seen & { at: Date },
  by: Editor,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    let seen: Seen = command;
    if (seen.stage === "scheduled") {
      await moveHappening(ctx, id, {
        to: "in-review",
        mover: "editor",
        version: seen.version,
        from: seen.stage,
      });
      seen = { ...seen, stage: "in-review" };
    }
    await decide(ctx, id, "scheduled", seen, by, { publishAt: command.at });
    await ctx.jobs.enqueue(ctx, PUBLISH_DUE, { happening: id }, { at: command.at });
    await writeToSender(ctx, id, (site, to, path) => scheduledMail(site, to, path, command.at));
  });
}

/** Takes a planned publication back; the happening is in review again. */
export async function unscheduleHappening(ctx: Ctx, id: string, seen: Seen, by: Editor): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (seen.stage !== "scheduled") throw new Conflict("No time is set for this any more.");
    await decide(ctx, id, "in-review", seen, by);
    await tellOf(ctx, "happening.unscheduled", id);
  });
}

/** Takes up again what was declined, or what was taken off the site and needs work before it returns. */
export async function reopenHappening(ctx: Ctx, id: string, seen: Seen, by: Editor): Promise<void> {
  await transact(ctx, async (ctx) => {
    await decide(ctx, id, "in-review", seen, by);
    await putInHand(ctx, id, by);
  });
}

/** Takes it off the site without deleting it; the reason stays with the editors. */
export async function unpublishHappening(
  ctx: Ctx,
  id: string,
  command: Seen & { reason: string },
  by: Editor,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    // Readers see it till then, so a version saved meanwhile is no reason to leave it up.
    await moveHappening(ctx, id, { to: "unpublished", mover: "editor", from: command.stage });
    await ctx.db.updateTable("happenings").set({ featured_at: null }).where("id", "=", id).execute();
    await writeMessage(ctx, id, { kind: "note", by, text: `Taken off the site: ${command.reason}` });
  });
}

/** Places a published happening first on the home page, or lets it go. */
export async function setFeatured(ctx: Ctx, id: string, featured: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await lockHappening(ctx, id);
    if ((row.featured_at !== null) === featured) return;
    if (featured && row.stage !== "published")
      throw new Conflict("Only what is on the site can be featured. Nothing was changed.");
    await ctx.db
      .updateTable("happenings")
      .set({ featured_at: featured ? ctx.now : null })
      .where("id", "=", id)
      .execute();
    await tellOf(ctx, featured ? "happening.featured" : "happening.unfeatured", id, row.title);
  });
}

/** Says when it was, as far as that is known. The address keeps the year it was published under. */
export async function dateHappening(
  ctx: Ctx,
  id: string,
  command: { at: Date | null; precision: DatePrecision; note: string },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("happenings")
      .set({
        date_precision: command.precision,
        date_note: command.note,
        ...(command.at ? { published_at: command.at } : {}),
      })
      .where("id", "=", id)
      .where("published_at", "is not", null)
      .returning("title")
      .executeTakeFirst();
    if (!row) throw new Conflict("It gets its date when it is published; it has none to correct yet.");
    await tell(ctx, {
      name: "happening.dated",
      subject: { kind: "happening", id },
      particulars: { title: row.title, precision: command.precision },
    });
  });
}

/** An editor has looked twice and found nothing odd. */
export async function clearDoubt(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("happenings")
      .set({ doubt: null })
      .where("id", "=", id)
      .where("doubt", "is not", null)
      .returning("title")
      .executeTakeFirst();
    if (row) await tellOf(ctx, "happening.cleared", id, row.title);
  });
}

/** A note that editors alone read. */
export async function noteHappening(ctx: Ctx, id: string, text: string, by: Editor): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await lockHappening(ctx, id);
    await writeMessage(ctx, id, { kind: "note", by, text });
    await tellOf(ctx, "happening.noted", id, row.title);
  });
}

/**
 * Publishes what is due. Safe to run twice and at any time: it looks again at what stands there now. What its
 * sender changed after the time was set goes back to the editors unpublished.
 */
export async function publishDue(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .selectFrom("happenings")
      .select(["stage", "publish_at", "publish_version", "version", "title"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (row?.stage !== "scheduled" || !row.publish_at || row.publish_at > ctx.now) return;
    if (row.publish_version !== row.version) {
      await moveHappening(ctx, id, { to: "in-review", mover: "schedule" });
      await tellOf(ctx, "happening.unscheduled", id, row.title);
      return;
    }
    await moveHappening(ctx, id, { to: "published", mover: "schedule", version: row.version });
    await writeToSender(ctx, id, publishedMail);
  });
}

/** The happenings whose time has come, the longest due first. */
export async function dueHappenings(ctx: Ctx, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("happenings")
    .select("id")
    .where("stage", "=", "scheduled")
    .where("publish_at", "<=", ctx.now)
    .orderBy("publish_at")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

async function decide(
  ctx: Ctx,
  id: string,
  to: Stage,
  seen: Seen,
  by: Editor,
  more: Pick<Move, "publishAt" | "dated"> = {},
): Promise<void> {
  const row = await lockHappening(ctx, id);
  await moveHappening(ctx, id, {
    to,
    mover: "editor",
    version: seen.version,
    from: seen.stage,
    ...more,
  });
  if (row.in_hand === null && (to === "changes-asked" || to === "scheduled")) await putInHand(ctx, id, by);
  await markRead(ctx, id, by.id, seen.version);
}

async function tellOf(ctx: Ctx, name: `happening.${string}`, id: string, title?: string): Promise<void> {
  const particulars = { title: title ?? (await lockHappening(ctx, id)).title };
  await tell(ctx, { name, subject: { kind: "happening", id }, particulars });
}
