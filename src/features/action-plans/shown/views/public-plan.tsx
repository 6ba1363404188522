import { partnershipPath, THEMES } from "#features/partnerships/public.ts";
import { Badge } from "#ui/chip.tsx";
import { Day, longDate } from "#ui/dates.tsx";
import { PageHead } from "#ui/layout.tsx";
import { PriorityBadge, QuickWinBadge } from "../../views/status-badge.tsx";
import type { PublicAction, PublicPlan } from "../public-plan.ts";

/** On the partnership's own page: its priorities in a line each. */
export function PlanBrief({ plan, href }: { plan: PublicPlan; href: string }) {
  const wins = plan.priorities
    .flatMap(({ groups }) => groups)
    .flatMap(({ actions }) => actions)
    .filter(({ isQuickWin }) => isQuickWin);
  return (
    <>
      <ul class="bare plan-brief">
        {plan.priorities.map(({ title, state }) => (
          <li>
            <PriorityBadge state={state} /> <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
      {wins.slice(0, 2).map(({ words }) => (
        <p>
          <QuickWinBadge /> <bdi>{words}</bdi>
        </p>
      ))}
      <p>
        <a href={href}>{plan.shown === "actions" ? "See the whole plan" : "See its priorities"}</a>
        {plan.reviewedOn && (
          <span class="quiet-text">
            , reviewed on <Day iso={plan.reviewedOn} />
          </span>
        )}
      </p>
    </>
  );
}

export interface PublicPlanPageProps {
  partnership: { slug: string; name: string };
  plan: PublicPlan;
}

/** The plan for readers, as far as the partnership shows it. */
export function PublicPlanPage({ partnership, plan }: PublicPlanPageProps) {
  return (
    <>
      <PageHead
        title="What it works on"
        trail={[{ href: partnershipPath(partnership.slug), label: partnership.name }]}
        lede={
          <>
            Businesses of {partnership.name} set these priorities.
            {plan.reviewedOn && ` The team last reviewed the plan on ${longDate(plan.reviewedOn)}.`}
          </>
        }
      />
      <PublicPlanBody plan={plan} />
    </>
  );
}

/** Also what a team sees before it chooses. */
export function PublicPlanBody({ plan }: { plan: PublicPlan }) {
  if (plan.priorities.length === 0) return <p class="quiet-text">No priorities yet.</p>;
  return (
    <>
      {plan.priorities.map((priority) => (
        <section class="plan-priority">
          <div class="card-meta">
            <PriorityBadge state={priority.state} />
            {priority.theme && <span>{THEMES[priority.theme]}</span>}
          </div>
          <h2>
            <bdi>{priority.title}</bdi>
          </h2>
          {priority.groups.map(({ title, actions }) => (
            <div class={title ? "plan-objective" : undefined}>
              {title && (
                <h3>
                  <bdi>{title}</bdi>
                </h3>
              )}
              <ul class="bare plan-actions">
                {actions.map((action) => (
                  <ActionLine action={action} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function ActionLine({ action }: { action: PublicAction }) {
  return (
    <li class={action.isDone ? "plan-action is-done" : "plan-action"}>
      <div class="plan-action-words">
        <p class="plan-action-title">
          <bdi>{action.words}</bdi>
        </p>
        <p class="plan-action-meta">
          {action.isDone ? <Badge tone="good">Done</Badge> : <Badge>In work</Badge>}
          {action.isQuickWin && <QuickWinBadge />}
          {action.dueOn && <span>Due {longDate(action.dueOn)}</span>}
        </p>
      </div>
    </li>
  );
}
