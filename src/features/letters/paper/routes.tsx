import { fileKind } from "#base/file-kinds.ts";
import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { ofTable, TEAM } from "#features/partnerships/public.ts";
import { zipOf } from "#platform/documents/zip.ts";
import { contentDisposition } from "#platform/files/disposition.ts";
import { formValues, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { lettersPath } from "../paths.ts";
import { audienceOf } from "../rounds/recipients.ts";
import { roundIn } from "../rounds/round-in.ts";
import { filesOf, paperFile, papersOf, printById } from "./prints.ts";
import { printable, startPrint } from "./starting.ts";
import { PaperPage } from "./views/paper-page.tsx";
import { PrintPage } from "./views/print-page.tsx";
import { wordFilesOf } from "./word-files.ts";

const PER_PAGE = 60;

async function showPaper(c: HouseContext, problems: Problems = {}): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, round } = await roundIn(c);
  const { recipients } = await audienceOf(ctx, workspace, round);
  const failed = hasProblems(problems);
  return c.var.show(
    { title: "Letters on paper", noindex: true, scripts: ["writing.js"], failed, status: failed ? 422 : 200 },
    <PaperPage
      workspace={workspace}
      round={round}
      pile={printable(round, recipients).length}
      of={recipients.length}
      wordFiles={await wordFilesOf(ctx, workspace.id)}
      problems={problems}
    />,
  );
}

async function print(c: HouseContext): Promise<Response> {
  const { workspace, round } = await roundIn(c);
  const wanted = textOf(await formValues(c), "wordFile");
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(wanted);
  const started = await startPrint(c.var.ctx, workspace, round.id, isId ? wanted : null);
  if (!started.ok) return showPaper(c, started.problems);
  return c.redirect(lettersPath(workspace.slug, round.id, "paper", started.value), 303);
}

async function printIn(c: HouseContext) {
  const { workspace, round } = await roundIn(c);
  return { workspace, round, print: await printById(c.var.ctx, round.id, idOf(c, "print")) };
}

async function showPrint(c: HouseContext): Promise<Response> {
  const { workspace, round, print } = await printIn(c);
  const page = Math.min(1_000, Math.max(1, Math.trunc(Number(c.req.query("page")) || 1)));
  const papers = await papersOf(c.var.ctx, print.id, { offset: (page - 1) * PER_PAGE, limit: PER_PAGE });
  return c.var.show(
    {
      title: "Letters on paper",
      noindex: true,
      scripts: [print.finishedAt ? "writing.js" : "import-progress.js"],
    },
    <PrintPage
      workspace={workspace}
      round={round}
      print={print}
      papers={papers.items}
      page={page}
      more={papers.more}
    />,
  );
}

/** What the script on the page asks while letters are made. */
async function showProgress(c: HouseContext): Promise<Response> {
  const { print } = await printIn(c);
  return c.json({ underWay: print.finishedAt === null, rowsTried: print.made, rowsTotal: print.total }, 200, {
    "cache-control": "private, no-store",
  });
}

async function download(c: HouseContext): Promise<Response> {
  const { print } = await printIn(c);
  const [, position, kind] = /^(\d{1,5})\.(docx|pdf)$/.exec(c.req.param("file") ?? "") ?? [];
  if (!position || (kind !== "docx" && kind !== "pdf")) throw new NotFound();
  const { name, bytes } = await paperFile(c.var.ctx, print.id, Number(position), kind);
  return c.body(new Uint8Array(bytes), 200, {
    "content-type": fileKind(kind)!.mime,
    "content-disposition": contentDisposition("attachment", name),
    "cache-control": "private, no-store",
  });
}

async function downloadAll(c: HouseContext): Promise<Response> {
  const { print } = await printIn(c);
  if (!print.finishedAt) throw new NotFound();
  return c.body(zipOf(filesOf(c.var.ctx, print.id)), 200, {
    "content-type": "application/zip",
    "content-disposition": contentDisposition("attachment", "letters.zip"),
    "cache-control": "private, no-store",
  });
}

export const paperRoutes: Route[] = [
  get(ofTable("/letters/:id/paper"), TEAM, (c) => showPaper(c)),
  post(ofTable("/letters/:id/paper"), TEAM, print),
  get(ofTable("/letters/:id/paper/:print"), TEAM, showPrint),
  get(ofTable("/letters/:id/paper/:print/progress"), TEAM, showProgress),
  get(ofTable("/letters/:id/paper/:print/letters.zip"), TEAM, downloadAll),
  get(ofTable("/letters/:id/paper/:print/files/:file"), TEAM, download),
];
