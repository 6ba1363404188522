import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { addOpportunity, changeOpportunity } from "./actions.ts";
import { OpportunityEditForm, OpportunityForm } from "./forms.ts";
import { type Opportunity, opportunities } from "./queries.ts";
import { OpportunityFormPage } from "./views/opportunity-form.tsx";

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

function stored(opportunity: Opportunity): FormValues {
  return {
    name: opportunity.name,
    season: opportunity.season ?? "",
    summary: opportunity.summary,
    paragraph: opportunity.paragraph,
    open: opportunity.open ? "yes" : "",
    version: String(opportunity.version),
  };
}

async function existingOpportunity(c: HouseContext): Promise<Opportunity> {
  const id = idOf(c);
  const found = (await opportunities(c.var.ctx, { openOnly: false })).find((one) => one.id === id);
  if (!found) throw new NotFound();
  return found;
}

async function showForm(c: HouseContext, existing: Opportunity | undefined, returned: Returned = {}) {
  const { values, problems = {}, stale } = returned;
  const now: FormValues = existing ? stored(existing) : { open: "yes" };
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: existing ? `Change ${existing.name}` : "Add something to support",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <OpportunityFormPage
      existing={existing}
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

async function add(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(OpportunityForm, values);
  if (!form.ok) return showForm(c, undefined, { values, problems: form.problems });
  await addOpportunity(c.var.ctx, form.value);
  return c.redirect("/desk/sponsors", 303);
}

async function change(c: HouseContext): Promise<Response> {
  const existing = await existingOpportunity(c);
  const values = await formValues(c);
  const form = parse(OpportunityEditForm, values);
  if (!form.ok) return showForm(c, existing, { values, problems: form.problems });
  try {
    await changeOpportunity(c.var.ctx, existing.id, form.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, await existingOpportunity(c), { values, stale: true });
  }
  return c.redirect("/desk/sponsors", 303);
}

export const opportunityRoutes: Route[] = [
  get("/desk/opportunities/new", "editor", (c) => showForm(c, undefined)),
  post("/desk/opportunities", "editor", add),
  get("/desk/opportunities/:id", "editor", async (c) => showForm(c, await existingOpportunity(c))),
  post("/desk/opportunities/:id", "editor", change),
];
