import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { holdings } from "../holdings/holdings.ts";
import { regionIn, WORK } from "../regions/access.ts";
import { regionPath } from "../regions/paths.ts";
import { decisionPath } from "./decision-paths.ts";
import { decisionById, decisionOfChoice } from "./decisions/queries.ts";
import { CHOICES, choiceIn, choicePath, type Found, ONE_CHOICE, openChoiceIn } from "./door.ts";
import { askableQuestion, figuresFor } from "./figures.ts";
import {
  criteriaValues,
  QuestionForm,
  readCandidates,
  readCriteria,
  VersionForm,
  versionIn,
  withPreset,
} from "./forms.ts";
import {
  changeQuestion,
  dropChoice,
  openChoice,
  setCandidates,
  setCriteria,
  takePresentShape,
} from "./opening.ts";
import { settlementsOf } from "./queries.ts";
import { scoreHref } from "./scoring/links.ts";
import { scorersOf } from "./scoring/scorers.ts";
import { CandidatesPage } from "./views/candidates-page.tsx";
import { CriteriaPage } from "./views/criteria-page.tsx";
import { QuestionPage } from "./views/question-page.tsx";
import { WorkPage } from "./views/work-page.tsx";

/** A form that came back: what was typed, what is wrong with it, and whether somebody else wrote meanwhile. */
export interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

/** What a page with a form tells the frame. */
export function formHead(title: string, { problems = {}, stale }: Returned) {
  const failed = hasProblems(problems);
  return {
    title,
    noindex: true,
    scripts: ["writing.js"],
    failed,
    status: (stale ? 409 : failed ? 422 : 200) as 200 | 409 | 422,
  };
}

/** Where a choice stands; its forms lead back there. */
export const toWork = ({ region, choice }: Found, done?: string) =>
  `${choicePath(region, choice.id)}${done ? `?done=${done}` : ""}`;

/** Periods of one kind that are held, the newest last, and the two that most begin with. */
async function periodsHeld(c: HouseContext): Promise<string[]> {
  return ((await holdings(c.var.ctx))?.periods ?? []).map(({ period }) => period);
}

async function showNew(c: HouseContext, { values, problems = {} }: Returned = {}): Promise<Response> {
  const region = await regionIn(c);
  const periods = await periodsHeld(c);
  const years = periods.filter((period) => !period.includes("q"));
  const first: FormValues = {
    title: "Our first sector",
    from: years.at(-2) ?? years.at(-1) ?? "",
    to: years.at(-1) ?? "",
    ownership: "all",
    level: "named",
  };
  return c.var.show(
    formHead(`Choose a sector: ${region.name}`, { problems }),
    <QuestionPage region={region} periods={periods} values={values ?? first} problems={problems} />,
  );
}

async function open(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const region = await regionIn(c);
  const form = parse(QuestionForm, values);
  if (!form.ok) return showNew(c, { values, problems: form.problems });
  const asked = await askableQuestion(c.var.ctx, region.counties, form.value);
  if (!asked.ok) return showNew(c, { values, problems: aboutCounties(asked.problems) });
  const id = await openChoice(c.var.ctx, region, form.value);
  return c.redirect(choicePath(region, id, "candidates"), 303);
}

/** The counties are no field of this form: what is wrong with them concerns it as a whole. */
function aboutCounties({ counties, ...rest }: Problems): Problems {
  return counties ? { "": counties, ...rest } : rest;
}

export async function showWork(
  c: HouseContext,
  { invite, stale }: { invite?: Returned; stale?: boolean } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const found = await choiceIn(c);
  const { region, choice } = found;
  if (choice.state === "decided") {
    const decision = await decisionOfChoice(ctx, choice.id);
    if (decision) return c.redirect(decisionPath(decision), 303);
  }
  const scorers = await scorersOf(ctx, choice.id);
  const settled = await settlementsOf(ctx, choice.id);
  const before = choice.reopens ? await decisionById(ctx, choice.reopens) : undefined;
  return c.var.show(
    formHead(`${choice.title}: ${region.name}`, {
      problems: invite?.problems ?? {},
      ...(stale ? { stale } : {}),
    }),
    <WorkPage
      {...found}
      scorers={scorers.map((scorer) => ({
        ...scorer,
        href: scorer.linkKey && !scorer.email ? scoreHref(ctx, scorer) : null,
      }))}
      settled={settled.length}
      before={before && { id: before.id, number: before.number }}
      me={me(c).id}
      siteUrl={ctx.site.url}
      done={c.req.query("done")}
      stale={stale ?? false}
      invite={{ values: invite?.values ?? {}, problems: invite?.problems ?? {} }}
    />,
  );
}

async function showQuestion(
  c: HouseContext,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const { region, choice } = await openChoiceIn(c);
  const now: FormValues = { title: choice.title, ...choice.question, version: String(choice.version) };
  return c.var.show(
    formHead(`The question: ${choice.title}`, { problems, ...(stale ? { stale } : {}) }),
    <QuestionPage
      region={region}
      choice={choice}
      periods={await periodsHeld(c)}
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      stale={stale ?? false}
      problems={problems}
    />,
  );
}

/** Carries a form into an open choice; where somebody else wrote meanwhile, `again` shows it with what was typed. */
export async function intoOpen(
  c: HouseContext,
  write: () => Promise<void>,
  again: () => Promise<Response>,
  next: string,
): Promise<Response> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Conflict) || (await choiceIn(c)).choice.state === "decided") throw error;
    return again();
  }
  return c.redirect(next, 303);
}

async function takeQuestion(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const found = await openChoiceIn(c);
  const form = parse(QuestionForm.extend(VersionForm.shape), values);
  if (!form.ok) return showQuestion(c, { values, problems: form.problems });
  const asked = await askableQuestion(c.var.ctx, found.choice.counties, form.value);
  if (!asked.ok) return showQuestion(c, { values, problems: aboutCounties(asked.problems) });
  const reset = found.choice.question.level !== form.value.level;
  return intoOpen(
    c,
    () => changeQuestion(c.var.ctx, found.choice.id, form.value),
    () => showQuestion(c, { values, stale: true }),
    reset ? `${toWork(found)}/candidates` : toWork(found, "kept"),
  );
}

async function showCandidates(
  c: HouseContext,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const found = await openChoiceIn(c);
  const { choice } = found;
  const answer = await figuresFor(c.var.ctx, choice, "all");
  const own = await figuresFor(c.var.ctx, choice);
  return c.var.show(
    formHead(`Candidates: ${choice.title}`, {
      problems: answer.ok ? problems : aboutCounties(answer.problems),
      ...(stale ? { stale } : {}),
    }),
    <CandidatesPage
      {...found}
      answer={answer.ok ? answer.value : undefined}
      notes={own.ok ? own.value.notes : []}
      values={{ ...values, version: String(choice.version) }}
      stale={stale ?? false}
      problems={answer.ok ? problems : aboutCounties(answer.problems)}
    />,
  );
}

async function takeCandidates(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const found = await openChoiceIn(c);
  const answer = await figuresFor(c.var.ctx, found.choice, "all");
  if (!answer.ok) return showCandidates(c, { values });
  const candidates = readCandidates(
    values,
    answer.value.rows.map(({ industry }) => industry),
  );
  if (!candidates.ok) return showCandidates(c, { values, problems: candidates.problems });
  const version = versionIn(values);
  return intoOpen(
    c,
    () => setCandidates(c.var.ctx, found.choice.id, { version, candidates: candidates.value }),
    () => showCandidates(c, { values, stale: true }),
    found.choice.candidates.length > 0 ? toWork(found, "kept") : `${toWork(found)}/criteria`,
  );
}

async function showCriteria(
  c: HouseContext,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const found = await openChoiceIn(c);
  const { choice } = found;
  const kept = criteriaValues(choice.criteria, choice.scale, choice.preset);
  // A preset fills the form in; nothing is kept before the button is pressed.
  const now = withPreset(kept, c.req.query("use") ?? "");
  return c.var.show(
    formHead(`What counts: ${choice.title}`, { problems, ...(stale ? { stale } : {}) }),
    <CriteriaPage
      {...found}
      values={{ ...(values ?? now), version: String(choice.version) }}
      stale={stale ?? false}
      problems={problems}
    />,
  );
}

async function takeCriteria(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const found = await openChoiceIn(c);
  const criteria = readCriteria(values, () => c.var.ctx.random.id());
  if (!criteria.ok) return showCriteria(c, { values, problems: criteria.problems });
  const version = versionIn(values);
  return intoOpen(
    c,
    () => setCriteria(c.var.ctx, found.choice.id, { version, ...criteria.value }),
    () => showCriteria(c, { values, stale: true }),
    textOf(values, "back") === "ranking"
      ? `${choicePath(found.region, found.choice.id, "ranking")}?done=kept`
      : toWork(found, "kept"),
  );
}

async function takeShape(c: HouseContext): Promise<Response> {
  const version = versionIn(await formValues(c));
  const found = await openChoiceIn(c);
  return intoOpen(
    c,
    () => takePresentShape(c.var.ctx, found.choice.id, version),
    () => showWork(c, { stale: true }),
    toWork(found, "kept"),
  );
}

async function drop(c: HouseContext): Promise<Response> {
  const { region, choice } = await openChoiceIn(c);
  await dropChoice(c.var.ctx, choice.id);
  return c.redirect(`${regionPath(region.slug)}?done=dropped`, 303);
}

export const choiceRoutes: Route[] = [
  get(`${CHOICES}/new`, WORK, (c) => showNew(c)),
  post(CHOICES, WORK, open),
  get(ONE_CHOICE, WORK, (c) => showWork(c)),
  get(`${ONE_CHOICE}/question`, WORK, (c) => showQuestion(c)),
  post(`${ONE_CHOICE}/question`, WORK, takeQuestion),
  get(`${ONE_CHOICE}/candidates`, WORK, (c) => showCandidates(c)),
  post(`${ONE_CHOICE}/candidates`, WORK, takeCandidates),
  get(`${ONE_CHOICE}/criteria`, WORK, (c) => showCriteria(c)),
  post(`${ONE_CHOICE}/criteria`, WORK, takeCriteria),
  post(`${ONE_CHOICE}/shape`, WORK, takeShape),
  post(`${ONE_CHOICE}/removal`, WORK, drop),
];
