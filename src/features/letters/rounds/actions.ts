import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { meetingById } from "#features/meetings/public.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { partnershipPath } from "#features/partnerships/public.ts";
import { contactById } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { type Audience, type LetterKind, type Signing, USUAL_AUDIENCE, USUAL_SIGNING } from "../kinds.ts";
import { actorName, tellOf } from "../telling.ts";
import { templateFor } from "../templates/queries.ts";
import { unknownFields } from "../writing.tsx";
import { roundFacts, sharedValues } from "./facts.ts";
import { type Letter, letterFrom, type Round, roundById, roundFrom } from "./queries.ts";
import { withoutEmptyLists } from "./shortening.ts";

export interface NewRound {
  kind: LetterKind;
  meeting: string | null;
  audience?: Audience;
  /** Contact ids. */
  chosen?: readonly string[];
  template?: string | null;
  /** Only the house says so: which end of a meeting it was written for. */
  writtenFor?: string;
}

/** Begins a round from the partnership's own text of that kind, or the site's. Nothing goes out yet. */
export async function openRound(ctx: Ctx, workspace: Workspace, given: NewRound): Promise<Outcome<Round>> {
  return transact(ctx, async (ctx): Promise<Outcome<Round>> => {
    const template = await templateFor(ctx, workspace.id, given.kind, given.template ?? null);
    if (!template) return problem("kind", "There is no text for this kind of letter yet. Write one first.");
    const meeting = given.meeting ? await meetingById(ctx, workspace.id, given.meeting) : undefined;
    if (given.meeting && !meeting) return problem("meeting", "This meeting is not there any more.");
    const audience = given.audience ?? USUAL_AUDIENCE[given.kind];
    if (audience !== "chosen" && !meeting)
      return problem("meeting", "Choose the meeting whose guests these letters are for.");
    const person = ctx.actor.kind === "person" ? ctx.actor : null;
    const answers = workspace.repliesTo ?? person ?? (await lastAnswers(ctx, workspace.id));
    const row = await ctx.db
      .insertInto("letter_rounds")
      .values({
        id: ctx.random.id(),
        partnership: workspace.id,
        meeting: meeting?.id ?? null,
        kind: given.kind,
        audience,
        chosen: [...(given.chosen ?? [])],
        template: template.id,
        subject: template.subject,
        body: template.body,
        unknown_greeting: template.unknownGreeting,
        ...usualAction(ctx, workspace, given.kind),
        signing: USUAL_SIGNING[given.kind] ?? "team",
        signed_by: meeting?.welcomedBy ?? null,
        reply_name: answers?.name ?? "",
        reply_email: answers?.email ?? null,
        written_for: given.writtenFor ?? null,
        created_at: ctx.now,
        changed_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const round = roundFrom(row);
    const body = withoutEmptyLists(
      round.body,
      sharedValues(await roundFacts(ctx, workspace, round, meeting ?? null)),
    );
    await ctx.db.updateTable("letter_rounds").set({ body }).where("id", "=", round.id).execute();
    await tellOf(ctx, "letters.round-opened", workspace.id, {
      round: round.id,
      meeting: round.meeting,
      kind: round.kind,
    });
    return done({ ...round, body });
  });
}

/** Who got the answers to the partnership's last letters: what the house writes is answered by them as well. */
async function lastAnswers(ctx: Ctx, partnership: string): Promise<{ name: string; email: string } | null> {
  const row = await ctx.db
    .selectFrom("letter_rounds")
    .select(["reply_name as name", "reply_email as email"])
    .where("partnership", "=", partnership)
    .where("reply_email", "is not", null)
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.email ? { name: row.name, email: row.email } : null;
}

/** A follow-up without a next step is half a one: until the team says better, it is to look at what was begun. */
function usualAction(ctx: Ctx, { slug }: Workspace, kind: LetterKind) {
  if (!["follow-up-came", "follow-up-missed", "minutes"].includes(kind)) return {};
  return { action_label: "See what we are working on", action_url: ctx.site.url + partnershipPath(slug) };
}

export interface RoundText {
  subject: string;
  body: string;
  unknownGreeting: string;
  action: { label: string; url: string } | null;
  signing: Signing;
  signedBy: string | null;
  repliesTo: { name: string; email: string };
  audience: Audience;
  chosen: readonly string[];
}

/**
 * Changes a round's text, who signs and where answers go. Yeses that champions gave to the text before do not count any
 * more.
 *
 * @throws Conflict when somebody changed it since `version` was read
 */
export async function changeRound(
  ctx: Ctx,
  workspace: Workspace,
  id: string,
  text: RoundText,
  version: number,
): Promise<Outcome<null>> {
  return transact(ctx, async (ctx): Promise<Outcome<null>> => {
    const round = await lockRound(ctx, workspace.id, id);
    if (round.version !== version) throw new Conflict();
    const slips = unknownFields(text);
    if (slips.length > 0)
      return problem(
        "body",
        `Nothing is called ${slips.map((name) => `{{${name}}}`).join(", ")}. The names that can stand in braces are listed below.`,
      );
    if (text.signing === "champion") {
      const signer = text.signedBy && (await contactById(ctx, workspace.id, text.signedBy));
      if (!signer) return problem("signedBy", "Choose the champion who signs.");
    }
    await ctx.db
      .updateTable("letter_rounds")
      .set({
        subject: text.subject,
        body: text.body,
        unknown_greeting: text.unknownGreeting,
        action_label: text.action?.label ?? "",
        action_url: text.action?.url ?? null,
        signing: text.signing,
        signed_by: text.signedBy,
        reply_name: text.repliesTo.name,
        reply_email: text.repliesTo.email,
        audience: text.audience,
        chosen: [...text.chosen],
        version: version + 1,
        changed_at: ctx.now,
      })
      .where("id", "=", id)
      .execute();
    await tellOf(ctx, "letters.round-changed", workspace.id, { round: id });
    return done(null);
  });
}

/** Takes a round away of which nothing has gone out. */
export async function dropRound(ctx: Ctx, workspace: Workspace, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockRound(ctx, workspace.id, id);
    const sent = await ctx.db
      .selectFrom("letters")
      .select("id")
      .where("round", "=", id)
      .where("state", "=", "sent")
      .limit(1)
      .executeTakeFirst();
    if (sent) throw new Conflict("Letters of this round have gone out meanwhile, so it was kept.");
    await ctx.db.deleteFrom("letter_rounds").where("id", "=", id).execute();
    await tellOf(ctx, "letters.round-dropped", workspace.id, { round: id });
  });
}

/** @throws NotFound also for a round of another partnership */
export async function lockRound(ctx: Ctx, partnership: string, id: string): Promise<Round> {
  await ctx.db.selectFrom("letter_rounds").select("id").where("id", "=", id).forUpdate().execute();
  const round = await roundById(ctx, partnership, id);
  if (!round) throw new NotFound();
  return round;
}

export interface LetterChange {
  facts?: { met: string; caresAbout: string };
  /** Its own words; null follows the round's again. */
  own?: { subject: string; body: string } | null;
  state?: "draft" | "left-out";
}

/** Changes one person's letter. Whoever approved it before has approved other words, so it waits again. */
export async function changeLetter(
  ctx: Ctx,
  workspace: Workspace,
  roundId: string,
  whose: { contact: string; guest: string | null },
  change: LetterChange,
): Promise<Outcome<Letter>> {
  return transact(ctx, async (ctx): Promise<Outcome<Letter>> => {
    await lockRound(ctx, workspace.id, roundId);
    const letter = await letterRow(ctx, roundId, whose);
    if (letter.sent)
      throw new Conflict("This letter has gone out meanwhile. What was sent is kept as it was.");
    if (change.own) {
      const slips = unknownFields(change.own);
      if (slips.length > 0)
        return problem("body", `Nothing is called ${slips.map((name) => `{{${name}}}`).join(", ")}.`);
    }
    const row = await ctx.db
      .updateTable("letters")
      .set({
        ...(change.facts ? { facts: JSON.stringify({ ...letter.facts, ...change.facts }) } : {}),
        ...(change.own === undefined
          ? {}
          : { subject: change.own?.subject ?? null, body: change.own?.body ?? null }),
        state: change.state ?? "draft",
        decided_at: null,
        decided_by: "",
        version: letter.version + 1,
      })
      .where("id", "=", letter.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await tellOf(ctx, "letters.letter-changed", workspace.id, {
      round: roundId,
      by: actorName(ctx) ? "team" : "reviewer",
    });
    return done(letterFrom(row));
  });
}

/** The row of one person's letter, written where there was none. */
export async function letterRow(
  ctx: Ctx,
  round: string,
  { contact, guest }: { contact: string; guest: string | null },
): Promise<Letter> {
  const row = await ctx.db
    .insertInto("letters")
    .values({ id: ctx.random.id(), round, contact, guest, facts: "{}", created_at: ctx.now })
    .onConflict((on) =>
      on.columns(["round", "contact"]).where("contact", "is not", null).doUpdateSet({ guest }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return letterFrom(row);
}
