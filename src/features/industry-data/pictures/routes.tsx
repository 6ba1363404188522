import { hasProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { sectors as offeredSectors } from "#features/sectors/public.ts";
import { type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { openChartTools } from "#platform/pictures/chart-tools.ts";
import { heldPeriods, type Period, periodsOf } from "../analysis/periods.ts";
import { type AnalysisQuestion, periodWords, queryOf } from "../analysis/question.ts";
import { readQuestion } from "../analysis/read-question.ts";
import { regionTitle } from "../analysis/region-words.ts";
import { askedIn, showAsk } from "../analysis/routes.tsx";
import { readScreen } from "../screening/read-screen.ts";
import { screenCounties } from "../screening/screen.ts";
import { ScreenRefusedPage } from "../screening/views/screen-page.tsx";
import { type PicturePlace, screenQuery } from "./addresses.ts";
import { type Format, type Kind, kindAndFormat, LookQuery, PNG_WIDTH } from "./asking.ts";
import { finishedSvg } from "./finished.ts";
import { framedSvg } from "./framed.ts";
import { gather, readMeasure, screenPicture } from "./gathering.ts";
import type { Look, Picture } from "./picture.ts";
import { pictureCsv } from "./picture-csv.ts";
import { PicturePage, type PicturePageProps } from "./views/picture-page.tsx";
import { upperFirst } from "./wording.ts";

/** A picture, where it stands and all that its page and its files say beside it. */
interface Shown extends Omit<PicturePageProps, "picture" | "place"> {
  picture: Picture;
  place: PicturePlace;
  /** Begins the name of its files. */
  name: string;
}

async function showPicture(c: HouseContext): Promise<Response> {
  const file = kindAndFormat(c.req.param("file") ?? "");
  if (!file) throw new NotFound();
  return file.kind === "screen" ? showScreened(c, file.format) : showAnalyzed(c, file.kind, file.format);
}

async function showAnalyzed(
  c: HouseContext,
  kind: Exclude<Kind, "screen">,
  format: Format | "page",
): Promise<Response> {
  const { ctx } = c.var;
  const asked = askedIn(c);
  const look = readLook(c);
  const question = await readQuestion(ctx, asked);
  if (!question.ok || !look.ok) return showAsk(c, asked, problemsOf(question, look));
  const typed = new URL(c.req.url).searchParams.getAll("other").filter((text) => text.trim() !== "");
  const other = typed.length > 0 ? await readQuestion(ctx, { ...asked, counties: typed }) : undefined;
  if (other && !other.ok) return showAsk(c, asked, onTop(problemsOf(other)));
  const { measure, industry } = c.req.query();
  const gathered = await gather(ctx, kind, question.value, { measure, industry }, other?.value.counties);
  if (!gathered.ok) return showAsk(c, asked, onTop(gathered.problems));
  const { picture, answer, ...chosen } = gathered.value;
  const more = {
    ...(chosen.industry ? { industry: chosen.industry.industry } : {}),
    ...(chosen.measure ? { measure: chosen.measure } : {}),
    ...(other?.ok ? { other: other.value.counties.join(",") } : {}),
  };
  const region = regionTitle(question.value.counties);
  return answerWith(c, format, look.value, {
    picture,
    place: { kind, query: queryOf(question.value, more) },
    name: fileName(kind, question.value),
    region: { title: region, href: `/industry/analysis${queryOf(question.value)}` },
    lede: `${region}, ${spanOf(question.value)}, ${whose(question.value)}.`,
    source: sourceOf(await periodsOf(ctx, question.value), ctx.site.name),
    ...(chosen.industry && chosen.measure
      ? { choice: { measure: chosen.measure, industry: chosen.industry.industry, industries: answer.rows } }
      : {}),
  });
}

async function showScreened(c: HouseContext, format: Format | "page"): Promise<Response> {
  const { ctx } = c.var;
  const { state, sector, from, to, ownership, measure: given } = c.req.query();
  const asked = { state, sector, from, to, ownership };
  const look = readLook(c);
  const measure = readMeasure(given, "lq");
  const read = await readScreen(ctx, asked);
  if (!read.ok || !measure.ok || !look.ok)
    return c.var.show(
      { title: "One sector everywhere", failed: true, status: 422, noindex: true },
      <ScreenRefusedPage
        asked={asked}
        problems={problemsOf(read, measure.ok ? measure : refused(onTop(measure.problems)), look)}
        periods={(await heldPeriods(ctx)).map(({ period }) => period)}
        sectors={await offeredSectors(ctx)}
      />,
    );
  const question = read.value;
  const screen = await screenCounties(ctx, question);
  const where = question.state?.name ?? "the United States";
  return answerWith(c, format, look.value, {
    picture: screenPicture(screen, measure.value),
    place: { kind: "screen", query: screenQuery(question, measure.value) },
    name: `map-${question.sector}-${question.state?.code ?? "us"}-${question.to}`,
    region: {
      title: `${screen.sector.title} across ${where}`,
      href: `/industry/screen${screenQuery(question)}`,
    },
    lede: `${upperFirst(where)}, ${spanOf(question)}, ${whose(question)}.`,
    source: sourceOf(screen.periods, ctx.site.name),
  });
}

async function answerWith(
  c: HouseContext,
  format: Format | "page",
  look: LookAsked,
  shown: Shown,
): Promise<Response> {
  const { picture, place, name, lede, source } = shown;
  if (format === "page")
    return c.var.show(
      {
        title: `${picture.title}: ${shown.region.title}`,
        description: picture.sentence.slice(0, 200),
        canonical: `/industry/pictures/${place.kind}${place.query}`,
        noindex: true,
      },
      <PicturePage {...shown} />,
    );
  const headers = headersOf(format, look.download ? `${name}.${format}` : undefined);
  if (format === "csv") return new Response(pictureCsv(picture.table), { headers });
  const tools = await openChartTools();
  const svg =
    look.download || format === "png"
      ? framedSvg(picture, { subtitle: lede, source }, tools, look)
      : finishedSvg(picture, tools, look);
  if (format === "svg") return new Response(svg, { headers });
  const png = await tools.png(svg, look.width ?? PNG_WIDTH.usual[look.shape]);
  return new Response(new Uint8Array(png), { headers });
}

const TYPES: Record<Format, string> = {
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  csv: "text/csv; charset=utf-8",
};

function headersOf(format: Format, saveAs: string | undefined): Record<string, string> {
  return {
    "content-type": TYPES[format],
    // Opened by itself a drawing is a document, and this one neither loads nor runs nor styles anything.
    ...(format === "svg"
      ? { "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox" }
      : {}),
    ...(saveAs ? { "content-disposition": `attachment; filename="${saveAs}"` } : {}),
  };
}

interface LookAsked extends Look {
  width?: number | undefined;
  download: boolean;
}

function readLook(c: HouseContext): Outcome<LookAsked> {
  const read = LookQuery.safeParse(c.req.query());
  if (!read.success) return refused({ "": read.error.issues.map(({ message }) => message) });
  return { ok: true, value: { ...read.data, download: Boolean(read.data.download) } };
}

function problemsOf(...outcomes: Outcome<unknown>[]): Problems {
  const all: Problems = {};
  for (const outcome of outcomes) {
    if (outcome.ok) continue;
    for (const [field, messages] of Object.entries(outcome.problems))
      all[field] = [...(all[field] ?? []), ...messages];
  }
  return all;
}

/** For what the page that comes back has no field of its own. */
function onTop(problems: Problems): Problems {
  return hasProblems(problems) ? { "": Object.values(problems).flat() } : {};
}

function spanOf({ from, to }: Pick<AnalysisQuestion, "from" | "to">): string {
  return `${periodWords(from)} to ${periodWords(to)}`;
}

function whose({ ownership }: Pick<AnalysisQuestion, "ownership">): string {
  return ownership === "private" ? "private employers" : "all employers";
}

function sourceOf(periods: readonly Period[], site: string): string {
  const days = [...new Set(periods.map(({ importedOn }) => importedOn))].join(", ");
  return `Source: U.S. Bureau of Labor Statistics, Quarterly Census of Employment and Wages, ${periods.map(({ period }) => periodWords(period)).join(" and ")}; taken in on ${days}. Drawn by ${site}.`;
}

function fileName(kind: Kind, { counties, from, to }: AnalysisQuestion): string {
  const where = counties.length > 4 ? `${counties.length}-counties` : counties.join("-");
  return `${kind}-${where}-${from}-${to}`;
}

export const pictureRoutes: Route[] = [reading("/industry/pictures/:file", showPicture)];
