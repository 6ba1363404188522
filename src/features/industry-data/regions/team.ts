import type { LocalPath } from "#base/brands.ts";
import { type Outcome, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { endGrant, type Holder, holdersOf, inviteTo } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { lockRegion, tellOf } from "./actions.ts";
import type { InviteCommand } from "./forms.ts";
import { leftTeamMail } from "./mails.tsx";
import { regionPath } from "./paths.ts";
import type { Region } from "./queries.ts";

export const TEAM_ROLES = ["region-keeper", "region-member"] as const;

/** More do not fit around a table, and each gets mail. */
const MOST_IN_TEAM = 60;

/** Everybody of a region's team, keepers first, then by how long they are in. One query. */
export async function teamOf(ctx: Ctx, region: string): Promise<Holder[]> {
  const holders = await holdersOf(ctx, [region], TEAM_ROLES);
  return holders.toSorted((a, b) => a.role.localeCompare(b.role));
}

/** Mails somebody an invitation into a region's team. */
export async function inviteIntoTeam(
  ctx: Ctx,
  region: Region,
  { name, email, role }: InviteCommand,
): Promise<Outcome<{ id: string }>> {
  const team = await teamOf(ctx, region.id);
  if (team.some(({ person, role: has }) => person.email === email && has !== role))
    return problem("email", "The person with this address is in the team already.");
  if (team.length >= MOST_IN_TEAM)
    return problem("", `A team may have at most ${MOST_IN_TEAM} people, and yours has as many.`);
  return inviteTo(ctx, {
    role,
    scope: region.id,
    name,
    email,
    onBehalfOf: "",
    what: `the region ${region.name}`,
    leadsTo: regionPath(region.slug) as LocalPath,
  });
}

/**
 * Ends somebody's part in a team; they are told by mail, unless they leave by themselves.
 *
 * @throws NotFound where they have none; Conflict for the last keeper, without whom nobody could invite others
 */
export async function endPart(ctx: Ctx, id: string, grantId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    // The region is locked, so that of two keepers who leave together the second knows that nobody is left.
    const region = await lockRegion(ctx, id);
    const team = await teamOf(ctx, id);
    const part = team.find((one) => one.grantId === grantId);
    if (!part) throw new NotFound("They are not in the team any more.");
    const keepers = team.filter(({ role }) => role === "region-keeper");
    if (part.role === "region-keeper" && keepers.length === 1)
      throw new Conflict(
        "A region needs somebody who keeps it, and this is the last one. Invite another keeper first.",
      );
    await endGrant(ctx, grantId, id, region.name);
    const { actor } = ctx;
    const leaves = actor.kind === "person" && actor.id === part.person.id;
    await tellOf(ctx, leaves ? "region.member-left" : "region.member-ended", region);
    const { email, name } = part.person;
    if (!leaves && email)
      await queueMail(
        ctx,
        leftTeamMail(
          ctx.site,
          { name, email },
          {
            by: actor.kind === "guest" ? "Somebody" : actor.name,
            region: region.name,
          },
        ),
      );
  });
}
