import { hasProblems, type Problems } from "#base/outcome.ts";
import { slugify } from "#base/slug.ts";
import { Conflict } from "#base/surprises.ts";
import { writePdf } from "#platform/documents/pdf.ts";
import { contentDisposition } from "#platform/files/disposition.ts";
import { formValues, parse } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { regionBySlug } from "../../regions/queries.ts";
import { mayRead } from "../../regions/rules.ts";
import { decisionPath, ONE_DECISION } from "../decision-paths.ts";
import { choicePath } from "../door.ts";
import { BY_ITS_TEAM, decisionIn, isOfItsTeam } from "./access.ts";
import { compareDecisions } from "./comparing.ts";
import { reopen, shareDecision } from "./deciding.ts";
import { decisionDocument } from "./document.ts";
import { decisionJson, figuresCsv } from "./downloads.ts";
import { SharingForm } from "./forms.ts";
import { type Decision, versionsOf, voicesOf } from "./queries.ts";
import { DecisionPage } from "./views/decision-page.tsx";
import { VersionsPage } from "./views/versions-page.tsx";
import { decisionSentence } from "./words.ts";

/** The region's page, for those who may see it. */
async function regionOf(c: HouseContext, { regionSlug }: Decision) {
  const { ctx } = c.var;
  const region = await regionBySlug(ctx, regionSlug);
  return region && mayRead(ctx.actor, { ...region, region: region.id }) ? region : undefined;
}

/** Versions that this person may read, the newest first. */
async function readableVersions(c: HouseContext, decision: Decision): Promise<Decision[]> {
  const { ctx } = c.var;
  return (await versionsOf(ctx, decision.series)).filter(({ region, record, shown }) =>
    mayRead(ctx.actor, { region, states: record.region.states, shown }),
  );
}

async function showDecision(
  c: HouseContext,
  { problems = {}, stale }: { problems?: Problems; stale?: boolean } = {},
): Promise<Response> {
  const decision = await decisionIn(c);
  const { record, shown } = decision;
  const isTeam = isOfItsTeam(c, decision);
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `${record.title}: ${record.region.name}`,
      description: decisionSentence(decision),
      noindex: shown !== "everyone",
      scripts: isTeam ? ["writing.js"] : ["reading.js"],
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <DecisionPage
      decision={decision}
      voices={await voicesOf(c.var.ctx, decision.id)}
      versions={await readableVersions(c, decision)}
      region={await regionOf(c, decision)}
      isTeam={isTeam}
      done={c.req.query("done")}
      stale={stale ?? false}
      problems={problems}
    />,
  );
}

async function showVersions(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const decision = await decisionIn(c);
  const versions = await readableVersions(c, decision);
  const other =
    versions.find(({ id }) => id === c.req.query("with")) ??
    versions.find(({ number }) => number < decision.number) ??
    versions.find(({ id }) => id !== decision.id);
  const pair = other ? [other, decision].toSorted((a, b) => a.number - b.number) : [];
  const told = await Promise.all(
    pair.map(async (one) => ({ decision: one, voices: await voicesOf(ctx, one.id) })),
  );
  const [before, after] = told;
  return c.var.show(
    { title: `Versions: ${decision.record.title}`, noindex: true },
    <VersionsPage
      decision={decision}
      versions={versions}
      pair={before && after ? { before: before.decision, after: after.decision } : undefined}
      compared={before && after ? compareDecisions(before, after) : []}
    />,
  );
}

function fileName({ record, number }: Decision, ending: string): string {
  return `${slugify(`${record.region.name} ${record.title}`)}-version-${number}.${ending}`;
}

/** A file of a decision; those who may not read it do not find it. */
export function fileOf(
  type: string,
  name: (decision: Decision) => string,
  write: (c: HouseContext, decision: Decision) => Promise<BodyInit>,
) {
  return async (c: HouseContext): Promise<Response> => {
    const decision = await decisionIn(c);
    return new Response(await write(c, decision), {
      headers: {
        "content-type": type,
        "content-disposition": contentDisposition("attachment", name(decision)),
        ...(decision.shown === "everyone" ? {} : { "x-robots-tag": "noindex" }),
      },
    });
  };
}

export async function decisionPdf(c: HouseContext, decision: Decision): Promise<Uint8Array<ArrayBuffer>> {
  const { ctx } = c.var;
  return writePdf(decisionDocument(ctx.site, decision, await voicesOf(ctx, decision.id)));
}

export const pdfName = (decision: Decision) => fileName(decision, "pdf");

async function share(c: HouseContext): Promise<Response> {
  const form = parse(SharingForm, await formValues(c));
  if (!form.ok) return showDecision(c, { problems: form.problems });
  const { id } = await decisionIn(c);
  try {
    await shareDecision(c.var.ctx, id, form.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showDecision(c, { stale: true });
  }
  return c.redirect(`${decisionPath(id)}?done=shared`, 303);
}

async function takeUpAgain(c: HouseContext): Promise<Response> {
  const decision = await decisionIn(c);
  const region = await regionBySlug(c.var.ctx, decision.regionSlug);
  if (!region) throw new Conflict("The region of this decision is gone.");
  const id = await reopen(c.var.ctx, region, decision.id);
  return c.redirect(`${choicePath(region, id)}?done=reopened`, 303);
}

export const decisionRoutes: Route[] = [
  get(ONE_DECISION, "everyone", (c) => showDecision(c)),
  get(`${ONE_DECISION}/versions`, "everyone", showVersions),
  get(`${ONE_DECISION}/decision.pdf`, "everyone", fileOf("application/pdf", pdfName, decisionPdf)),
  get(
    `${ONE_DECISION}/decision.json`,
    "everyone",
    fileOf(
      "application/json",
      (decision) => fileName(decision, "json"),
      async (c, decision) =>
        JSON.stringify(
          decisionJson(c.var.ctx.site, decision, await voicesOf(c.var.ctx, decision.id)),
          null,
          2,
        ),
    ),
  ),
  get(
    `${ONE_DECISION}/figures.csv`,
    "everyone",
    fileOf(
      "text/csv; charset=utf-8",
      (decision) => fileName(decision, "csv"),
      async (_, decision) => figuresCsv(decision),
    ),
  ),
  post(`${ONE_DECISION}/sharing`, BY_ITS_TEAM, share),
  post(`${ONE_DECISION}/reopening`, BY_ITS_TEAM, takeUpAgain),
];
