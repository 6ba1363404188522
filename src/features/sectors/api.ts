import { z } from "zod";
import { endpoint } from "#platform/http/api.ts";
import { naicsTitle } from "./naics.ts";
import { sectors } from "./queries.ts";

const SectorAnswer = z
  .object({
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    includePublicOwnership: z.boolean().describe("Whether figures count government employers too."),
    codes: z.array(
      z.object({
        code: z.string().describe("NAICS, such as 62, 31-33 or 621112."),
        vintage: z.number().int().describe("2017 for figures up to 2021, 2022 for later ones."),
        title: z.string(),
      }),
    ),
  })
  .meta({ id: "Sector" });

export const sectorEndpoints = [
  endpoint({
    method: "GET",
    path: "/sectors",
    tag: "Sectors",
    summary: "The sectors in use: named sets of NAICS codes, which may overlap.",
    answer: z.object({ items: z.array(SectorAnswer) }),
    cached: true,
    async handle(c) {
      const items = await sectors(c.var.ctx);
      return {
        items: items.map(({ slug, name, description, includePublicOwnership, codes }) => ({
          slug,
          name,
          description,
          includePublicOwnership,
          codes: codes.map((code) => ({ ...code, title: naicsTitle(code) ?? "" })),
        })),
      };
    },
  }),
];
