import { z } from "zod";
import { absoluteUrl } from "#base/site.ts";
import { stateByCode } from "#features/places/public.ts";
import { endpoint } from "#platform/http/api.ts";
import { investmentOverview } from "./overview.ts";

const PAGE = 100;

const SumAnswer = z.object({
  dollars: z
    .number()
    .int()
    .describe("Each dollar once: what is part of another investment is not added again."),
  in_kind: z.number().int(),
  counted: z.number().int(),
  without_amount: z.number().int().describe("Investments whose amount no source tells."),
  at_least: z.boolean().describe("An amount is missing or is itself a lower bound."),
});

const InvestmentAnswer = z
  .object({
    id: z.uuid(),
    url: z.url().describe("Where it stands on the site."),
    state: z.string().nullable().describe("Lower-case postal code; null where it belongs to no one state."),
    investor: z.string(),
    dollars: z.number().int().nullable().describe("Whole dollars; null where the source does not tell them."),
    more_than: z.boolean(),
    in_kind: z.boolean(),
    from_year: z.number().int().nullable(),
    to_year: z.number().int().nullable(),
    years_note: z.string(),
    purpose: z.string(),
    came_of_it: z.string(),
    part_of: z.uuid().nullable().describe("The investment it is counted inside."),
    source: z.object({ name: z.string(), url: z.string().nullable(), note: z.string() }),
  })
  .meta({ id: "Investment" });

export const investmentEndpoints = [
  endpoint({
    method: "GET",
    path: "/investments",
    tag: "Investments",
    summary: "Who put what into partnerships, by state, with the sum of all that was asked for.",
    query: z.object({
      state: z
        .string()
        .refine((code) => stateByCode(code) !== undefined, "No state has this code.")
        .optional()
        .describe("Lower-case postal code."),
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    answer: z.object({
      items: z.array(InvestmentAnswer),
      sum: SumAnswer,
      total: z.number().int(),
      next: z.number().int().nullable(),
    }),
    cached: true,
    async handle(c, { query }) {
      const { ctx } = c.var;
      const page = query.page ?? 1;
      const state = query.state?.toLowerCase();
      const { shares, sum, total } = await investmentOverview(ctx, {
        state,
        offset: (page - 1) * PAGE,
        limit: PAGE,
      });
      const items = shares.flatMap((share) => share.items);
      return {
        items: items.map((one) => ({
          id: one.id,
          url: absoluteUrl(ctx.site, `/investments#investment-${one.id}`),
          state: one.stateCode,
          investor: one.investor,
          dollars: one.dollars,
          more_than: one.atLeast,
          in_kind: one.inKind,
          from_year: one.fromYear,
          to_year: one.toYear,
          years_note: one.yearsNote,
          purpose: one.purpose,
          came_of_it: one.cameOfIt,
          part_of: one.partOf,
          source: { name: one.sourceName, url: one.sourceUrl, note: one.sourceNote },
        })),
        sum: {
          dollars: sum.dollars,
          in_kind: sum.inKind,
          counted: sum.counted,
          without_amount: sum.withoutAmount,
          at_least: sum.atLeast,
        },
        total,
        next: page * PAGE < total ? page + 1 : null,
      };
    },
  }),
];
