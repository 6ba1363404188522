import { z } from "zod";
import { absoluteUrl } from "#base/site.ts";
import { sectorsByIds } from "#features/sectors/public.ts";
import { topicsByIds } from "#features/topics/public.ts";
import { apiProblem, apiRefusal, endpoint, several } from "#platform/http/api.ts";
import { KINDS } from "../kinds.ts";
import { HappeningAnswer, HappeningSummary, happeningAnswer, summaryAnswer } from "./api-answers.ts";
import { type Filter, queryOf, readFilter } from "./filter.ts";
import { listHappenings } from "./listing.ts";
import { storyAt } from "./story.ts";

/** Programs rely on it, so it stays when the pages' own length changes. */
const PER_PAGE = 20;
const MOST_PER_PAGE = 50;
const slug = z.string().min(1).max(60);

const ListQuery = z.object({
  state: z.string().length(2, "A state is its postal code: pa.").optional().describe("Postal code: pa."),
  sector: several(slug).describe("Slug of a sector; given several times, any of them."),
  topic: several(slug).describe("Slug of a topic; given several times, any of them."),
  kind: several(z.enum(KINDS)).describe("Given several times, any of them."),
  q: z
    .string()
    .max(200, "Ask with at most 200 characters.")
    .optional()
    .describe("Words that must all stand in it, or in the names of its documents; slips are forgiven."),
  page: z.coerce
    .number("A page is a whole number from 1.")
    .int("A page is a whole number from 1.")
    .min(1, "A page is a whole number from 1.")
    .max(1_000_000, "There is no such page.")
    .default(1),
  per_page: z.coerce
    .number("A whole number from 1 to 50.")
    .int("A whole number from 1 to 50.")
    .min(1, "A whole number from 1 to 50.")
    .max(MOST_PER_PAGE, "At most 50 come at once.")
    .default(PER_PAGE),
});

const ListAnswer = z.object({
  items: z.array(HappeningSummary).describe("Newest first."),
  page: z.number().int(),
  next: z.url().nullable().describe("The next page; null on the last one."),
  total: z
    .number()
    .int()
    .nullable()
    .describe("How many there are in all; null where only counting all of them would tell."),
  corrected: z
    .array(z.object({ from: z.string(), to: z.string() }))
    .describe("Mistyped words of q, and what was looked for instead."),
});

export const readingEndpoints = [
  endpoint({
    method: "GET",
    path: "/happenings",
    tag: "Happenings",
    summary:
      "What partnerships shared and editors published, newest first, by the same filters as the pages.",
    query: ListQuery,
    answer: ListAnswer,
    cached: true,
    async handle(c, { query: { page, per_page } }) {
      const { ctx } = c.var;
      const filter = await readFilter(ctx, new URL(c.req.url).searchParams);
      if (filter.unknown.length > 0) return apiRefusal(unknownProblems(filter));
      const offset = (page - 1) * per_page;
      const { items, more, total, corrected } = await listHappenings(ctx, filter, {
        offset,
        limit: per_page,
      });
      const sectors = await sectorsByIds(
        ctx,
        items.flatMap((item) => item.sectors),
      );
      return {
        items: items.map((item) => summaryAnswer(item, { site: ctx.site, sectors })),
        page,
        next: more ? absoluteUrl(ctx.site, nextPath(filter, page + 1, per_page)) : null,
        total: total ?? null,
        corrected,
      };
    },
  }),
  endpoint({
    method: "GET",
    path: "/happenings/:year/:slug",
    tag: "Happenings",
    summary: "One happening, whole: its story, documents, transcripts and whom to credit.",
    params: z.object({
      year: z.string().regex(/^\d{4}$/),
      slug: z.string().regex(/^[a-z0-9-]{1,100}$/),
    }),
    answer: HappeningAnswer,
    cached: true,
    async handle(c, { params }) {
      const { ctx } = c.var;
      const story = await storyAt(ctx, Number(params.year), params.slug);
      if (!story) return apiProblem(404, "There is nothing at this address.");
      if (story === "gone") return apiProblem(410, "This was public once and is not any more.");
      const sectors = await sectorsByIds(ctx, story.sectors);
      const topics = await topicsByIds(ctx, story.topics);
      return happeningAnswer(story, { site: ctx.site, sectors, topics });
    },
  }),
];

function unknownProblems({ unknown }: Filter): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  for (const { name, value } of unknown) {
    problems[name] = [...(problems[name] ?? []), `There is no ${name} “${value}” here.`];
  }
  return problems;
}

function nextPath(filter: Filter, page: number, perPage: number): string {
  const query = new URLSearchParams(queryOf(filter, page));
  if (perPage !== PER_PAGE) query.set("per_page", String(perPage));
  return `/api/v1/happenings?${query}`;
}
