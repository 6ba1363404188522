import { hasProblems, joinProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { addInvestment, changeInvestment, setRetired } from "./actions.ts";
import { InvestmentForm, InvestmentVersion, togetherProblems, wholeYears } from "./forms.ts";
import {
  allCounted,
  countInvestments,
  type Investment,
  investmentById,
  investmentsPage,
  PAGE_SIZE,
} from "./queries.ts";
import { investorKey, maySameMoney } from "./rules.ts";
import { InvestmentFormPage } from "./views/investment-form.tsx";
import { ManageInvestments } from "./views/manage.tsx";

interface Returned {
  values?: FormValues;
  problems?: Problems;
  stale?: boolean;
}

async function showList(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const asked = c.req.query("page") ?? "";
  const page = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
  const items = await investmentsPage(ctx, {
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
    retired: true,
  });
  const total = await countInvestments(ctx);
  return c.var.show(
    { title: "Investments", noindex: true },
    <ManageInvestments
      items={items}
      page={page}
      pages={Math.ceil(total / PAGE_SIZE)}
      twins={twinsAmong(await allCounted(ctx))}
    />,
  );
}

const MOST_TWINS = 20;

/** Pairs that may be the same money and that nobody has told apart. Only entries of one investor are compared. */
function twinsAmong(all: Awaited<ReturnType<typeof allCounted>>) {
  const wholes = new Map(all.map(({ id, partOf }) => [id, partOf]));
  const open = all.filter(({ toldApart }) => !toldApart);
  const groups = Map.groupBy(open, ({ stateCode, investor }) => `${stateCode} ${investorKey(investor)}`);
  const pairs = [...groups.values()].flatMap((group) =>
    group.flatMap((a, index) =>
      group
        .slice(index + 1)
        .filter((b) => maySameMoney(a, b, wholes))
        .map((b) => ({ a, b })),
    ),
  );
  return pairs.slice(0, MOST_TWINS);
}

async function existing(c: HouseContext): Promise<Investment> {
  const investment = await investmentById(c.var.ctx, idOf(c));
  if (!investment) throw new NotFound();
  return investment;
}

function stored(one: Investment): FormValues {
  return {
    investor: one.investor,
    state: one.stateCode ?? "",
    dollars: one.dollars?.toLocaleString("en-US") ?? "",
    atLeast: one.atLeast ? "yes" : "",
    inKind: one.inKind ? "yes" : "",
    fromYear: one.fromYear ? String(one.fromYear) : "",
    toYear: one.toYear ? String(one.toYear) : "",
    yearsNote: one.yearsNote,
    purpose: one.purpose,
    cameOfIt: one.cameOfIt,
    partOf: one.partOf ?? "",
    sourceName: one.sourceName,
    sourceUrl: one.sourceUrl ?? "",
    sourceNote: one.sourceNote,
    toldApart: one.toldApart ? "yes" : "",
    version: String(one.version),
  };
}

async function showForm(c: HouseContext, one: Investment | undefined, returned: Returned = {}) {
  const { values, problems = {}, stale } = returned;
  const now = one ? stored(one) : {};
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: one ? `Change ${one.investor}` : "Add an investment",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <InvestmentFormPage
      existing={one}
      // Saving again after a warning is meant, so the form then names the version that was shown beside it.
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
      others={(await allCounted(c.var.ctx)).filter(({ id }) => id !== one?.id)}
    />,
  );
}

async function add(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const command = readForm(values);
  if (!command.ok) return showForm(c, undefined, { values, problems: command.problems });
  const added = await addInvestment(c.var.ctx, command.value);
  if (!added.ok) return showForm(c, undefined, { values, problems: added.problems });
  return c.redirect("/desk/investments", 303);
}

function readForm(values: FormValues) {
  const form = parse(InvestmentForm, values);
  const problems = joinProblems(togetherProblems(values), form.ok ? undefined : form.problems);
  if (!form.ok || hasProblems(problems)) return { ok: false as const, problems };
  return { ok: true as const, value: wholeYears(form.value) };
}

async function change(c: HouseContext): Promise<Response> {
  const one = await existing(c);
  const values = await formValues(c);
  const command = readForm(values);
  if (!command.ok) return showForm(c, one, { values, problems: command.problems });
  const seen = parse(InvestmentVersion, values);
  try {
    if (!seen.ok) throw new Conflict();
    const changed = await changeInvestment(c.var.ctx, one.id, command.value, seen.value.version);
    if (!changed.ok) return showForm(c, one, { values, problems: changed.problems });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(c, await existing(c), { values, stale: true });
  }
  return c.redirect("/desk/investments", 303);
}

const toList = () => "/desk/investments";

export const deskRoutes: Route[] = [
  get("/desk/investments", "editor", showList),
  get("/desk/investments/new", "editor", (c) => showForm(c, undefined)),
  post("/desk/investments", "editor", add),
  get("/desk/investments/:id", "editor", async (c) => showForm(c, await existing(c))),
  post("/desk/investments/:id", "editor", change),
  post(
    "/desk/investments/:id/retirement",
    "editor",
    deed((c) => setRetired(c.var.ctx, idOf(c), true), toList),
  ),
  post(
    "/desk/investments/:id/return",
    "editor",
    deed((c) => setRetired(c.var.ctx, idOf(c), false), toList),
  ),
];
