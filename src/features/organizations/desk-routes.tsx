import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { addOrganization, changeOrganization } from "./actions.ts";
import { readFilter, readPage } from "./filter.ts";
import { organizationsNamed } from "./find.ts";
import { OrganizationEditForm, OrganizationForm } from "./forms.ts";
import { listOrganizations, PAGE_SIZE } from "./listing.ts";
import { type Organization, organizationById } from "./queries.ts";
import { ListPage } from "./views/list-page.tsx";
import { OrganizationFormPage } from "./views/organization-form.tsx";

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showList(c: HouseContext): Promise<Response> {
  const query = new URL(c.req.url).searchParams;
  const filter = readFilter(query);
  const page = readPage(query);
  const listing = await listOrganizations(c.var.ctx, filter, {
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  return c.var.show(
    { title: "Organizations to look after", noindex: true },
    <ListPage filter={filter} listing={listing} page={page} desk />,
  );
}

function stored(one: Organization): FormValues {
  return {
    name: one.name,
    alsoKnownAs: one.alsoKnownAs.join("\n"),
    kind: one.kind,
    stateCode: one.stateCode ?? "",
    place: one.place,
    url: one.url ?? "",
    source: one.source,
    version: String(one.version),
  };
}

async function existingOne(c: HouseContext): Promise<Organization> {
  const one = await organizationById(c.var.ctx, idOf(c));
  if (!one) throw new NotFound();
  return one;
}

async function showForm(c: HouseContext, existing: Organization | undefined, returned: Returned = {}) {
  const { values, problems = {}, stale } = returned;
  const now = existing ? stored(existing) : {};
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: existing ? `Change ${existing.name}` : "Add an organization",
      noindex: true,
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <OrganizationFormPage
      existing={existing}
      // Saving again after a warning is meant, so the form then names the version that was shown beside it.
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

/** The same name in the same state is the same organization until somebody says otherwise. */
async function problemWithDouble(
  c: HouseContext,
  form: { name: string; stateCode: string | null },
): Promise<Problems> {
  const [same] = await organizationsNamed(c.var.ctx, [form]);
  if (!same || same.stateCode !== form.stateCode) return {};
  return {
    name: [`${same.name} is in the directory already. Change it there, or give this one another name.`],
  };
}

async function add(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(OrganizationForm, values);
  if (!form.ok) return showForm(c, undefined, { values, problems: form.problems });
  const problems = await problemWithDouble(c, form.value);
  if (hasProblems(problems)) return showForm(c, undefined, { values, problems });
  await addOrganization(c.var.ctx, form.value);
  return c.redirect("/desk/organizations", 303);
}

async function change(c: HouseContext): Promise<Response> {
  const existing = await existingOne(c);
  const values = await formValues(c);
  const form = parse(OrganizationEditForm, values);
  if (!form.ok) return showForm(c, existing, { values, problems: form.problems });
  const { version, ...facts } = form.value;
  try {
    await changeOrganization(c.var.ctx, existing.id, facts, version);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, await existingOne(c), { values, stale: true });
  }
  return c.redirect("/desk/organizations", 303);
}

export const deskRoutes: Route[] = [
  get("/desk/organizations", "editor", showList),
  get("/desk/organizations/new", "editor", (c) => showForm(c, undefined)),
  post("/desk/organizations", "editor", add),
  get("/desk/organizations/:id", "editor", async (c) => showForm(c, await existingOne(c))),
  post("/desk/organizations/:id", "editor", change),
];
