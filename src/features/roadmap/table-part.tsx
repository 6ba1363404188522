import { dueWords } from "#base/days.ts";
import { dayOf } from "#base/local-time.ts";
import { tablePath } from "#features/partnerships/public.ts";
import type { TablePart } from "#platform/feature.ts";
import { Day } from "#ui/dates.tsx";
import { DEFAULT_PLAN } from "./default-plan.ts";
import { roadmapOf, stepsOf } from "./queries.ts";
import { stateOf } from "./rules.ts";

const SHOWN = 3;

/** What is next on the way, for the table's front page. */
export const roadmapPart: TablePart = {
  order: 10,
  title: "What is next",
  words:
    "A roadmap from the academy to the second meeting, with a date and a document for each step. Name the day of your launch, and it lays itself out.",
  href: (slug) => tablePath(slug, "roadmap"),
  async render(ctx, { id, slug, timeZone }) {
    const roadmap = await roadmapOf(ctx, id);
    if (!roadmap) return null;
    const steps = await stepsOf(ctx, roadmap);
    const open = steps.filter(({ doneAt, setAsideAt }) => !doneAt && !setAsideAt);
    const done = steps.filter(({ doneAt }) => doneAt).length;
    const today = dayOf(ctx.now, timeZone);
    const next = [...open]
      .sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"))
      .slice(0, SHOWN);
    return (
      <>
        <p>
          {done} of {steps.filter(({ setAsideAt }) => !setAsideAt).length} steps are done
          {roadmap.launchOn && (
            <>
              ; the launch is on <Day iso={roadmap.launchOn} />
            </>
          )}
          .
        </p>
        <ol class="bare next-steps">
          {next.map((step) => {
            const place = DEFAULT_PLAN.find(({ key }) => key === step.step)?.place;
            return (
              <li class={`is-${stateOf(step, today)}`}>
                <a href={place?.href(slug) ?? tablePath(slug, "roadmap", "steps", step.id)}>{step.title}</a>
                {step.dueOn && (
                  <span class="next-when">
                    <Day iso={step.dueOn} />, {dueWords(step.dueOn, today)}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      </>
    );
  },
};
