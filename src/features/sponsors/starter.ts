import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { StarterSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { addSponsor } from "./actions.ts";
import { addOpportunity } from "./opportunities/actions.ts";
import { TIERS } from "./tables.ts";

const SponsorsFile = z.object({
  sponsors: z.array(
    z.object({
      name: z.string(),
      tier: z.enum(TIERS),
      season: z.string().nullable(),
      paragraph: z.string(),
      url: z.string().nullable(),
      state: z.string().length(2).nullable().default(null),
      source: z.object({ name: z.string(), note: z.string() }),
    }),
  ),
  opportunities: z.array(
    z.object({
      name: z.string(),
      season: z.string().nullable(),
      summary: z.string(),
      paragraph: z.string(),
      open: z.boolean(),
    }),
  ),
});

export const sponsorStarter: StarterSource<Ctx> = {
  name: "sponsors",
  order: 50,
  async load(ctx, content) {
    const file = SponsorsFile.parse(parseYaml(await content.text("starter/sponsors.yaml")));
    for (const { source, ...sponsor } of file.sponsors) {
      await addSponsor(
        ctx,
        { ...sponsor, logoAlt: "", source: `${source.name}. ${source.note}` } as never,
        null,
      );
    }
    for (const opportunity of file.opportunities) await addOpportunity(ctx, opportunity);
    return file.sponsors.length + file.opportunities.length;
  },
};
