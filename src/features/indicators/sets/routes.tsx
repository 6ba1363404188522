import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { deed } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import type { Indicator } from "../content.ts";
import {
  addIndicator,
  beginDraft,
  changeIndicator,
  changeSet,
  dropDraft,
  moveIndicator,
  publishDraft,
  removeIndicator,
} from "./actions.ts";
import { IndicatorForm, MoveForm, RevisionForm, SetForm } from "./forms.ts";
import { allSets, currentSet, draftSet, type IndicatorSet } from "./queries.ts";
import { differenceOf } from "./rules.ts";
import { DraftPage } from "./views/draft-page.tsx";
import { IndicatorFormPage } from "./views/indicator-form.tsx";
import { SetsPage } from "./views/sets-page.tsx";

const DRAFT = "/desk/indicators/draft";

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showSets(c: HouseContext): Promise<Response> {
  return c.var.show(
    { title: "Indicators", noindex: true },
    <SetsPage
      sets={await allSets(c.var.ctx)}
      zone={c.var.ctx.site.timeZone}
      published={c.req.query("done") === "published"}
    />,
  );
}

async function theDraft(c: HouseContext): Promise<IndicatorSet> {
  const draft = await draftSet(c.var.ctx);
  if (!draft) throw new NotFound("There is no draft of the indicators at present.");
  return draft;
}

function setValues({ name, note, source, content, revision }: IndicatorSet): FormValues {
  return {
    name,
    note,
    source,
    introduction: content.introduction,
    ...Object.fromEntries(content.levelNames.map((level, index) => [`level${index + 1}`, level])),
    revision: String(revision),
  };
}

async function showDraft(
  c: HouseContext,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const draft = await theDraft(c);
  const current = await currentSet(c.var.ctx);
  const now = setValues(draft);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Indicators, draft of version ${draft.version}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <DraftPage
      draft={draft}
      differences={draft.content.indicators.map((one) => differenceOf(one, draft.content, current?.content))}
      // Saving again after a warning is meant, so the form then names the revision that was shown beside it.
      values={stale ? { ...values, revision: textOf(now, "revision") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

async function saveSet(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(SetForm, values);
  if (!form.ok) return showDraft(c, { values, problems: form.problems });
  try {
    await changeSet(c.var.ctx, form.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showDraft(c, { values, stale: true });
  }
  return c.redirect(DRAFT, 303);
}

function indicatorValues(indicator: Indicator | undefined, { revision }: IndicatorSet): FormValues {
  if (!indicator) return { revision: String(revision) };
  const { title, question, why, prompt, source, evidence, sameMeaning, levels } = indicator;
  return {
    title,
    question,
    why,
    prompt,
    source,
    evidence,
    sameMeaning: sameMeaning ? "yes" : "",
    ...Object.fromEntries(
      levels.flatMap(({ looks, next }, index) => [
        [`looks${index + 1}`, looks],
        [`next${index + 1}`, next],
      ]),
    ),
    revision: String(revision),
  };
}

/** @throws NotFound for an indicator that the draft does not have, or not any more */
function theIndicator(c: HouseContext, draft: IndicatorSet): Indicator {
  const found = draft.content.indicators.find(({ id }) => id === c.req.param("indicator"));
  if (!found) throw new NotFound();
  return found;
}

async function showIndicator(
  c: HouseContext,
  isNew: boolean,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const draft = await theDraft(c);
  const existing = isNew ? undefined : theIndicator(c, draft);
  const now = indicatorValues(existing, draft);
  const failed = hasProblems(problems);
  const current = await currentSet(c.var.ctx);
  return c.var.show(
    {
      title: existing ? `Change “${existing.title}”` : "Add an indicator",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <IndicatorFormPage
      existing={existing}
      levelNames={draft.content.levelNames}
      asked={current?.content.indicators.find(({ id }) => id === existing?.id)}
      values={stale ? { ...values, revision: textOf(now, "revision") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

async function saveIndicator(c: HouseContext, isNew: boolean): Promise<Response> {
  const values = await formValues(c);
  const form = parse(IndicatorForm, values);
  if (!form.ok) return showIndicator(c, isNew, { values, problems: form.problems });
  try {
    if (isNew) await addIndicator(c.var.ctx, form.value);
    else await changeIndicator(c.var.ctx, theIndicator(c, await theDraft(c)).id, form.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showIndicator(c, isNew, { values, stale: true });
  }
  return c.redirect(DRAFT, 303);
}

async function move(c: HouseContext): Promise<void> {
  await moveIndicator(c.var.ctx, c.req.param("indicator") ?? "", MoveForm.parse(await formValues(c)));
}

async function remove(c: HouseContext): Promise<void> {
  const { revision } = RevisionForm.parse(await formValues(c));
  await removeIndicator(c.var.ctx, c.req.param("indicator") ?? "", revision);
}

async function publish(c: HouseContext): Promise<Response> {
  const { revision } = RevisionForm.parse(await formValues(c));
  const published = await publishDraft(c.var.ctx, revision);
  if (!published.ok) return showDraft(c, { problems: published.problems });
  return c.redirect("/desk/indicators?done=published", 303);
}

const toDraft = () => DRAFT;

export const deskRoutes: Route[] = [
  get("/desk/indicators", "editor", showSets),
  get(DRAFT, "editor", (c) => showDraft(c)),
  post(
    "/desk/indicators/drafts",
    "editor",
    deed((c) => beginDraft(c.var.ctx), toDraft),
  ),
  post(DRAFT, "editor", saveSet),
  post(
    `${DRAFT}/removal`,
    "editor",
    deed(
      (c) => dropDraft(c.var.ctx),
      () => "/desk/indicators",
    ),
  ),
  post(`${DRAFT}/publication`, "editor", publish),
  get(`${DRAFT}/new`, "editor", (c) => showIndicator(c, true)),
  post(`${DRAFT}/indicators`, "editor", (c) => saveIndicator(c, true)),
  get(`${DRAFT}/indicators/:indicator`, "editor", (c) => showIndicator(c, false)),
  post(`${DRAFT}/indicators/:indicator`, "editor", (c) => saveIndicator(c, false)),
  post(`${DRAFT}/indicators/:indicator/position`, "editor", deed(move, toDraft)),
  post(`${DRAFT}/indicators/:indicator/removal`, "editor", deed(remove, toDraft)),
];
