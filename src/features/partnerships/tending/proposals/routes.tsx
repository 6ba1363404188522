import { hasProblems, type Outcome, type Problems } from "#base/outcome.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { may } from "#platform/permissions.ts";
import { tendPath } from "../paths.ts";
import { proposePage, startPage, withdrawProposal } from "./actions.ts";
import { NewPageForm, ProposalForm } from "./forms.ts";
import { pageNamed } from "./queries.ts";
import { NewPage, type NewPageProps } from "./views/new-page.tsx";

const HOUR = 3_600;
const PROPOSALS_PER_HOUR = 10;

const MEMBERS = {
  action: "/my-partnerships",
  trail: [{ href: "/my-partnerships", label: "My partnerships" }],
};
const DESK = {
  action: "/desk/partnerships",
  trail: [
    { href: "/desk", label: "Desk" },
    { href: "/desk/partnerships", label: "Partnerships" },
  ],
};

/** Editors make pages at once, state editors do so in their states, and everybody else proposes. */
function howSoon(c: HouseContext): NewPageProps["at"] {
  const { actor } = c.var.ctx;
  if (may(actor, "desk.work")) return "once";
  const editsStates = actor.kind === "person" && actor.grants.some(({ role }) => role === "state-editor");
  return editsStates ? "once-in-own-states" : "desk";
}

async function show(
  c: HouseContext,
  place: typeof MEMBERS,
  returned: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { values = {}, problems = {} } = returned;
  const failed = hasProblems(problems);
  const known = problems.name
    ? await pageNamed(c.var.ctx, textOf(values, "name").trim(), textOf(values, "state"))
    : undefined;
  return c.var.show(
    {
      title: "Start a partnership’s page",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <NewPage
      {...place}
      at={howSoon(c)}
      values={values}
      problems={problems}
      known={known && !known.isHidden ? known : undefined}
    />,
  );
}

async function start(c: HouseContext, place: typeof MEMBERS, values: FormValues): Promise<Response> {
  const form = parse(NewPageForm, values);
  if (!form.ok) return show(c, place, { values, problems: form.problems });
  const started: Outcome<{ slug: string }> = await startPage(c.var.ctx, form.value);
  if (!started.ok) return show(c, place, { values, problems: started.problems });
  return c.redirect(`${tendPath(started.value.slug)}?done=created`, 303);
}

async function propose(c: HouseContext): Promise<Response> {
  const { ctx, limits } = c.var;
  const values = await formValues(c);
  if (may(ctx.actor, "partnership.tend", { states: [textOf(values, "state")] }))
    return start(c, MEMBERS, values);
  const form = parse(ProposalForm, values);
  if (!form.ok) return show(c, MEMBERS, { values, problems: form.problems });
  const by = me(c);
  await limits.allow(ctx.seal("rate limit", `proposals by ${by.id}`), PROPOSALS_PER_HOUR, HOUR);
  const proposed = await proposePage(ctx, by, form.value);
  if (!proposed.ok) return show(c, MEMBERS, { values, problems: proposed.problems });
  return c.redirect("/my-partnerships?done=proposed", 303);
}

async function withdraw(c: HouseContext): Promise<Response> {
  await withdrawProposal(c.var.ctx, idOf(c), me(c).id);
  return c.redirect("/my-partnerships", 303);
}

export const proposalRoutes: Route[] = [
  get("/my-partnerships/new", "member", (c) => show(c, MEMBERS)),
  post("/my-partnerships", "member", propose),
  post("/my-partnerships/proposals/:id/withdrawal", "member", withdraw),
  get("/desk/partnerships/new", "editor", (c) => show(c, DESK)),
  post("/desk/partnerships", "editor", async (c) => start(c, DESK, await formValues(c))),
];
