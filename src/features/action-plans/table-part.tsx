import { sql } from "kysely";
import { daysBetween } from "#base/days.ts";
import { dayOf } from "#base/local-time.ts";
import type { Ctx } from "#platform/context.ts";
import type { TablePart } from "#platform/feature.ts";
import { Day } from "#ui/dates.tsx";
import { planPath } from "./paths.ts";
import { planOf } from "./queries.ts";
import { isLate, whenDue } from "./rules.ts";
import type { Status } from "./statuses.ts";
import { QuickWinBadge, StatusBadge } from "./views/status-badge.tsx";
import "./tables.ts";

const SHOWN = 4;
const CELEBRATED_DAYS = 60;

/** The plan on the table's front page: what was won, what is stuck or due next, and when it was reviewed. */
export const planTablePart: TablePart = {
  order: 50,
  title: "Action plan",
  words:
    "Priorities that business set, who does what until when, and a kind letter to owners once a month. It begins with what a launch voted for, or by hand.",
  href: (slug) => planPath(slug),
  async render(ctx, { id, slug, timeZone }) {
    const plan = await planOf(ctx, id);
    if (!plan) return null;
    const today = dayOf(ctx.now, timeZone);
    const { inWork, next, won } = await nextOf(ctx, id, today);
    const days = plan.reviewed && daysBetween(plan.reviewed.on, today);
    return (
      <>
        {won.map((one) => (
          <p class="celebrated">
            <QuickWinBadge /> <a href={planPath(slug, "actions", one.id)}>{one.words}</a>
          </p>
        ))}
        <p>
          {inWork === 1 ? "One action is" : `${inWork} actions are`} in work.{" "}
          {plan.reviewed ? (
            <>
              The plan was reviewed on <Day iso={plan.reviewed.on} />
              {days !== null && days > 1 && `, ${days} days ago`}.
            </>
          ) : (
            "The plan has not been reviewed together yet."
          )}
        </p>
        <ol class="bare next-steps">
          {next.map((one) => (
            <li class={isLate(one, today) ? "is-late" : undefined}>
              <span>
                <a href={planPath(slug, "actions", one.id)}>{one.words}</a>{" "}
                {one.status === "stuck" && <StatusBadge status="stuck" />}
              </span>
              <span class="next-when">{whenDue(one, today)}</span>
            </li>
          ))}
        </ol>
      </>
    );
  },
};

interface Next {
  id: string;
  words: string;
  status: Status;
  dueOn: string | null;
}

/** What is stuck, then what is due soonest; what was won lately; how many are in work. One query. */
async function nextOf(
  ctx: Ctx,
  partnership: string,
  today: string,
): Promise<{ inWork: number; next: Next[]; won: Next[] }> {
  const { rows } = await sql<Next & { won: boolean; inWork: number }>`
    (select id, words, status, due_on as "dueOn", false as won, (count(*) over ())::int as "inWork"
      from plan_actions where partnership = ${partnership}::uuid and status in ('open', 'on-track', 'stuck')
      order by status <> 'stuck', due_on, id limit ${SHOWN})
    union all
    (select id, words, status, due_on, true, 0 from plan_actions
      where partnership = ${partnership}::uuid and is_quick_win
        and status_on >= ${today}::date - ${CELEBRATED_DAYS}::int
      order by status_on desc, id limit 2)`.execute(ctx.db);
  const next = rows.filter(({ won }) => !won);
  return { inWork: next[0]?.inWork ?? 0, next, won: rows.filter(({ won }) => won) };
}
