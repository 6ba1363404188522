import { get, type HouseContext, type Route } from "#platform/http/routes.ts";
import { auditCsv } from "./export.ts";
import { AuditQuery, dayProblems, AuditPage as PageQuery } from "./forms.ts";
import { auditChoices, loggedEvents } from "./queries.ts";
import type { Tellers } from "./rules.ts";
import { AuditPage } from "./views/audit-page.tsx";

const PER_PAGE = 50;

async function showLog(c: HouseContext, tellers: Tellers): Promise<Response> {
  const { ctx } = c.var;
  const filter = AuditQuery.parse(c.req.query());
  const { before } = PageQuery.parse(c.req.query());
  const found = await loggedEvents(ctx, filter, { before, limit: PER_PAGE + 1 });
  return c.var.show(
    { title: "Audit log", noindex: true },
    <AuditPage
      events={found.slice(0, PER_PAGE)}
      filter={filter}
      problems={dayProblems(c.req.query(), filter)}
      before={before}
      more={found.length > PER_PAGE}
      choices={await auditChoices(ctx)}
      tellers={tellers}
      zone={ctx.site.timeZone}
    />,
  );
}

function saveLog(c: HouseContext, tellers: Tellers): Response {
  const { ctx } = c.var;
  return c.body(auditCsv(ctx, AuditQuery.parse(c.req.query()), tellers), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="audit-log-${ctx.now.toISOString().slice(0, 10)}.csv"`,
  });
}

export function auditRoutes(tellers: Tellers): Route[] {
  return [
    get("/desk/audit", "editor", (c) => showLog(c, tellers)),
    get("/desk/audit.csv", "editor", (c) => saveLog(c, tellers)),
  ];
}
