import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { addSector, changeSector, moveSector, setSectorRetired } from "./actions.ts";
import { SectorEditForm, SectorForm } from "./forms.ts";
import { readCodes } from "./naics.ts";
import { allSectors, type Sector } from "./queries.ts";
import { codesText, overlapping } from "./rules.ts";
import { VINTAGES } from "./tables.ts";
import { ManageSectors } from "./views/manage.tsx";
import { SectorFormPage } from "./views/sector-form.tsx";

const SCRIPTS = ["writing.js"];

async function showList(c: HouseContext): Promise<Response> {
  return c.var.show(
    { title: "Sectors", noindex: true, scripts: SCRIPTS },
    <ManageSectors sectors={await allSectors(c.var.ctx)} />,
  );
}

function stored(sector: Sector): FormValues {
  return {
    name: sector.name,
    description: sector.description,
    hue: sector.hue,
    icon: sector.icon,
    includePublicOwnership: sector.includePublicOwnership ? "yes" : "",
    codes2017: codesText(sector.codes, 2017),
    codes2022: codesText(sector.codes, 2022),
    version: String(sector.version),
  };
}

interface Shown {
  values?: FormValues;
  problems?: Problems;
  /** Another editor saved since this form was read. */
  stale?: boolean;
}

async function showForm(c: HouseContext, id: string | undefined, shown: Shown = {}): Promise<Response> {
  const all = await allSectors(c.var.ctx);
  const existing = id ? all.find((sector) => sector.id === id) : undefined;
  if (id && !existing) throw new NotFound();
  const { problems = {}, stale } = shown;
  const now = existing ? stored(existing) : {};
  const values = shown.values ?? now;
  const others = all.filter((sector) => sector.id !== id && !sector.retiredAt);
  const typed = VINTAGES.flatMap((year) => readCodes(textOf(values, `codes${year}`), year).codes);
  return c.var.show(
    {
      title: existing ? `Change ${existing.name}` : "Add a sector",
      noindex: true,
      scripts: SCRIPTS,
      failed: stale || hasProblems(problems),
      status: stale ? 409 : hasProblems(problems) ? 422 : 200,
    },
    <SectorFormPage
      existing={existing}
      values={stale && existing ? { ...values, version: String(existing.version) } : values}
      problems={problems}
      overlaps={overlapping(typed, others)}
      saved={!shown.values && c.req.query("saved") !== undefined}
      theirs={stale ? now : undefined}
    />,
  );
}

async function add(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(SectorForm, values);
  const outcome = form.ok ? await addSector(c.var.ctx, form.value) : form;
  if (!outcome.ok) return showForm(c, undefined, { values, problems: outcome.problems });
  return c.redirect(`/desk/sectors/${outcome.value.id}?saved`, 303);
}

async function change(c: HouseContext): Promise<Response> {
  const id = idOf(c);
  const values = await formValues(c);
  const form = parse(SectorEditForm, values);
  if (!form.ok) return showForm(c, id, { values, problems: form.problems });
  try {
    const outcome = await changeSector(c.var.ctx, id, form.value);
    if (!outcome.ok) return showForm(c, id, { values, problems: outcome.problems });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, id, { values, stale: true });
  }
  return c.redirect(`/desk/sectors/${id}?saved`, 303);
}

const toList = () => "/desk/sectors";

const move = deed(async (c) => {
  const direction = textOf(await formValues(c), "direction") === "up" ? "up" : "down";
  await moveSector(c.var.ctx, idOf(c), direction);
}, toList);
const retire = deed((c) => setSectorRetired(c.var.ctx, idOf(c), true), toList);
const putBack = deed((c) => setSectorRetired(c.var.ctx, idOf(c), false), toList);

export const sectorRoutes: Route[] = [
  get("/desk/sectors", "editor", showList),
  get("/desk/sectors/new", "editor", (c) => showForm(c, undefined)),
  post("/desk/sectors", "editor", add),
  get("/desk/sectors/:id", "editor", (c) => showForm(c, idOf(c))),
  post("/desk/sectors/:id", "editor", change),
  post("/desk/sectors/:id/position", "editor", move),
  post("/desk/sectors/:id/retirement", "editor", retire),
  post("/desk/sectors/:id/return", "editor", putBack),
];
