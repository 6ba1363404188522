import { type Selectable, sql } from "kysely";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import "../profiles/tables.ts";
import { personById } from "../queries.ts";
import { makeConfirmLink, makeStopLink, recipientSeal, writerSeal } from "./links.ts";
import { confirmationMail, copyMail, letterMail } from "./mails.tsx";
import type { LetterState, RecipientKind, RelayLettersTable } from "./tables.ts";

/** Who is written to. */
export interface LetterRecipient {
  kind: RecipientKind;
  id: string;
  /** As the writer sees it. */
  name: string;
  /** Where it goes, lower case; empty for a person, whose address the house knows. Shown to nobody. */
  addresses: readonly string[];
}

export interface LetterWriter {
  name: string;
  /** Lower case. The recipient sees it, so that they can answer; say so beside the form. */
  email: string;
  /** Set for a signed-in person, whose address is proved. A guest has to confirm theirs first. */
  personId?: string;
}

/** What became of a letter: it waits for its writer's confirmation or for an editor, or it is on its way. */
export type LetterFate = Exclude<LetterState, "dropped">;

type LetterRow = Selectable<RelayLettersTable>;

const MINUTES_OF_THE_SAME = 10;

/**
 * Passes a letter on, so that neither side's address is shown by the site. A guest's waits until the address is
 * confirmed, a doubtful one until an editor has looked at it. Its text is kept no longer than it waits.
 *
 * @param letter.doubt as `judgeSender` found it; null when nothing seemed odd
 * @returns a problem when nobody can be reached
 */
export async function passOnLetter(
  ctx: Ctx,
  letter: { to: LetterRecipient; from: LetterWriter; text: string; doubt: string | null },
): Promise<Outcome<LetterFate>> {
  const { to, from } = letter;
  const writer = from.email.toLowerCase();
  const mark = ctx.seal("relay letter", [to.kind, to.id, writer, letter.text].join("\n"));
  return transact(ctx, async (ctx) => {
    const before = await sameLetter(ctx, mark);
    if (before) return done(before);
    const given = to.kind === "person" ? [] : to.addresses.map((address) => address.toLowerCase());
    if ((await addressesOf(ctx, { to_kind: to.kind, to_id: to.id, to_addresses: given })).length === 0)
      return problem("", `${to.name} cannot be written to at present.`);
    const row: LetterRow = {
      id: ctx.random.id(),
      to_kind: to.kind,
      to_id: to.id,
      to_name: to.name,
      to_addresses: given,
      from_person: from.personId ?? null,
      from_name: from.name,
      from_email: writer,
      text: letter.text,
      mark,
      doubt: letter.doubt,
      state: from.personId ? "held" : "unconfirmed",
      received_at: ctx.now,
      decided_at: null,
      decided_by: null,
    };
    await ctx.db.insertInto("relay_letters").values(row).execute();
    await tell(ctx, { name: "letter.received", subject: { kind: "letter", id: row.id } });
    if (row.state === "held") return done(await passOrHold(ctx, row));
    const path = await makeConfirmLink(ctx, row.id);
    await queueMail(
      ctx,
      confirmationMail(ctx.site, { toName: row.to_name, fromEmail: row.from_email }, path),
    );
    return done("unconfirmed");
  });
}

/** The same words from the same address shortly after are the same letter: a double click, a repeated request. */
async function sameLetter(ctx: Ctx, mark: string): Promise<LetterFate | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${mark}, 0))`.execute(ctx.db);
  const row = await ctx.db
    .selectFrom("relay_letters")
    .select("state")
    .where("mark", "=", mark)
    .where("received_at", ">", new Date(ctx.now.getTime() - MINUTES_OF_THE_SAME * 60_000))
    .executeTakeFirst();
  return row && (row.state === "dropped" ? "held" : row.state);
}

async function passOrHold(ctx: Ctx, row: LetterRow): Promise<LetterFate> {
  if (!row.doubt) {
    await passOn(ctx, row);
    return "passed-on";
  }
  await ctx.db.updateTable("relay_letters").set({ state: "held" }).where("id", "=", row.id).execute();
  await tell(ctx, { name: "letter.held", subject: { kind: "letter", id: row.id } });
  return "held";
}

type Addressed = Pick<LetterRow, "to_kind" | "to_id" | "to_addresses">;

/** Where a letter goes: an address once, even where somebody serves a partnership twice. */
async function addressesOf(ctx: Ctx, letter: Addressed): Promise<string[]> {
  if (letter.to_kind === "partnership") return [...new Set(letter.to_addresses)];
  const person = await personById(ctx, letter.to_id);
  return person?.email ? [person.email] : [];
}

/** Queues the mails and lets go of the text; whoever wants no more letters is left out in silence. */
async function passOn(ctx: Ctx, row: LetterRow): Promise<void> {
  const letter = {
    toKind: row.to_kind,
    toName: row.to_name,
    fromName: row.from_name,
    fromEmail: row.from_email,
    text: row.text,
  };
  const stops = await stoppedBy(ctx, row);
  for (const address of await addressesOf(ctx, row)) {
    if (stops.has(recipientSeal(ctx, address))) continue;
    const stop = await makeStopLink(ctx, row.id, address);
    await queueMail(ctx, letterMail(ctx.site, letter, address, stop));
  }
  await queueMail(ctx, copyMail(ctx.site, letter));
  await decide(ctx, row.id, "passed-on");
}

async function stoppedBy(ctx: Ctx, row: LetterRow): Promise<Set<string>> {
  const stops = await ctx.db
    .selectFrom("relay_stops")
    .select("recipient")
    .where("to_id", "=", row.to_id)
    .where("writer", "in", ["", writerSeal(ctx, row.from_email)])
    .execute();
  return new Set(stops.map(({ recipient }) => recipient));
}

async function decide(ctx: Ctx, id: string, state: "passed-on" | "dropped"): Promise<void> {
  await ctx.db
    .updateTable("relay_letters")
    .set({
      state,
      text: "",
      to_addresses: [],
      decided_at: ctx.now,
      decided_by: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .where("id", "=", id)
    .execute();
  await tell(ctx, { name: `letter.${state}`, subject: { kind: "letter", id } });
}

async function lockedLetter(ctx: Ctx, id: string, state: LetterState): Promise<LetterRow | undefined> {
  return ctx.db
    .selectFrom("relay_letters")
    .selectAll()
    .where("id", "=", id)
    .where("state", "=", state)
    .forUpdate()
    .executeTakeFirst();
}

/** A guest has proved their address. Pressed twice it happens once. */
export async function confirmLetter(ctx: Ctx, id: string): Promise<LetterFate> {
  return transact(ctx, async (ctx) => {
    const row = await lockedLetter(ctx, id, "unconfirmed");
    return row ? passOrHold(ctx, row) : "passed-on";
  });
}

/**
 * An editor's decision about a letter that was held.
 *
 * @throws Conflict when it was decided before; NotFound when there is no such letter
 */
export async function decideLetter(ctx: Ctx, id: string, decision: "pass-on" | "drop"): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await lockedLetter(ctx, id, "held");
    if (!row) {
      const known = await ctx.db
        .selectFrom("relay_letters")
        .select("id")
        .where("id", "=", id)
        .executeTakeFirst();
      if (!known) throw new NotFound();
      throw new Conflict("This letter was passed on or dropped before, so nothing was done.");
    }
    if (decision === "drop") await decide(ctx, id, "dropped");
    else await passOn(ctx, row);
  });
}

/** Whoever got a letter wants no more: from its writer, or from anybody. */
export async function stopLetters(
  ctx: Ctx,
  letter: { id: string; to_kind: RecipientKind; to_id: string; from_email: string },
  recipient: string,
  from: "writer" | "everybody",
): Promise<void> {
  await transact(ctx, async (ctx) => {
    // A person says so in their profile, where they see it and can change their mind.
    if (from === "everybody" && letter.to_kind === "person")
      await ctx.db
        .updateTable("profiles")
        .set({ written_by: "nobody", version: sql`version + 1`, changed_at: ctx.now })
        .where("person", "=", letter.to_id)
        .execute();
    else
      await ctx.db
        .insertInto("relay_stops")
        .values({
          recipient,
          to_id: letter.to_id,
          writer: from === "writer" ? writerSeal(ctx, letter.from_email) : "",
          stopped_at: ctx.now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await tell(ctx, { name: "letter.stopped", subject: { kind: "letter", id: letter.id } });
  });
}
