import { NotFound } from "#base/surprises.ts";
import { formValues, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { TEND, tendedOf } from "../access.ts";
import { tendPath } from "../paths.ts";
import { restoreVersion } from "./actions.ts";
import { contentDifferences } from "./comparing.ts";
import { contentsOf, versionsOf } from "./queries.ts";
import { VersionsPage, type VersionsPageProps } from "./views/versions-page.tsx";

function numberIn(text: string | undefined): number | undefined {
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

async function comparisonOf(c: HouseContext, id: string): Promise<VersionsPageProps["comparison"]> {
  const from = numberIn(c.req.query("from"));
  const to = numberIn(c.req.query("to"));
  if (from === undefined || to === undefined) return undefined;
  const contents = await contentsOf(c.var.ctx, id, [from, to]);
  const before = contents.get(from);
  const after = contents.get(to);
  return before && after
    ? { from, to, fields: await contentDifferences(c.var.ctx, before, after) }
    : undefined;
}

async function show(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const tended = await tendedOf(c);
  const page = Math.min(numberIn(c.req.query("page")) ?? 1, 10_000);
  return c.var.show(
    { title: `Versions: ${tended.content.name}`, noindex: true, scripts: ["writing.js"] },
    <VersionsPage
      tended={tended}
      versions={await versionsOf(ctx, tended.id, page)}
      page={page}
      comparison={await comparisonOf(c, tended.id)}
      zone={ctx.site.timeZone}
      done={c.req.query("done") ?? ""}
    />,
  );
}

async function restore(c: HouseContext): Promise<Response> {
  const tended = await tendedOf(c);
  const values = await formValues(c);
  const number = numberIn(textOf(values, "restore"));
  if (number === undefined) throw new NotFound("There is no such version.");
  await restoreVersion(c.var.ctx, tended.id, number, numberIn(textOf(values, "version")) ?? 0);
  return c.redirect(`${tendPath(tended.slug, "versions")}?done=restored`, 303);
}

export const versionRoutes: Route[] = [
  get("/partnerships/:slug/tend/versions", TEND, show),
  post("/partnerships/:slug/tend/versions", TEND, restore),
];
