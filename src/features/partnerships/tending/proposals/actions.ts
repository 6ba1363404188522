import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { giveGrant } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { addPartnership } from "../../writing.ts";
import type { NewPageCommand, ProposalCommand } from "./forms.ts";
import { notPublishedMail, publishedMail } from "./mails.tsx";
import { pageNamed, proposalById } from "./queries.ts";
import "../../tables.ts";

const TAKEN = "There is a page of this name in this state already.";

/** Makes a page at once, for those who may. Its rest is filled in on the page itself. */
export async function startPage(ctx: Ctx, command: NewPageCommand): Promise<Outcome<{ slug: string }>> {
  return transact(ctx, async (ctx) => {
    if (await pageNamed(ctx, command.name, command.state)) return problem("name", TAKEN);
    return done(await addPage(ctx, command));
  });
}

function addPage(ctx: Ctx, command: NewPageCommand): Promise<{ id: string; slug: string }> {
  const { name, state, region, summary, stage } = command;
  return addPartnership(ctx, { content: { name, states: [state], region, summary }, stage });
}

/** Puts a proposed page on the editors' desk. */
export async function proposePage(
  ctx: Ctx,
  by: { id: string },
  command: ProposalCommand,
): Promise<Outcome<{ id: string }>> {
  return transact(ctx, async (ctx) => {
    if (await pageNamed(ctx, command.name, command.state)) return problem("name", TAKEN);
    const { state, ...rest } = command;
    const id = ctx.random.id();
    const { rows } = await insertOnce(ctx, { ...rest, id, person: by.id, state_code: state });
    if (rows === 0)
      return problem("name", "You have proposed this already, and the editors have it on their desk.");
    await tell(ctx, {
      name: "partnership-proposal.made",
      subject: { kind: "partnership-proposal", id },
      particulars: { name: command.name },
    });
    return done({ id });
  });
}

async function insertOnce(
  ctx: Ctx,
  row: Omit<ProposalCommand, "state"> & { id: string; person: string; state_code: string },
): Promise<{ rows: number }> {
  const added = await ctx.db
    .insertInto("partnership_proposals")
    .values({
      ...row,
      state: "waiting",
      reason: "",
      partnership: null,
      in_hand: null,
      made_at: ctx.now,
      decided_at: null,
      decided_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  return { rows: added.length };
}

/**
 * Makes the page that was proposed; whoever proposed it looks after it.
 *
 * @throws Conflict when it was decided or taken back meanwhile
 */
export async function publishProposal(ctx: Ctx, id: string): Promise<Outcome<{ slug: string }>> {
  return transact(ctx, async (ctx) => {
    const proposal = await proposalById(ctx, id);
    if (!proposal) throw new NotFound();
    if (await pageNamed(ctx, proposal.name, proposal.state))
      return problem("", `${TAKEN} Decline with its address, so that they can ask for that one.`);
    const page = await addPage(ctx, proposal);
    await decide(ctx, id, { state: "published", partnership: page.id });
    const { person, name } = proposal;
    await giveGrant(ctx, person.id, { role: "partnership-editor", scope: page.id }, name);
    await queueMail(ctx, publishedMail(ctx.site, person, { name, slug: page.slug }));
    await tell(ctx, {
      name: "partnership-proposal.published",
      subject: { kind: "partnership-proposal", id },
      particulars: { name },
    });
    return done({ slug: page.slug });
  });
}

/** @throws Conflict when it was decided or taken back meanwhile */
export async function declineProposal(ctx: Ctx, id: string, reason: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const proposal = await proposalById(ctx, id);
    if (!proposal) throw new NotFound();
    await decide(ctx, id, { state: "declined", reason });
    const { person, name } = proposal;
    await queueMail(ctx, notPublishedMail(ctx.site, person, name, reason));
    await tell(ctx, {
      name: "partnership-proposal.declined",
      subject: { kind: "partnership-proposal", id },
      particulars: { name },
    });
  });
}

async function decide(
  ctx: Ctx,
  id: string,
  decision: { state: "published"; partnership: string } | { state: "declined"; reason: string },
): Promise<void> {
  const row = await ctx.db
    .updateTable("partnership_proposals")
    .set({
      ...decision,
      decided_at: ctx.now,
      decided_by: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .returning("id")
    .executeTakeFirst();
  if (!row) throw new Conflict("Somebody else has decided this already, or it was taken back.");
}

/** @throws NotFound where this person has no such proposal that waits */
export async function withdrawProposal(ctx: Ctx, id: string, person: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("partnership_proposals")
      .set({ state: "withdrawn", decided_at: ctx.now })
      .where("id", "=", id)
      .where("person", "=", person)
      .where("state", "=", "waiting")
      .returning("name")
      .executeTakeFirst();
    if (!row) throw new NotFound("This was decided before.");
    await tell(ctx, {
      name: "partnership-proposal.withdrawn",
      subject: { kind: "partnership-proposal", id },
      particulars: { name: row.name },
    });
  });
}
