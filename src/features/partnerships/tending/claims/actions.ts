import { done, type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { giveGrant, holdersOf } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import type { Tended } from "../queries.ts";
import type { ClaimCommand, Decision } from "./forms.ts";
import { claimMail, declinedMail, grantedMail } from "./mails.tsx";
import { claimById } from "./queries.ts";
import "../../tables.ts";

export const ALREADY_WAITING = "You have asked for this page already, and it is not decided yet.";
export const ALREADY_YOURS = "You look after this page already.";

/**
 * Somebody asks to look after a page. Where others do so, they are asked first, by mail; where nobody does, it waits for
 * the editors of the site.
 */
export async function makeClaim(
  ctx: Ctx,
  page: Tended,
  by: { id: string; name: string; email: string },
  { role, message }: ClaimCommand,
): Promise<Outcome<{ id: string }>> {
  return transact(ctx, async (ctx) => {
    const holders = await holdersOf(ctx, [page.id], ["partnership-editor"]);
    if (holders.some(({ person }) => person.id === by.id)) return problem("", ALREADY_YOURS);
    const id = ctx.random.id();
    const row = await ctx.db
      .insertInto("partnership_claims")
      .values({
        id,
        partnership: page.id,
        person: by.id,
        role,
        message,
        state: "waiting",
        in_hand: null,
        made_at: ctx.now,
        decided_at: null,
        decided_by: null,
        reason: "",
      })
      .onConflict((conflict) =>
        conflict.columns(["partnership", "person"]).where("state", "=", "waiting").doNothing(),
      )
      .returning("id")
      .executeTakeFirst();
    if (!row) return problem("", ALREADY_WAITING);
    const { content, slug } = page;
    for (const { person } of holders) {
      if (!person.email) continue;
      const to = { name: person.name, email: person.email };
      const claim = { by: by.name, email: by.email, role, message };
      await queueMail(ctx, claimMail(ctx.site, to, claim, { name: content.name, slug }));
    }
    await tell(ctx, {
      name: "partnership-claim.made",
      subject: { kind: "partnership-claim", id },
      particulars: { name: content.name, toThoseWhoHoldIt: holders.length > 0 },
    });
    return done({ id });
  });
}

/**
 * Lets somebody in, or declines with the reason; they get a mail either way.
 *
 * @param decision.partnership the page on which it was decided, where it was one
 * @throws Conflict when it was decided or withdrawn meanwhile
 */
export async function decideClaim(
  ctx: Ctx,
  id: string,
  decision: Decision & { partnership?: string },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const claim = await claimById(ctx, id);
    if (!claim || (decision.partnership && claim.partnership.id !== decision.partnership))
      throw new NotFound();
    const { partnership, person } = claim;
    const row = await ctx.db
      .updateTable("partnership_claims")
      .set({
        state: decision.grants ? "granted" : "declined",
        reason: decision.reason,
        decided_at: ctx.now,
        decided_by: ctx.actor.kind === "person" ? ctx.actor.id : null,
      })
      .where("id", "=", id)
      .where("state", "=", "waiting")
      .returning("id")
      .executeTakeFirst();
    if (!row) throw new Conflict("Somebody else has decided this already, or it was taken back.");
    if (decision.grants)
      await giveGrant(
        ctx,
        person.id,
        { role: "partnership-editor", scope: partnership.id },
        partnership.name,
      );
    await queueMail(
      ctx,
      decision.grants
        ? grantedMail(ctx.site, person, partnership)
        : declinedMail(ctx.site, person, partnership, decision.reason),
    );
    await tell(ctx, {
      name: decision.grants ? "partnership-claim.granted" : "partnership-claim.declined",
      subject: { kind: "partnership-claim", id },
      particulars: { name: partnership.name },
    });
  });
}

/** @throws NotFound where this person has no such claim that waits */
export async function withdrawClaim(ctx: Ctx, id: string, person: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable("partnership_claims")
      .set({ state: "withdrawn", decided_at: ctx.now })
      .where("id", "=", id)
      .where("person", "=", person)
      .where("state", "=", "waiting")
      .returning("id")
      .executeTakeFirst();
    if (!row) throw new NotFound("This was decided before.");
    await tell(ctx, { name: "partnership-claim.withdrawn", subject: { kind: "partnership-claim", id } });
  });
}
