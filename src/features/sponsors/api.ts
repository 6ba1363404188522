import { z } from "zod";
import { absoluteUrl } from "#base/site.ts";
import { mediaHref } from "#features/media/public.ts";
import { endpoint } from "#platform/http/api.ts";
import { allSponsors, type Sponsor, thankYouPage } from "./queries.ts";
import { TIERS } from "./tables.ts";

const SponsorAnswer = z
  .object({
    name: z.string(),
    tier: z.enum(TIERS),
    season: z.string().nullable().describe("Such as 2018-2019; null for a sponsor who is thanked for good."),
    paragraph: z.string().describe("Restricted Markdown."),
    url: z.url().nullable(),
    logo: z.object({ url: z.url(), alt: z.string() }).nullable(),
    source: z.string().nullable().describe("Where the facts come from."),
  })
  .meta({ id: "Sponsor" });

export const sponsorEndpoints = [
  endpoint({
    method: "GET",
    path: "/sponsors",
    tag: "Sponsors",
    summary: "Sponsors who are thanked today, or those of one season.",
    query: z.object({ season: z.string().optional().describe("Such as 2018-2019.") }),
    answer: z.object({ items: z.array(SponsorAnswer) }),
    cached: true,
    async handle(c, { query }) {
      const { ctx } = c.var;
      const sponsors = query.season
        ? (await allSponsors(ctx)).filter((sponsor) => sponsor.season === query.season)
        : (await thankYouPage(ctx)).sponsors;
      const present = ({ name, tier, season, paragraph, url, logo, source }: Sponsor) => ({
        name,
        tier,
        season,
        paragraph,
        url,
        logo: logo && { url: absoluteUrl(ctx.site, mediaHref(logo)), alt: logo.alt ?? "" },
        source,
      });
      return { items: sponsors.map(present) };
    },
  }),
];
