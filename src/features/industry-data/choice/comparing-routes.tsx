import { type FormValues, formValues, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { WORK } from "../regions/access.ts";
import { choicePath, type Found, ONE_CHOICE, openChoiceIn } from "./door.ts";
import { figuresFor } from "./figures.ts";
import { readRound, versionIn } from "./forms.ts";
import { roundsOf, settlementsOf } from "./queries.ts";
import { candidatesWith, rank } from "./ranking.ts";
import { addRound, criteriaLeft, stillIn, suggestedDrops, undoRound } from "./rounds.ts";
import { formHead, intoOpen, type Returned, toWork } from "./routes.tsx";
import { isTrial, readTrial, sameWeights } from "./trying.ts";
import { RankingPage } from "./views/ranking-page.tsx";
import { RoundsPage } from "./views/rounds-page.tsx";

/** What every comparison needs; an answer that leads elsewhere where there is nothing to compare yet. */
async function comparable(c: HouseContext) {
  const { ctx } = c.var;
  const found = await openChoiceIn(c);
  if (found.choice.candidates.length === 0) return { found, elsewhere: toCandidates(c, found) };
  const answer = await figuresFor(ctx, found.choice);
  if (!answer.ok) return { found, elsewhere: toCandidates(c, found) };
  return { found, answer: answer.value, settled: await settlementsOf(ctx, found.choice.id) };
}

const toCandidates = (c: HouseContext, found: Found) => c.redirect(`${toWork(found)}/candidates`, 303);

async function showRanking(c: HouseContext): Promise<Response> {
  const { found, answer, settled, elsewhere } = await comparable(c);
  if (elsewhere) return elsewhere;
  const { choice, region } = found;
  const { ctx, show } = c.var;
  const ranking = rank(answer.rows, choice.criteria, settled, choice.scale);
  // Weights are checked when they are kept, so that all of them are zero only where a release changed what counts.
  if (!ranking.ok) return c.redirect(`${toWork(found)}/criteria`, 303);
  const asked: FormValues = c.req.query();
  const tried = isTrial(asked) ? readTrial(asked, choice.criteria) : undefined;
  const problems = tried && !tried.ok ? tried.problems : {};
  const trial = tried?.ok && !sameWeights(tried.value, choice.criteria) ? tried.value : undefined;
  const order = trial && rank(answer.rows, trial, settled, choice.scale);
  return show(
    {
      ...formHead(`Side by side: ${choice.title}`, { problems }),
      scripts: ["writing.js", "try-weights.js"],
    },
    <RankingPage
      region={region}
      choice={choice}
      answer={answer}
      ranking={ranking.value}
      trial={trial && order?.ok ? { criteria: trial, ranking: order.value } : undefined}
      asked={tried ? asked : undefined}
      problems={problems}
      settled={settled}
      rounds={await roundsOf(ctx, choice.id)}
      isKept={asked.done === "kept"}
    />,
  );
}

async function showRounds(
  c: HouseContext,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const { found, answer, settled, elsewhere } = await comparable(c);
  if (elsewhere) return elsewhere;
  const { choice } = found;
  const rounds = await roundsOf(c.var.ctx, choice.id);
  const left = stillIn(choice.candidates, rounds);
  const criteria = criteriaLeft(choice.criteria, rounds);
  const wished = textOf(values ?? {}, "criterion") || (c.req.query("by") ?? "");
  const criterion = criteria.find(({ id }) => id === wished) ?? criteria[0];
  const candidates = candidatesWith(answer.rows, choice.criteria, settled);
  return c.var.show(
    formHead(`In rounds: ${choice.title}`, { problems, ...(stale ? { stale } : {}) }),
    <RoundsPage
      {...found}
      rows={answer.rows}
      settled={settled}
      rounds={rounds}
      left={left}
      criteria={criteria}
      criterion={criterion}
      suggested={criterion ? suggestedDrops(candidates, left, criterion.id, rounds.length) : []}
      values={{ ...values, version: String(choice.version) }}
      stale={stale ?? false}
      problems={problems}
    />,
  );
}

async function takeRound(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const { choice, region } = await openChoiceIn(c);
  const rounds = await roundsOf(c.var.ctx, choice.id);
  const round = readRound(values, stillIn(choice.candidates, rounds), criteriaLeft(choice.criteria, rounds));
  if (!round.ok) return showRounds(c, { values, problems: round.problems });
  return intoOpen(
    c,
    () => addRound(c.var.ctx, choice.id, round.value),
    () => showRounds(c, { values, stale: true }),
    choicePath(region, choice.id, "rounds"),
  );
}

async function takeBack(c: HouseContext): Promise<Response> {
  const version = versionIn(await formValues(c));
  const { choice, region } = await openChoiceIn(c);
  return intoOpen(
    c,
    () => undoRound(c.var.ctx, choice.id, version),
    () => showRounds(c, { stale: true }),
    choicePath(region, choice.id, "rounds"),
  );
}

export const comparingRoutes: Route[] = [
  get(`${ONE_CHOICE}/ranking`, WORK, showRanking),
  get(`${ONE_CHOICE}/rounds`, WORK, (c) => showRounds(c)),
  post(`${ONE_CHOICE}/rounds`, WORK, takeRound),
  post(`${ONE_CHOICE}/rounds/undo`, WORK, takeBack),
];
