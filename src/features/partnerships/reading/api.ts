import { z } from "zod";
import { absoluteUrl } from "#base/site.ts";
import { sectorsByIds } from "#features/sectors/public.ts";
import { apiProblem, apiRefusal, endpoint, several } from "#platform/http/api.ts";
import { STAGES } from "../stages.ts";
import { THEME_SLUGS } from "../themes.ts";
import { PartnershipAnswer, PartnershipSummary, partnershipAnswer, summaryAnswer } from "./api-answers.ts";
import { faceOf } from "./face.ts";
import { type PartnershipFilter, queryOf, readFilter, SETTINGS } from "./filter.ts";
import { listPartnerships, partnershipsByIds } from "./listing.ts";

/** Programs rely on it, so it stays when the pages' own length changes. */
const PER_PAGE = 20;
const MOST_PER_PAGE = 50;

const whole = (most: number, tooMany: string) =>
  z.coerce
    .number("A whole number from 1.")
    .int("A whole number from 1.")
    .min(1, "A whole number from 1.")
    .max(most, tooMany);

const ListQuery = z.object({
  state: z.string().length(2, "A state is its postal code: pa.").optional().describe("Postal code: pa."),
  sector: several(z.string().min(1).max(60)).describe("Slug of a sector; given several times, any of them."),
  stage: several(z.enum(STAGES)).describe("Given several times, any of them."),
  theme: several(z.enum(THEME_SLUGS as [string, ...string[]]), 14).describe(
    "What a priority is about; given several times, any of them.",
  ),
  setting: z.enum(SETTINGS).optional().describe("rural and metro find those that are both as well."),
  q: z
    .string()
    .max(200, "Ask with at most 200 characters.")
    .optional()
    .describe("Words that must all stand in it; slips are forgiven."),
  page: whole(1_000_000, "There is no such page.").default(1),
  per_page: whole(MOST_PER_PAGE, "At most 50 come at once.").default(PER_PAGE),
});

const ListAnswer = z.object({
  items: z.array(PartnershipSummary).describe("By name."),
  page: z.number().int(),
  next: z.url().nullable().describe("The next page; null on the last one."),
  total: z.number().int().describe("How many there are in all; 0 on a page beyond the end."),
  corrected: z
    .array(z.object({ from: z.string(), to: z.string() }))
    .describe("Mistyped words of q, and what was looked for instead."),
});

export const readingEndpoints = [
  endpoint({
    method: "GET",
    path: "/partnerships",
    tag: "Partnerships",
    summary: "Partnerships that have a page here, by name, by the same filters as the pages.",
    query: ListQuery,
    answer: ListAnswer,
    cached: true,
    async handle(c, { query: { page, per_page } }) {
      const { ctx } = c.var;
      const filter = await readFilter(ctx, new URL(c.req.url).searchParams);
      if (filter.unknown.length > 0) return apiRefusal(unknownProblems(filter));
      const { items, more, total, corrected } = await listPartnerships(ctx, filter, {
        offset: (page - 1) * per_page,
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
        total,
        corrected,
      };
    },
  }),
  endpoint({
    method: "GET",
    path: "/partnerships/:slug",
    tag: "Partnerships",
    summary:
      "One partnership, whole: priorities, champions who agreed to be named, partners, what happened when.",
    params: z.object({ slug: z.string().regex(/^[a-z0-9-]{1,160}$/) }),
    answer: PartnershipAnswer,
    cached: true,
    async handle(c, { params }) {
      const { ctx } = c.var;
      const face = await faceOf(ctx, params.slug);
      const [card] = face ? await partnershipsByIds(ctx, [face.id]) : [];
      if (!face || !card) return apiProblem(404, "There is nothing at this address.");
      const sectors = await sectorsByIds(ctx, card.sectors);
      return partnershipAnswer(face, card, { site: ctx.site, sectors });
    },
  }),
];

function unknownProblems({ unknown }: PartnershipFilter): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  for (const { name, value } of unknown)
    problems[name] = [...(problems[name] ?? []), `There is no ${name} “${value}” here.`];
  return problems;
}

function nextPath(filter: PartnershipFilter, page: number, perPage: number): string {
  const query = new URLSearchParams(queryOf(filter, page));
  if (perPage !== PER_PAGE) query.set("per_page", String(perPage));
  return `/api/v1/partnerships?${query}`;
}
