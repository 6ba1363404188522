import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { partnershipNames } from "#features/partnerships/public.ts";
import { scopesHeldBy } from "#features/people/public.ts";
import { countyByFips, countyLabel } from "#features/places/public.ts";
import { type FormValues, formValues, textOf } from "#platform/http/forms.ts";
import { me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { KEEP, regionIn, worksWith } from "./access.ts";
import { changeRegion, nameRegion } from "./actions.ts";
import { readChange, readCounties, readRegion } from "./forms.ts";
import { REGIONS_PATH, regionPath } from "./paths.ts";
import { type Region, regionsForEveryone, regionsOf, shapesOf } from "./queries.ts";
import { HistoryPage } from "./views/history-page.tsx";
import { RegionForm, type RegionFormProps } from "./views/region-form.tsx";
import { RegionsPage } from "./views/regions-page.tsx";

const PAGE = 24;
const FORM_SCRIPTS = ["writing.js", "county-picker.js"];

async function showRegions(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { actor } = ctx;
  const page = Math.min(1_000, Math.max(1, Number.parseInt(c.req.query("page") ?? "", 10) || 1));
  const mine = actor.kind === "person" ? await regionsOf(ctx, actor.id) : [];
  const { items, more } = await regionsForEveryone(ctx, { offset: (page - 1) * PAGE, limit: PAGE });
  return c.var.show(
    {
      title: "Regions",
      description: "Regions whose teams look at their industries’ jobs together and choose a first sector.",
      canonical: page === 1 ? REGIONS_PATH : `${REGIONS_PATH}?page=${page}`,
    },
    <RegionsPage
      mine={mine}
      isGuest={actor.kind === "guest"}
      others={items.filter(({ id }) => !mine.some((own) => own.id === id))}
      page={page}
      more={more}
      done={c.req.query("done")}
    />,
  );
}

/** What the link from an analysis brings along stands in the form already. */
function broughtAlong(c: HouseContext): FormValues {
  const counties = readCounties(c.req.query("counties") ?? "");
  return {
    name: (c.req.query("name") ?? "").slice(0, 100),
    counties: counties.ok ? linesFor(counties.value) : (c.req.query("counties") ?? "").slice(0, 2_000),
    shown: "team",
  };
}

/** One county on each line, as the field has them. */
const linesFor = (counties: readonly string[]) =>
  counties
    .map((fips) => {
      const county = countyByFips(fips);
      return county ? countyLabel(county) : fips;
    })
    .join("\n");

/** Those that the actor looks after, and the one that is linked already. */
async function partnershipChoices(c: HouseContext, linked: string | null) {
  const { ctx } = c.var;
  const held = await scopesHeldBy(ctx, me(c).id, "partnership-editor");
  const names = await partnershipNames(ctx, [...held.map(({ scope }) => scope), ...(linked ? [linked] : [])]);
  return [...names].map(([id, { name, slug }]) => ({ id, name, slug }));
}

async function showNew(c: HouseContext, values?: FormValues, problems: Problems = {}): Promise<Response> {
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: "Name a region",
      noindex: true,
      scripts: FORM_SCRIPTS,
      failed,
      status: failed ? 422 : 200,
    },
    <RegionForm
      values={values ?? broughtAlong(c)}
      partnerships={await partnershipChoices(c, null)}
      problems={problems}
    />,
  );
}

async function takeNew(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = readRegion(values);
  if (!form.ok) return showNew(c, values, form.problems);
  const named = await nameRegion(c.var.ctx, me(c), form.value);
  if (!named.ok) return showNew(c, values, named.problems);
  return c.redirect(`${regionPath(named.value.slug)}?done=named`, 303);
}

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showEdit(c: HouseContext, { values, problems = {}, stale }: Returned = {}): Promise<Response> {
  const region = await regionIn(c);
  const partnerships = await partnershipChoices(c, region.partnership);
  const now: FormValues = {
    name: region.name,
    note: region.note,
    counties: linesFor(region.counties),
    shown: region.shown,
    partnership: partnerships.find(({ id }) => id === region.partnership)?.slug ?? "",
    version: String(region.version),
  };
  const failed = hasProblems(problems);
  const props: RegionFormProps = {
    region,
    // Saving again after a warning is meant, so the form then names the version that was shown beside it.
    values: stale ? { ...values, version: textOf(now, "version") } : (values ?? now),
    ...(stale ? { theirs: now } : {}),
    partnerships,
    problems,
  };
  return c.var.show(
    {
      title: `Change ${region.name}`,
      noindex: true,
      scripts: FORM_SCRIPTS,
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <RegionForm {...props} />,
  );
}

async function takeChange(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const region = await regionIn(c);
  const form = readChange(values);
  if (!form.ok) return showEdit(c, { values, problems: form.problems });
  try {
    const changed = await changeRegion(c.var.ctx, region.id, form.value);
    if (!changed.ok) return showEdit(c, { values, problems: changed.problems });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showEdit(c, { values, stale: true });
  }
  return c.redirect(`${regionPath(region.slug)}?done=changed`, 303);
}

async function showHistory(c: HouseContext): Promise<Response> {
  const region: Region = await regionIn(c);
  return c.var.show(
    { title: `Earlier shapes of ${region.name}`, noindex: true },
    <HistoryPage
      region={region}
      shapes={await shapesOf(c.var.ctx, region.id)}
      isTeam={worksWith(c, region)}
      zone={c.var.ctx.site.timeZone}
    />,
  );
}

const ONE = `${REGIONS_PATH}/:slug`;

export const regionRoutes: Route[] = [
  get(REGIONS_PATH, "everyone", showRegions),
  get(`${REGIONS_PATH}/new`, "member", (c) => showNew(c)),
  post(REGIONS_PATH, "member", takeNew),
  get(`${ONE}/edit`, KEEP, (c) => showEdit(c)),
  post(`${ONE}/edit`, KEEP, takeChange),
  get(`${ONE}/history`, "everyone", showHistory),
];
