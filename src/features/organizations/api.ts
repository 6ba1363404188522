import { z } from "zod";
import { absoluteUrl, type Site } from "#base/site.ts";
import { stateByCode } from "#features/places/public.ts";
import { apiProblem, endpoint } from "#platform/http/api.ts";
import { organizationPath, queryOf } from "./filter.ts";
import { ORGANIZATION_KINDS } from "./kinds.ts";
import { listOrganizations } from "./listing.ts";
import { type Organization, organizationBySlug } from "./queries.ts";

const OrganizationAnswer = z
  .object({
    url: z.url().describe("The page for readers; given once and kept."),
    slug: z.string(),
    name: z.string(),
    also_known_as: z.array(z.string()),
    kind: z.enum(ORGANIZATION_KINDS),
    state: z.string().nullable().describe("Postal code, lower case; null where it is not known, or not one."),
    place: z.string(),
    website: z.url().nullable(),
    source: z.string().describe("Where the facts come from."),
  })
  .meta({ id: "Organization" });

function answerOf(site: Site, one: Organization) {
  return {
    url: absoluteUrl(site, organizationPath(one)),
    slug: one.slug,
    name: one.name,
    also_known_as: one.alsoKnownAs,
    kind: one.kind,
    state: one.stateCode,
    place: one.place,
    website: one.url,
    source: one.source,
  };
}

const page = "A page is a whole number from 1.";

export const organizationEndpoints = [
  endpoint({
    method: "GET",
    path: "/organizations",
    tag: "Organizations",
    summary: "The directory of organizations by name, by the same filters as its pages.",
    query: z.object({
      state: z
        .string()
        .refine((code) => stateByCode(code) !== undefined, "A state is its postal code: ne.")
        .optional()
        .describe("Postal code: ne."),
      kind: z.enum(ORGANIZATION_KINDS).optional(),
      q: z
        .string()
        .max(200, "Ask with at most 200 characters.")
        .optional()
        .describe("Words of its names or its place."),
      page: z.coerce.number(page).int(page).min(1, page).max(100_000, "There is no such page.").default(1),
      per_page: z.coerce.number().int().min(1).max(100, "At most 100 come at once.").default(50),
    }),
    answer: z.object({
      items: z.array(OrganizationAnswer).describe("By name."),
      page: z.number().int(),
      next: z.url().nullable().describe("The next page; null on the last one."),
      total: z.number().int(),
      corrected: z
        .array(z.object({ from: z.string(), to: z.string() }))
        .describe("Mistyped words of q, and what was looked for instead."),
    }),
    cached: true,
    async handle(c, { query }) {
      const { ctx } = c.var;
      const filter = { state: stateByCode(query.state ?? ""), kind: query.kind, q: (query.q ?? "").trim() };
      const offset = (query.page - 1) * query.per_page;
      const { items, total, corrected } = await listOrganizations(ctx, filter, {
        offset,
        limit: query.per_page,
      });
      const asked = queryOf(filter, query.page + 1);
      const more = offset + items.length < total && items.length > 0;
      const size = query.per_page === 50 ? "" : `&per_page=${query.per_page}`;
      return {
        items: items.map((one) => answerOf(ctx.site, one)),
        page: query.page,
        next: more ? absoluteUrl(ctx.site, `/api/v1/organizations${asked}${size}`) : null,
        total,
        corrected,
      };
    },
  }),
  endpoint({
    method: "GET",
    path: "/organizations/:slug",
    tag: "Organizations",
    summary: "One organization. An address from before a merge answers with the one that stayed.",
    params: z.object({ slug: z.string().regex(/^[a-z0-9-]{1,100}$/) }),
    answer: OrganizationAnswer,
    cached: true,
    async handle(c, { params }) {
      const one = await organizationBySlug(c.var.ctx, params.slug);
      return one ? answerOf(c.var.ctx.site, one) : apiProblem(404, "There is nothing at this address.");
    },
  }),
];
