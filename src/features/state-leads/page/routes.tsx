import { fieldDifferences } from "#base/differences.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { SOURCE_FIELDS, sourceRows } from "#base/source.ts";
import { Conflict } from "#base/surprises.ts";
import type { State } from "#features/places/public.ts";
import { rowValues } from "#platform/http/form-rows.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { ofState, stateOf } from "../scope.ts";
import type { StateWords } from "../tables.ts";
import { restoreStatePage, saveStatePage } from "./actions.ts";
import { RestoreForm, readWords, VersionSeen } from "./forms.ts";
import { type StatePage, statePage, VERSIONS_PER_PAGE, versionsOf, wordsOfVersions } from "./queries.ts";
import { EditPage } from "./views/edit-page.tsx";
import { VersionsPage } from "./views/versions-page.tsx";
import { WordsPreview } from "./views/words-preview.tsx";

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

function stored(page: StatePage | undefined): FormValues {
  return {
    intro: page?.intro ?? "",
    about: "",
    version: String(page?.version ?? 0),
    ...rowValues("link", sourceRows(page?.links ?? []), SOURCE_FIELDS),
    ...rowValues("source", sourceRows(page?.sources ?? []), SOURCE_FIELDS),
  };
}

async function showEdit(c: HouseContext, returned: Returned = {}): Promise<Response> {
  const state = stateOf(c);
  const now = stored(await statePage(c.var.ctx, state.code));
  const { problems = {}, stale } = returned;
  // Saving again after a warning is meant, so the form then names the version that was shown beside it.
  const values = stale ? { ...returned.values, version: textOf(now, "version") } : (returned.values ?? now);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Edit the page of ${state.name}`,
      noindex: true,
      scripts: ["writing.js", "editor.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <EditPage
      state={state}
      values={values}
      theirs={stale ? now : undefined}
      problems={problems}
      preview={previewOf(state, values)}
    />,
  );
}

function previewOf(state: State, values: FormValues) {
  const read = readWords(values);
  const words = read.ok ? read.value.words : { intro: textOf(values, "intro"), links: [], sources: [] };
  return <WordsPreview state={state} words={words} />;
}

async function save(c: HouseContext): Promise<Response> {
  const state = stateOf(c);
  const values = await formValues(c);
  const read = readWords(values);
  if (textOf(values, "act") === "preview") return showEdit(c, { values });
  if (!read.ok) return showEdit(c, { values, problems: read.problems });
  const seen = parse(VersionSeen, values);
  try {
    if (!seen.ok) throw new Conflict();
    await saveStatePage(c.var.ctx, state.code, { ...read.value, version: seen.value.version });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showEdit(c, { values, stale: true });
  }
  return c.redirect(`/states/${state.code}/lead?done=page`, 303);
}

async function answerPreview(c: HouseContext): Promise<Response> {
  return c.html(previewOf(stateOf(c), await formValues(c)) as never);
}

async function showVersions(c: HouseContext, failed?: string): Promise<Response> {
  const { ctx } = c.var;
  const state = stateOf(c);
  const newest = (await statePage(ctx, state.code))?.version ?? 0;
  const number = (name: string) => {
    const text = c.req.query(name) ?? "";
    return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
  };
  const page = number("page") ?? 1;
  const to = number("version");
  const words = await wordsOfVersions(ctx, state.code, to === undefined ? [] : [to - 1, to]);
  const after = to === undefined ? undefined : words.get(to);
  return c.var.show(
    {
      title: `Versions of the page of ${state.name}`,
      noindex: true,
      scripts: ["writing.js"],
      status: failed ? 409 : 200,
    },
    <VersionsPage
      state={state}
      newest={newest}
      versions={await versionsOf(ctx, state.code, page)}
      page={page}
      pages={Math.ceil(newest / VERSIONS_PER_PAGE)}
      zone={ctx.site.timeZone}
      shown={after && to ? { number: to, fields: differencesOf(words.get(to - 1), after) } : undefined}
      failed={failed}
    />,
  );
}

const LABELS = { intro: "Text", links: "Links", sources: "Sources" };

function differencesOf(before: StateWords | undefined, after: StateWords) {
  const inWords = ({ intro, links, sources }: StateWords) => ({
    intro,
    links: links.map(({ name, url, note }) => [name, url, note].filter(Boolean).join(" · ")).join("\n\n"),
    sources: sources.map(({ name, url, note }) => [name, url, note].filter(Boolean).join(" · ")).join("\n\n"),
  });
  return fieldDifferences(inWords(before ?? { intro: "", links: [], sources: [] }), inWords(after), LABELS);
}

async function restore(c: HouseContext): Promise<Response> {
  const state = stateOf(c);
  const form = parse(RestoreForm, await formValues(c));
  if (!form.ok) return showVersions(c, "Choose a version to bring back.");
  try {
    await restoreStatePage(c.var.ctx, state.code, form.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showVersions(c, error.message);
  }
  return c.redirect(`/states/${state.code}/versions`, 303);
}

const tend = ofState("state.tend");

export const pageRoutes: Route[] = [
  get("/states/:code/edit", tend, (c) => showEdit(c)),
  post("/states/:code/edit", tend, save),
  post("/states/:code/edit/preview", tend, answerPreview),
  get("/states/:code/versions", tend, (c) => showVersions(c)),
  post("/states/:code/versions", tend, restore),
];
