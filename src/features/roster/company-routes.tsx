import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { ofTable, TEAM, type Workspace, workspaceIn } from "#features/partnerships/public.ts";
import { type FormValues, formValues, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { changeCompany } from "./companies.ts";
import { readCompany, versionIn } from "./forms.ts";
import { companiesPath } from "./paths.ts";
import { type Company, companiesPage, companyById, contactsOf } from "./queries.ts";
import { CompaniesPage } from "./views/companies-page.tsx";
import { CompanyPage } from "./views/company-page.tsx";

const PAGE = 50;
const MOST_PEOPLE = 100;

async function showCompanies(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const page = Math.min(1_000, Math.max(1, Number.parseInt(c.req.query("page") ?? "", 10) || 1));
  const { items, more } = await companiesPage(c.var.ctx, workspace.id, {
    offset: (page - 1) * PAGE,
    limit: PAGE,
  });
  return c.var.show(
    { title: `Companies: ${workspace.name}`, noindex: true },
    <CompaniesPage workspace={workspace} companies={items} page={page} more={more} />,
  );
}

/** @throws NotFound also for one of another roster */
async function companyIn(c: HouseContext, workspace: Workspace): Promise<Company> {
  const company = await companyById(c.var.ctx, workspace.id, idOf(c));
  if (!company) throw new NotFound();
  return company;
}

const valuesOf = (company: Company): FormValues => ({
  name: company.name,
  side: company.side,
  place: company.place,
  size: company.size ?? "",
  note: company.note,
  version: String(company.version),
});

async function showCompany(
  c: HouseContext,
  { values, problems = {}, stale }: { values?: FormValues; problems?: Problems; stale?: boolean } = {},
): Promise<Response> {
  const workspace = await workspaceIn(c);
  const company = await companyIn(c, workspace);
  const now = valuesOf(company);
  const failed = hasProblems(problems);
  const { items } = await contactsOf(
    c.var.ctx,
    workspace.id,
    { company: company.id },
    { offset: 0, limit: MOST_PEOPLE },
  );
  return c.var.show(
    {
      title: company.name,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <CompanyPage
      workspace={workspace}
      company={company}
      people={items}
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
      saved={c.req.query("done") === "changed"}
    />,
  );
}

async function takeCompany(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const workspace = await workspaceIn(c);
  const company = await companyIn(c, workspace);
  const form = readCompany(values);
  if (!form.ok) return showCompany(c, { values, problems: form.problems });
  try {
    const changed = await changeCompany(c.var.ctx, workspace, company.id, form.value, versionIn(values));
    if (!changed.ok) return showCompany(c, { values, problems: changed.problems });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showCompany(c, { values, stale: true });
  }
  return c.redirect(`${companiesPath(workspace.slug, company.id)}?done=changed`, 303);
}

export const companyRoutes: Route[] = [
  get(ofTable("/companies"), TEAM, showCompanies),
  get(ofTable("/companies/:id"), TEAM, (c) => showCompany(c)),
  post(ofTable("/companies/:id"), TEAM, takeCompany),
];
