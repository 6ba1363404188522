import {
  countWaitingHappenings,
  newestOfPartnerships,
  waitingHappenings,
} from "#features/happenings/public.ts";
import { assessmentsSharedWithState } from "#features/indicators/public.ts";
import { countsByStage, partnershipsForLead } from "#features/partnerships/public.ts";
import { holdersOf, openInvitations } from "#features/people/public.ts";
import { coachesOf, STATE_ROLES, stateOf, statePage } from "#features/state-leads/public.ts";
import { stateYears } from "#features/work-figures/public.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { may } from "#platform/permissions.ts";
import { LeadPage } from "./lead-page.tsx";

const PAGE = 20;
const WAITING = 5;

/** A state lead's morning: what waits, how the partnerships are, who helps. The same queries for one as for twenty. */
export async function showLeadDesk(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const state = stateOf(c);
  const { code } = state;
  const asked = c.req.query("page") ?? "";
  const page = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
  const publishes = may(ctx.actor, "state.publish", { states: [code] });
  const { items, total } = await partnershipsForLead(ctx, code, { offset: (page - 1) * PAGE, limit: PAGE });
  const ids = items.map(({ id }) => id);
  return c.var.show(
    { title: `Your desk for ${state.name}`, noindex: true },
    <LeadPage
      state={state}
      now={ctx.now}
      zone={ctx.site.timeZone}
      done={c.req.query("done") === "page"}
      publishes={publishes}
      appoints={may(ctx.actor, "state.appoint")}
      waiting={publishes ? await waitingHappenings(ctx, "all", { state: code, limit: WAITING }) : []}
      waitingCount={await countWaitingHappenings(ctx, code)}
      stages={await countsByStage(ctx, code)}
      partnerships={items}
      total={total}
      page={page}
      pages={Math.ceil(total / PAGE)}
      tenders={await holdersOf(ctx, ids, ["partnership-editor"])}
      newest={
        await newestOfPartnerships(
          ctx,
          items.map(({ slug }) => slug),
        )
      }
      assessments={await assessmentsSharedWithState(ctx, ids)}
      years={await stateYears(ctx, code)}
      leads={await holdersOf(ctx, [code], STATE_ROLES)}
      invitations={await openInvitations(ctx, [code, ...ids], [...STATE_ROLES, "partnership-editor"])}
      coaches={await coachesOf(ctx, code)}
      isWritten={(await statePage(ctx, code)) !== undefined}
    />,
  );
}
