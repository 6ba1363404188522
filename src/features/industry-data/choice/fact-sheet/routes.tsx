import { slugify } from "#base/slug.ts";
import { Conflict } from "#base/surprises.ts";
import { writePdf } from "#platform/documents/pdf.ts";
import { formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { decisionPath, ONE_DECISION } from "../decision-paths.ts";
import { BY_ITS_TEAM, decisionIn, isOfItsTeam } from "../decisions/access.ts";
import { FactSheetForm } from "../decisions/forms.ts";
import { type Decision, factSheetOf } from "../decisions/queries.ts";
import { titleIn } from "../decisions/record.ts";
import { fileOf } from "../decisions/routes.tsx";
import { formHead, type Returned } from "../routes.tsx";
import { factSheetDocument, USUAL_ASK } from "./facts.ts";
import { keepFactSheet } from "./keeping.ts";
import { FactSheetPage } from "./views/fact-sheet-page.tsx";
import { WordsPage } from "./views/words-page.tsx";

async function showSheet(c: HouseContext): Promise<Response> {
  const decision = await decisionIn(c);
  const { record } = decision;
  return c.var.show(
    {
      title: `${titleIn(record, record.first)} in ${record.region.name}`,
      noindex: decision.shown !== "everyone",
      scripts: ["writing.js"],
    },
    <FactSheetPage
      decision={decision}
      sheet={await factSheetOf(c.var.ctx, decision.id)}
      isTeam={isOfItsTeam(c, decision)}
      saved={c.req.query("done") === "saved"}
    />,
  );
}

async function showWords(
  c: HouseContext,
  { values, problems = {}, stale }: Returned = {},
): Promise<Response> {
  const decision = await decisionIn(c);
  const sheet = await factSheetOf(c.var.ctx, decision.id);
  const now = {
    ask: sheet?.ask ?? USUAL_ASK,
    contact: sheet?.contact ?? "",
    version: String(sheet?.version ?? 0),
  };
  return c.var.show(
    formHead("What you ask", { problems, ...(stale ? { stale } : {}) }),
    <WordsPage
      decision={decision}
      values={stale ? { ...values, version: textOf(now, "version") } : (values ?? now)}
      theirs={stale ? now : undefined}
      problems={problems}
    />,
  );
}

async function takeWords(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(FactSheetForm, values);
  if (!form.ok) return showWords(c, { values, problems: form.problems });
  const decision = await decisionIn(c);
  try {
    await keepFactSheet(c.var.ctx, decision, form.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showWords(c, { values, stale: true });
  }
  return c.redirect(`${decisionPath(decision.id, "fact-sheet")}?done=saved`, 303);
}

const sheetName = ({ record }: Decision) =>
  `${slugify(`${titleIn(record, record.first)} in ${record.region.name}`)}.pdf`;

export const factSheetRoutes: Route[] = [
  get(`${ONE_DECISION}/fact-sheet`, "everyone", showSheet),
  get(
    `${ONE_DECISION}/fact-sheet.pdf`,
    "everyone",
    fileOf("application/pdf", sheetName, async (c, decision) =>
      writePdf(factSheetDocument(c.var.ctx.site, decision, await factSheetOf(c.var.ctx, decision.id))),
    ),
  ),
  get(`${ONE_DECISION}/fact-sheet/words`, BY_ITS_TEAM, (c) => showWords(c)),
  post(`${ONE_DECISION}/fact-sheet/words`, BY_ITS_TEAM, takeWords),
];
