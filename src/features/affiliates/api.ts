import { z } from "zod";
import { absoluteUrl } from "#base/site.ts";
import { stateByCode } from "#features/places/public.ts";
import { endpoint } from "#platform/http/api.ts";
import { listAffiliates } from "./queries.ts";
import { leadsShownOf } from "./shown-leads.ts";
import { AFFILIATE_KINDS } from "./tables.ts";

const PAGE = 50;

const AffiliateAnswer = z
  .object({
    name: z.string(),
    url: z.url().describe("Its page here."),
    kind: z.enum(AFFILIATE_KINDS),
    state: z.string().nullable().describe("Lower-case postal code; null where it belongs to no one state."),
    counties: z.array(z.string()).describe("FIPS codes of five digits, of a region."),
    summary: z.string(),
    site: z.url().nullable().describe("Its own site."),
    joined: z.string().nullable().describe("As much of the date as is known: 2018, 2018-03 or 2018-03-14."),
    left: z.string().nullable(),
    leads: z.array(
      z.object({
        name: z.string().describe("Empty where it is not public."),
        title: z.string(),
        organization: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    sources: z.array(z.object({ name: z.string(), url: z.string().nullable(), note: z.string() })),
  })
  .meta({ id: "Affiliate" });

export const affiliateEndpoints = [
  endpoint({
    method: "GET",
    path: "/affiliates",
    tag: "Affiliates",
    summary: "Who has adopted the model, by kind and name.",
    query: z.object({
      state: z
        .string()
        .refine((code) => stateByCode(code) !== undefined, "No state has this code.")
        .optional()
        .describe("Lower-case postal code."),
      kind: z.enum(AFFILIATE_KINDS).optional(),
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    answer: z.object({
      items: z.array(AffiliateAnswer),
      total: z.number().int(),
      next: z.number().int().nullable().describe("The next page's number; null on the last one."),
    }),
    cached: true,
    async handle(c, { query }) {
      const { ctx } = c.var;
      const page = query.page ?? 1;
      const state = query.state?.toLowerCase();
      const { items, total } = await listAffiliates(ctx, { state, kind: query.kind, page }, PAGE);
      const leads = await leadsShownOf(
        ctx,
        items.map(({ id }) => id),
      );
      return {
        items: items.map((one) => ({
          name: one.name,
          url: absoluteUrl(ctx.site, `/affiliates/${one.slug}`),
          kind: one.kind,
          state: one.stateCode,
          counties: one.counties,
          summary: one.summary,
          site: one.url,
          joined: one.joinedOn,
          left: one.leftOn,
          leads: (leads.get(one.id) ?? []).map(({ name, title, organization, from, to }) => ({
            name,
            title,
            organization,
            from,
            to,
          })),
          sources: one.sources,
        })),
        total,
        next: page * PAGE < total ? page + 1 : null,
      };
    },
  }),
];
