import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { SOURCE_FIELDS, sourceRows } from "#base/source.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { personById } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { rowValues } from "#platform/http/form-rows.ts";
import { type FormValues, formValues, listOf, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { addAffiliate, changeAffiliate, StateTaken, setRetired } from "./actions.ts";
import { AffiliateVersion, LEAD_FIELDS } from "./forms.ts";
import { type Affiliate, affiliateById, affiliatesForEditors, leadsOf, PAGE_SIZE } from "./queries.ts";
import { readAffiliate } from "./reading-form.ts";
import type { Lead } from "./rules.ts";
import { AffiliateFormPage } from "./views/affiliate-form.tsx";
import { ManageAffiliates } from "./views/manage.tsx";

/** What came back from a form: nothing yet, problems, or somebody else's newer version. */
interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showList(c: HouseContext): Promise<Response> {
  const asked = c.req.query("page") ?? "";
  const page = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
  const { items, total } = await affiliatesForEditors(c.var.ctx, page);
  return c.var.show(
    { title: "Affiliates", noindex: true },
    <ManageAffiliates items={items} page={page} pages={Math.ceil(total / PAGE_SIZE)} />,
  );
}

async function existing(c: HouseContext): Promise<Affiliate> {
  const affiliate = await affiliateById(c.var.ctx, idOf(c));
  if (!affiliate) throw new NotFound();
  return affiliate;
}

async function stored(ctx: Ctx, affiliate: Affiliate): Promise<FormValues> {
  const leads = (await leadsOf(ctx, [affiliate.id])).get(affiliate.id) ?? [];
  const rows: Record<(typeof LEAD_FIELDS)[number], string>[] = [];
  for (const lead of leads) rows.push(await leadRow(ctx, lead));
  return {
    name: affiliate.name,
    kind: affiliate.kind,
    state: affiliate.stateCode ?? "",
    counties: affiliate.counties,
    summary: affiliate.summary,
    story: affiliate.story,
    url: affiliate.url ?? "",
    joinedOn: affiliate.joinedOn ?? "",
    leftOn: affiliate.leftOn ?? "",
    version: String(affiliate.version),
    ...rowValues("lead", rows, LEAD_FIELDS),
    ...rowValues("source", sourceRows(affiliate.sources), SOURCE_FIELDS),
  };
}

async function leadRow(ctx: Ctx, lead: Lead) {
  const { person, name, title, organization, from, to, consent } = lead;
  return {
    name,
    title,
    organization,
    email: person ? ((await personById(ctx, person))?.email ?? "") : "",
    from: from ?? "",
    to: to ?? "",
    agreed: consent ? "yes" : "",
    how: consent?.how ?? "",
    on: consent?.on ?? "",
  };
}

async function showForm(c: HouseContext, affiliate: Affiliate | undefined, returned: Returned = {}) {
  const { values, problems = {}, stale } = returned;
  const now = affiliate ? await stored(c.var.ctx, affiliate) : {};
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: affiliate ? `Change ${affiliate.name}` : "Add an affiliate",
      noindex: true,
      scripts: ["writing.js", "county-picker.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <AffiliateFormPage
      existing={affiliate}
      // Saving again after a warning is meant, so the form then names the version that was shown beside it.
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

/** The picker's field is a list of lines; a form that came back carries it as it was typed. */
async function received(c: HouseContext): Promise<FormValues> {
  const values = await formValues(c);
  return { ...values, counties: listOf(values, "counties").join("\n") };
}

async function add(c: HouseContext): Promise<Response> {
  const values = await received(c);
  const command = await readAffiliate(c.var.ctx, values, me(c).name);
  if (!command.ok) return showForm(c, undefined, { values, problems: command.problems });
  try {
    await addAffiliate(c.var.ctx, command.value);
  } catch (error) {
    if (!(error instanceof StateTaken)) throw error;
    return showForm(c, undefined, { values, problems: problem("state", error.message).problems });
  }
  return c.redirect("/desk/affiliates", 303);
}

async function change(c: HouseContext): Promise<Response> {
  const affiliate = await existing(c);
  const values = await received(c);
  const command = await readAffiliate(c.var.ctx, values, me(c).name);
  if (!command.ok) return showForm(c, affiliate, { values, problems: command.problems });
  const seen = parse(AffiliateVersion, values);
  try {
    if (!seen.ok) throw new Conflict();
    await changeAffiliate(c.var.ctx, affiliate.id, command.value, seen.value.version);
  } catch (error) {
    if (error instanceof StateTaken)
      return showForm(c, affiliate, { values, problems: problem("state", error.message).problems });
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, await existing(c), { values, stale: true });
  }
  return c.redirect("/desk/affiliates", 303);
}

const toList = () => "/desk/affiliates";

export const deskRoutes: Route[] = [
  get("/desk/affiliates", "editor", showList),
  get("/desk/affiliates/new", "editor", (c) => showForm(c, undefined)),
  post("/desk/affiliates", "editor", add),
  get("/desk/affiliates/:id", "editor", async (c) => showForm(c, await existing(c))),
  post("/desk/affiliates/:id", "editor", change),
  post(
    "/desk/affiliates/:id/retirement",
    "editor",
    deed((c) => setRetired(c.var.ctx, idOf(c), true), toList),
  ),
  post(
    "/desk/affiliates/:id/return",
    "editor",
    deed((c) => setRetired(c.var.ctx, idOf(c), false), toList),
  ),
];
