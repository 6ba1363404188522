import { fileSizeText } from "#base/file-kinds.ts";
import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { detectFigures } from "#platform/figures/detect.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { receivedForm } from "#platform/http/uploads.ts";
import { holdings } from "./holdings.ts";
import { askToTakeIn, bringFigures, dropFigures } from "./imports/actions.ts";
import { type FiguresImport, figuresImportById, latestFiguresImports } from "./imports/queries.ts";
import { filesInWords, isUnderWay, progressWords } from "./imports/rules.ts";
import { DataPage } from "./views/data-page.tsx";
import { DeskPage } from "./views/desk-page.tsx";
import { ImportPage } from "./views/import-page.tsx";

const LATEST = 20;
/** All of one form together may be as large; a year of the whole country packs into a tenth of it. */
const LIMITS = { files: 200, fileBytes: 2 ** 30 };

async function showDesk(c: HouseContext, problems: Problems = {}): Promise<Response> {
  const { ctx } = c.var;
  const [held, imports] = await Promise.all([holdings(ctx), latestFiguresImports(ctx, LATEST)]);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: "Figures of industries",
      noindex: true,
      failed,
      status: failed ? 422 : 200,
      scripts: ["writing.js"],
    },
    <DeskPage
      held={held}
      imports={imports}
      problems={problems}
      most={fileSizeText(LIMITS.fileBytes)}
      mostFiles={LIMITS.files}
      zone={ctx.site.timeZone}
    />,
  );
}

async function receive(c: HouseContext): Promise<Response> {
  const { files, problems } = await receivedForm(c, { ...LIMITS, detect: detectFigures });
  if (hasProblems(problems)) return showDesk(c, problems);
  if (files.length === 0)
    return showDesk(c, problem("figures", "Choose at least one file that BLS publishes.").problems);
  const id = await bringFigures(
    c.var.ctx,
    files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
  );
  return c.redirect(`/desk/industry/imports/${id}`, 303);
}

async function importOf(c: HouseContext): Promise<FiguresImport> {
  const one = await figuresImportById(c.var.ctx, idOf(c));
  if (!one) throw new NotFound();
  return one;
}

async function showImport(c: HouseContext, refusal?: string): Promise<Response> {
  const one = await importOf(c);
  return c.var.show(
    {
      title: `Figures: ${filesInWords(one.files)}`,
      noindex: true,
      scripts: [isUnderWay(one) ? "import-progress.js" : "writing.js"],
      ...(refusal ? { failed: true, status: 409 as const } : {}),
    },
    <ImportPage one={one} refusal={refusal} zone={c.var.ctx.site.timeZone} />,
  );
}

async function showProgress(c: HouseContext): Promise<Response> {
  const one = await importOf(c);
  return c.json({
    state: one.state,
    underWay: isUnderWay(one),
    rowsTried: Math.round(one.share * 100),
    rowsTotal: 100,
    said: progressWords(one),
  });
}

/** Somebody else may have said yes or no before. */
function orTellWhy(act: (c: HouseContext) => Promise<string>) {
  return async (c: HouseContext): Promise<Response> => {
    await importOf(c);
    try {
      return c.redirect(await act(c), 303);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return showImport(c, error.message);
    }
  };
}

const confirm = orTellWhy(async (c) => {
  await askToTakeIn(c.var.ctx, idOf(c));
  return `/desk/industry/imports/${idOf(c)}`;
});

const drop = orTellWhy(async (c) => {
  await dropFigures(c.var.ctx, idOf(c));
  return "/desk/industry";
});

async function showData(c: HouseContext): Promise<Response> {
  const held = await holdings(c.var.ctx);
  return c.var.show(
    {
      title: "The figures behind job data",
      description:
        "Which years of the Quarterly Census of Employment and Wages are held here, where each came from, and what is withheld.",
    },
    <DataPage held={held} />,
  );
}

export const holdingsRoutes: Route[] = [
  get("/industry/data", "everyone", showData),
  get("/desk/industry", "editor", (c) => showDesk(c)),
  post("/desk/industry/imports", "editor", receive),
  get("/desk/industry/imports/:id", "editor", (c) => showImport(c)),
  get("/desk/industry/imports/:id/progress", "editor", showProgress),
  post("/desk/industry/imports/:id/taking-in", "editor", confirm),
  post("/desk/industry/imports/:id/dropping", "editor", drop),
];
