import { daysBetween } from "#base/days.ts";
import { tablePath, tableTrail } from "#features/partnerships/public.ts";
import { ButtonLink, Buttons } from "#ui/button.tsx";
import { Day } from "#ui/dates.tsx";
import { PageHead, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import { filtersInUse, queryOf } from "../filter.ts";
import { planPath, publicPlanPath } from "../paths.ts";
import type { Plan, PlanAction } from "../queries.ts";
import { isLate } from "../rules.ts";
import { isInWork } from "../statuses.ts";
import { nameOf } from "./person-name.tsx";
import { PlanFilters } from "./plan-filters.tsx";
import type { PlanPageProps } from "./plan-props.ts";
import { PriorityBlock } from "./priority-block.tsx";

const DONE: Record<string, string> = {
  brought: "The priorities of the launch are in your plan, with those who signed up",
  "nothing-new": "All priorities of that meeting are in your plan already",
  priority: "The priority is in your plan",
  action: "The action is in your plan",
  said: "How it stands is kept",
  removed: "It is taken out of the plan",
};

/** What business decided, who does what until when, and how it goes. */
export function PlanPage(props: PlanPageProps) {
  const { workspace, plan, priorities, actions, filter, page, more, today, done } = props;
  const { slug } = workspace;
  const address = (number: number) => `${planPath(slug)}${queryOf(filter, number)}`;
  const filtered = filtersInUse(filter) > 0;
  return (
    <>
      <PageHead
        title="Action plan"
        trail={tableTrail(workspace)}
        lede={<Freshness plan={plan} actions={actions} today={today} filtered={filtered} />}
        actions={
          <>
            <ButtonLink href={planPath(slug, "actions", "new")} icon="plus">
              Add an action
            </ButtonLink>
            <ButtonLink href={planPath(slug, "reviews")} look="quiet" icon="check">
              Review the plan
            </ButtonLink>
          </>
        }
      />
      {done && DONE[done] && <Notice tone="success" title={DONE[done]} live />}
      {page === 1 && <StuckNotice {...props} />}
      {page === 1 && <LateNotice actions={actions} today={today} />}
      <WithSidebar side={<PlanFilters {...props} />}>
        {filtered && actions.length === 0 ? (
          <EmptyState
            title="No action fits all of that"
            icon="info"
            actions={<ButtonLink href={planPath(slug)}>See the whole plan</ButtonLink>}
          >
            Take one of the filters away.
          </EmptyState>
        ) : (
          priorities
            .filter(({ id }) => !filtered || actions.some(({ priority }) => priority === id))
            .map((priority) => <PriorityBlock {...props} priority={priority} filtered={filtered} />)
        )}
        <Steps
          page={page}
          before={page > 1 ? address(page - 1) : undefined}
          after={more ? address(page + 1) : undefined}
          label="Actions"
        />
        <Buttons>
          <ButtonLink href={planPath(slug, "priorities", "new")} look="quiet" icon="plus">
            Add a priority
          </ButtonLink>
          <ButtonLink href={planPath(slug, "launches")} look="plain">
            Take over a launch’s priorities
          </ButtonLink>
          <ButtonLink href={planPath(slug, "letters")} look="quiet" icon="mail">
            Letters to owners
          </ButtonLink>
          <ButtonLink href={planPath(slug, "shown")} look="quiet" icon="eye">
            What everyone sees
          </ButtonLink>
          <ButtonLink href={`${tablePath(slug, "plan.csv")}${queryOf(filter)}`} look="plain" icon="download">
            Save this plan (CSV)
          </ButtonLink>
          {plan.shown !== "nothing" && (
            <ButtonLink href={publicPlanPath(slug)} look="plain" icon="arrow-right">
              As readers see it
            </ButtonLink>
          )}
        </Buttons>
      </WithSidebar>
    </>
  );
}

function Freshness(props: { plan: Plan; actions: PlanAction[]; today: string; filtered: boolean }) {
  const { plan, actions, today, filtered } = props;
  const inWork = actions.filter(({ status }) => isInWork(status)).length;
  const count = filtered
    ? `${actions.length} ${actions.length === 1 ? "action fits" : "actions fit"} the filter.`
    : `${inWork === 1 ? "One action is" : `${inWork} actions are`} in work.`;
  if (!plan.reviewed) return <>{count} Your team has not reviewed the plan together yet.</>;
  const days = daysBetween(plan.reviewed.on, today);
  return (
    <>
      {count} Reviewed on <Day iso={plan.reviewed.on} /> (version {plan.reviewed.number}),{" "}
      {days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`}.
    </>
  );
}

/** What is stuck stands first: somebody at the table may know how to help. */
function StuckNotice({ workspace, actions, people }: PlanPageProps) {
  const stuck = actions.filter(({ status }) => status === "stuck");
  if (stuck.length === 0) return null;
  return (
    <Notice tone="warning" title={stuck.length === 1 ? "One action is stuck" : `${stuck.length} are stuck`}>
      <ul>
        {stuck.slice(0, 8).map((action) => (
          <li>
            <a href={planPath(workspace.slug, "actions", action.id)}>{action.words}</a>
            {action.lastWord && (
              <>
                : “<bdi>{action.lastWord}</bdi>”
                {nameOf(action.lastWordBy, people) && ` (${nameOf(action.lastWordBy, people)})`}
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function LateNotice({ actions, today }: { actions: PlanAction[]; today: string }) {
  const late = actions.filter((action) => isLate(action, today)).length;
  if (late === 0) return null;
  return (
    <Notice title={late === 1 ? "One action is past its day" : `${late} actions are past their day`}>
      <p>
        That happens in every plan. Ask the owner for a new day they believe in, or drop what nobody needs any
        more.
      </p>
    </Notice>
  );
}
