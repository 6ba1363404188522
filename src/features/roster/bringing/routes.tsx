import { buffer } from "node:stream/consumers";
import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { ofTable, TEAM, workspaceIn } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { receivedForm } from "#platform/http/uploads.ts";
import { detectTable } from "#platform/spreadsheets/detect-table.ts";
import { sheetRows } from "#platform/spreadsheets/read.ts";
import { SpreadsheetProblem } from "#platform/spreadsheets/sheet.ts";
import { peoplePath } from "../paths.ts";
import { SIDES } from "../standings.ts";
import { bringIn, type JudgedRow, judge } from "./judging.ts";
import { isCsv, MOST_ROWS, type ReadList, readList } from "./reading.ts";
import { BringPage } from "./views/bring-page.tsx";

const LARGEST_TABLE_BYTES = 5_000_000;
const LONGEST_TEXT = 200_000;

interface Shown {
  values?: FormValues;
  problems?: Problems;
  read?: { rows: JudgedRow[]; leftOut: string[] };
}

async function showBring(
  c: HouseContext,
  { values = {}, problems = {}, read }: Shown = {},
): Promise<Response> {
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: "Bring a list of people",
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <BringPage workspace={await workspaceIn(c)} values={values} problems={problems} read={read} />,
  );
}

/**
 * A table of any kind becomes the text of the field, so that what is in it can be read and mended before anything is done.
 *
 * @throws SpreadsheetProblem
 */
async function textOfTable(bytes: Buffer): Promise<string> {
  const lines: string[] = [];
  for await (const { cells } of sheetRows(bytes))
    lines.push(cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t"));
  return lines.join("\n");
}

async function takeList(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const { values, files, problems } = await receivedForm(c, {
    files: 1,
    fileBytes: LARGEST_TABLE_BYTES,
    detect: detectTable,
  });
  if (hasProblems(problems)) return showBring(c, { values, problems });
  const [file] = files;
  try {
    if (file) values.list = await textOfTable(await buffer((await c.var.ctx.files.open(file.sha256)).stream));
    else if (isCsv(textOf(values, "list")))
      values.list = await textOfTable(Buffer.from(textOf(values, "list")));
  } catch (error) {
    if (!(error instanceof SpreadsheetProblem)) throw error;
    return showBring(c, { values, problems: problem(file ? "table" : "list", error.message).problems });
  }
  const list = textOf(values, "list");
  if (list.length > LONGEST_TEXT)
    return showBring(c, {
      values,
      problems: problem("list", "That is more than can be read at once. Bring it in parts.").problems,
    });
  const side = SIDES.find((one) => one === textOf(values, "side")) ?? "business";
  const read: ReadList = readList(list, side);
  if (read.rows.length === 0)
    return showBring(c, {
      values,
      problems: problem("list", "There is nobody in this. Paste recipients or a table, or choose a file.")
        .problems,
    });
  if (read.rows.length > MOST_ROWS)
    return showBring(c, {
      values,
      problems: problem(
        "list",
        `These are ${read.rows.length.toLocaleString("en-US")} rows; at most ${MOST_ROWS} come at once. Bring them in parts.`,
      ).problems,
    });
  if (textOf(values, "step") !== "take" || file) {
    const rows = await judge(c.var.ctx, workspace.id, read.rows);
    return showBring(c, { values, read: { rows, leftOut: read.leftOut } });
  }
  const { added } = await bringIn(c.var.ctx, workspace, read.rows);
  return c.redirect(`${peoplePath(workspace.slug)}?done=brought&added=${added}`, 303);
}

export const bringingRoutes: Route[] = [
  get(ofTable("/people/import"), TEAM, (c) => showBring(c)),
  post(ofTable("/people/import"), TEAM, takeList),
];
