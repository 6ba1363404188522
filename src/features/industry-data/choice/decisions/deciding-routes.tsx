import { dayOf } from "#base/local-time.ts";
import { Conflict } from "#base/surprises.ts";
import { type FormValues, formValues } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { WORK } from "../../regions/access.ts";
import { teamOf } from "../../regions/team.ts";
import { decisionPath } from "../decision-paths.ts";
import { choiceIn, ONE_CHOICE, openChoiceIn } from "../door.ts";
import { figuresFor } from "../figures.ts";
import { roundsOf, settlementsOf } from "../queries.ts";
import { rank } from "../ranking.ts";
import { stillIn } from "../rounds.ts";
import { formHead, type Returned, toWork } from "../routes.tsx";
import { decide } from "./deciding.ts";
import { readDecision } from "./forms.ts";
import { DecidePage } from "./views/decide-page.tsx";

/** The day in the site's zone, `2026-05-04`. */
function todayIn(c: HouseContext): string {
  const { now, site } = c.var.ctx;
  return dayOf(now, site.timeZone);
}

async function teamIn(c: HouseContext, region: string) {
  const team = await teamOf(c.var.ctx, region);
  return team.map(({ person }) => ({ id: person.id, name: person.name || "Somebody" }));
}

async function showDecide(
  c: HouseContext,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const { ctx } = c.var;
  const found = await openChoiceIn(c);
  const { region, choice } = found;
  if (choice.candidates.length === 0) return c.redirect(`${toWork(found)}/candidates`, 303);
  const answer = await figuresFor(ctx, choice);
  if (!answer.ok) return c.redirect(`${toWork(found)}/candidates`, 303);
  const settled = await settlementsOf(ctx, choice.id);
  const ranking = rank(answer.value.rows, choice.criteria, settled, choice.scale);
  const rounds = await roundsOf(ctx, choice.id);
  const first: FormValues = { decidedOn: todayIn(c), shown: "team" };
  return c.var.show(
    formHead(`Decide: ${choice.title}`, { problems, ...(stale ? { stale } : {}) }),
    <DecidePage
      {...found}
      rows={answer.value.rows}
      ranking={ranking.ok ? ranking.value : []}
      stillIn={rounds.length > 0 ? stillIn(choice.candidates, rounds) : undefined}
      team={await teamIn(c, region.id)}
      today={todayIn(c)}
      values={{ ...(values ?? first), version: String(choice.version) }}
      stale={stale ?? false}
      problems={problems}
    />,
  );
}

async function takeDecision(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { region, choice } = await openChoiceIn(c);
  const decision = readDecision(values, {
    candidates: choice.candidates,
    team: await teamIn(c, region.id),
    today: todayIn(c),
  });
  if (!decision.ok) return showDecide(c, { values, problems: decision.problems });
  try {
    const made = await decide(c.var.ctx, region, choice, decision.value);
    if (!made.ok) return showDecide(c, { values, problems: made.problems });
    return c.redirect(`${decisionPath(made.value)}?done=decided`, 303);
  } catch (error) {
    if (!(error instanceof Conflict) || (await choiceIn(c)).choice.state === "decided") throw error;
    return showDecide(c, { values, stale: true });
  }
}

export const decidingRoutes: Route[] = [
  get(`${ONE_CHOICE}/decision`, WORK, (c) => showDecide(c)),
  post(`${ONE_CHOICE}/decision`, WORK, takeDecision),
];
