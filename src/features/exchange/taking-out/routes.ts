import { NotFound } from "#base/surprises.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import type { ExchangeTable } from "#platform/exchange.ts";
import { get, type HouseContext, type Route } from "#platform/http/routes.ts";
import { offeredOne } from "../offered.ts";
import { FORMATS, type Format, pages, tableFile } from "./files.ts";

/** Templates and exports of every table that a room offers. */
export function takingOutRoutes(tables: readonly ExchangeTable[]): Route[] {
  const tableOf = (c: HouseContext) => offeredOne(c.var.ctx.actor, tables, c.req.param("kind") ?? "");

  function saveTemplate(c: HouseContext, format: Format): Response {
    const table = tableOf(c);
    const explained = [
      ["Column", "Needed", "What belongs into it", "Example"],
      ...table.columns.map(({ key, required, hint, example }) => [key, required ? "yes" : "", hint, example]),
      ["", "", `How a row finds what is there already. ${table.matching}`, ""],
      [
        "",
        "",
        "An empty cell leaves what is there as it is. Delete the example row before you send the file.",
        "",
      ],
    ];
    return tableFile(format, `${table.kind}-template`, {
      name: table.title,
      headings: table.columns.map(({ key }) => key),
      rows: pages([table.columns.map(({ example }) => example)]),
      explained,
    });
  }

  async function saveAll(c: HouseContext, format: Format): Promise<Response> {
    const { ctx } = c.var;
    const table = tableOf(c);
    await transact(ctx, (ctx) =>
      tell(ctx, {
        name: "table.taken-out",
        subject: { kind: "table", id: table.kind },
        particulars: { table: table.kind, format },
      }),
    );
    const keys = table.columns.map(({ key }) => key);
    async function* rows() {
      for await (const some of table.rows(ctx)) yield some.map((row) => keys.map((key) => row[key] ?? ""));
    }
    return tableFile(format, `${table.kind}-${ctx.now.toISOString().slice(0, 10)}`, {
      name: table.title,
      headings: keys,
      rows: rows(),
    });
  }

  const formatOf = (c: HouseContext): Format => {
    const format = FORMATS.find((one) => one === c.req.param("format"));
    if (!format) throw new NotFound();
    return format;
  };
  return [
    get("/desk/exchange/:kind/template/:format", "editor", (c) => saveTemplate(c, formatOf(c))),
    get("/desk/exchange/:kind/export/:format", "editor", (c) => saveAll(c, formatOf(c))),
  ];
}
