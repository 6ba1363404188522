import { invitationsFor, scopesHeldBy } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { type Claim, claimsOf, waitingClaimsFor } from "../claims/queries.ts";
import { type Proposal, proposalsOf } from "../proposals/queries.ts";
import { type Tended, tendedByIds } from "../queries.ts";

export const PAGES_PER_PAGE = 50;

export interface MyPages {
  pages: { tended: Tended; onBehalfOf: string; claims: number }[];
  /** How many there are on all pages of the list. */
  total: number;
  /** What this person asked for and waits for, or was refused. */
  claims: Claim[];
  proposals: Proposal[];
  invitations: { what: string; invitedBy: string; expiresAt: Date }[];
}

/** What one person looks after, asked for and is invited to: a fixed number of queries. @param page from 1 */
export async function myPages(
  ctx: Ctx,
  person: { id: string; email: string },
  page: number,
): Promise<MyPages> {
  const held = await scopesHeldBy(ctx, person.id, "partnership-editor");
  const shown = held.slice((page - 1) * PAGES_PER_PAGE, page * PAGES_PER_PAGE);
  const ids = shown.map(({ scope }) => scope);
  const tended = await tendedByIds(ctx, ids);
  const waiting = await waitingClaimsFor(ctx, ids);
  const claims = await claimsOf(ctx, person.id);
  const proposals = await proposalsOf(ctx, person.id);
  return {
    pages: shown.flatMap(({ scope, onBehalfOf }) => {
      const one = tended.get(scope);
      const asked = waiting.filter(({ partnership }) => partnership.id === scope).length;
      return one ? [{ tended: one, onBehalfOf, claims: asked }] : [];
    }),
    total: held.length,
    claims: claims.filter(({ state }) => state === "waiting" || state === "declined"),
    proposals: proposals.filter(({ standing }) => standing === "waiting" || standing === "declined"),
    invitations: await invitationsFor(ctx, person.email),
  };
}
