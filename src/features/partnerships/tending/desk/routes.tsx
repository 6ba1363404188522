import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { holdersOf } from "#features/people/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { askAgain } from "../freshness/actions.ts";
import { tendedById } from "../queries.ts";
import { hidePage, showPage } from "./actions.ts";
import { decisionRoutes } from "./decisions.tsx";
import { HidingForm, ListQuery } from "./forms.ts";
import { deskList } from "./queries.ts";
import { DeskListPage } from "./views/desk-list.tsx";
import { PartnershipDeskPage } from "./views/desk-page.tsx";

const ROLE = ["partnership-editor"] as const;

async function showList(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const asked = ListQuery.parse(c.req.query());
  const list = await deskList(ctx, asked);
  return c.var.show(
    { title: "Partnerships", noindex: true },
    <DeskListPage
      {...list}
      {...asked}
      holders={
        await holdersOf(
          ctx,
          list.rows.map(({ id }) => id),
          ROLE,
        )
      }
      now={ctx.now}
      zone={ctx.site.timeZone}
    />,
  );
}

async function showOne(
  c: HouseContext,
  { values = {}, problems = {} }: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const page = await tendedById(ctx, idOf(c));
  if (!page) throw new NotFound();
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: page.content.name,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <PartnershipDeskPage
      page={page}
      holders={await holdersOf(ctx, [page.id], ROLE)}
      zone={ctx.site.timeZone}
      done={failed ? "" : (c.req.query("done") ?? "")}
      values={values}
      problems={problems}
    />,
  );
}

async function hide(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(HidingForm, values);
  if (!form.ok) return showOne(c, { values, problems: form.problems });
  await hidePage(c.var.ctx, idOf(c), form.value.word);
  return c.redirect(`/desk/partnerships/${idOf(c)}?done=hidden`, 303);
}

const back = (done: string) => (c: HouseContext) => `/desk/partnerships/${idOf(c)}?done=${done}`;

// What has a name of its own below /desk/partnerships stands before /desk/partnerships/:id.
export const partnershipDeskRoutes: Route[] = [
  get("/desk/partnerships", "editor", showList),
  ...decisionRoutes,
  get("/desk/partnerships/:id", "editor", (c) => showOne(c)),
  post("/desk/partnerships/:id/hiding", "editor", hide),
  post(
    "/desk/partnerships/:id/return",
    "editor",
    deed((c) => showPage(c.var.ctx, idOf(c)), back("shown")),
  ),
  post(
    "/desk/partnerships/:id/question",
    "editor",
    deed((c) => askAgain(c.var.ctx, idOf(c)), back("asked")),
  ),
];
