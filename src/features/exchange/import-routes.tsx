import { z } from "zod";
import { fileSizeText } from "#base/file-kinds.ts";
import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { ExchangeTable } from "#platform/exchange.ts";
import { formValues, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { receivedForm } from "#platform/http/uploads.ts";
import { detectTable } from "#platform/spreadsheets/detect-table.ts";
import { SHEET_LIMITS } from "#platform/spreadsheets/sheet.ts";
import { askToTakeIn, beginImport, dropImport } from "./importing/actions.ts";
import { REPORT_COLUMNS } from "./importing/headings.ts";
import { type Import, importById, importedRows, latestImports } from "./importing/queries.ts";
import { isUnderWay } from "./importing/rules.ts";
import { offeredOne, offeredTo } from "./offered.ts";
import { FORMATS, tableFile } from "./taking-out/files.ts";
import { ExchangePage } from "./views/exchange-page.tsx";
import { ImportPage } from "./views/import-page.tsx";
import { TablePage } from "./views/table-page.tsx";

const PER_PAGE = 50;
const LATEST = 20;

const ImportQuery = z.object({
  show: z.enum(["new", "changed", "unchanged", "refused"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export function importRoutes(tables: readonly ExchangeTable[]): Route[] {
  const tableOf = (c: HouseContext) => offeredOne(c.var.ctx.actor, tables, c.req.param("kind") ?? "");

  async function importOf(c: HouseContext): Promise<{ one: Import; table: ExchangeTable }> {
    const one = await importById(c.var.ctx, idOf(c));
    if (!one) throw new NotFound();
    return { one, table: offeredOne(c.var.ctx.actor, tables, one.kind) };
  }

  async function showExchange(c: HouseContext): Promise<Response> {
    const { ctx } = c.var;
    const offered = offeredTo(ctx.actor, tables);
    const imports = await latestImports(
      ctx,
      offered.map(({ kind }) => kind),
      LATEST,
    );
    return c.var.show(
      { title: "Tables in and out", noindex: true },
      <ExchangePage tables={offered} imports={imports} zone={ctx.site.timeZone} />,
    );
  }

  async function showTable(c: HouseContext, problems: Problems = {}): Promise<Response> {
    const table = tableOf(c);
    const failed = hasProblems(problems);
    return c.var.show(
      { title: `${table.title} in and out`, noindex: true, failed, status: failed ? 422 : 200 },
      <TablePage table={table} problems={problems} most={fileSizeText(SHEET_LIMITS.bytes)} />,
    );
  }

  async function receive(c: HouseContext): Promise<Response> {
    const table = tableOf(c);
    const { files, problems } = await receivedForm(c, {
      files: 1,
      fileBytes: SHEET_LIMITS.bytes,
      detect: detectTable,
    });
    if (hasProblems(problems)) return showTable(c, problems);
    const [file] = files;
    if (!file) return showTable(c, problem("table", "Choose the file that holds the table.").problems);
    const { name: fileName, sha256, bytes } = file;
    const id = await beginImport(c.var.ctx, { kind: table.kind, fileName, sha256, bytes });
    return c.redirect(`/desk/imports/${id}`, 303);
  }

  async function showImport(c: HouseContext, refusal?: string): Promise<Response> {
    const { ctx } = c.var;
    const { one, table } = await importOf(c);
    const { show, page } = ImportQuery.parse(c.req.query());
    const rows = await importedRows(ctx, one.id, {
      outcome: show,
      offset: (page - 1) * PER_PAGE,
      limit: PER_PAGE,
    });
    return c.var.show(
      {
        title: `${table.title}: ${one.fileName}`,
        noindex: true,
        ...(isUnderWay(one) ? { scripts: ["import-progress.js"] } : { scripts: ["writing.js"] }),
        ...(refusal ? { failed: true, status: 409 as const } : {}),
      },
      <ImportPage
        one={one}
        table={table}
        rows={rows}
        show={show}
        page={page}
        perPage={PER_PAGE}
        refusal={refusal}
        zone={ctx.site.timeZone}
      />,
    );
  }

  async function showProgress(c: HouseContext): Promise<Response> {
    const { one } = await importOf(c);
    const { rowsTried, rowsTotal, state } = one;
    return c.json({ state, underWay: isUnderWay(one), rowsTried, rowsTotal });
  }

  /** What was refused, in the columns of the table, so that it can be mended there and sent again. */
  async function saveRefused(c: HouseContext): Promise<Response> {
    const { ctx } = c.var;
    const { one, table } = await importOf(c);
    const format = FORMATS.find((known) => known === c.req.param("format"));
    if (!format) throw new NotFound();
    const keys = table.columns.map(({ key }) => key);
    async function* rows() {
      for (let after = 0; ; ) {
        const some = await importedRows(ctx, one.id, { outcome: "refused", after, limit: 500 });
        yield some.map(({ number, cells, problems }) => [
          ...keys.map((key) => cells[key] ?? ""),
          String(number),
          problems.map(({ column, message }) => (column ? `${column}: ${message}` : message)).join(" "),
        ]);
        after = some.at(-1)?.number ?? after;
        if (some.length < 500) return;
      }
    }
    return tableFile(format, `${table.kind}-refused`, {
      name: table.title,
      headings: [...keys, ...REPORT_COLUMNS],
      rows: rows(),
    });
  }

  async function confirm(c: HouseContext): Promise<Response> {
    const { one } = await importOf(c);
    const values = await formValues(c);
    const said = { tries: Number(textOf(values, "tries")), leavesOut: textOf(values, "leaveOut") === "yes" };
    try {
      await askToTakeIn(c.var.ctx, one.id, said);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return showImport(c, error.message);
    }
    return c.redirect(`/desk/imports/${one.id}`, 303);
  }

  async function drop(c: HouseContext): Promise<Response> {
    const { one } = await importOf(c);
    try {
      await dropImport(c.var.ctx, one.id);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return showImport(c, error.message);
    }
    return c.redirect("/desk/exchange", 303);
  }

  return [
    get("/desk/exchange", "editor", showExchange),
    get("/desk/exchange/:kind", "editor", (c) => showTable(c)),
    post("/desk/exchange/:kind/imports", "editor", receive),
    get("/desk/imports/:id", "editor", (c) => showImport(c)),
    get("/desk/imports/:id/progress", "editor", showProgress),
    get("/desk/imports/:id/refused/:format", "editor", saveRefused),
    post("/desk/imports/:id/taking-in", "editor", confirm),
    post("/desk/imports/:id/dropping", "editor", drop),
  ];
}
