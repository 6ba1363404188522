import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { StarterSource } from "#base/sockets.ts";
import { SourceShape } from "#base/source.ts";
import type { Ctx } from "#platform/context.ts";
import { addAffiliate } from "./actions.ts";
import { AFFILIATE_KINDS } from "./tables.ts";

const partial = z.string().nullable().default(null);

const AffiliatesFile = z.object({
  affiliates: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      kind: z.enum(AFFILIATE_KINDS),
      state: z.string().length(2).nullable().default(null),
      counties: z.array(z.string()).default([]),
      summary: z.string(),
      story: z.string().default(""),
      url: z.string().nullable().default(null),
      joined: partial,
      left: partial,
      /** Organizations alone: nobody in the sources was asked whether they want to be named here. */
      leads: z
        .array(
          z.object({ organization: z.string(), title: z.string().default(""), from: partial, to: partial }),
        )
        .default([]),
      sources: z.array(SourceShape).min(1),
    }),
  ),
});

export const affiliateStarter: StarterSource<Ctx> = {
  name: "affiliates",
  order: 60,
  async load(ctx, content) {
    const { affiliates } = AffiliatesFile.parse(parseYaml(await content.text("starter/affiliates.yaml")));
    for (const { slug, joined, left, leads, url, ...affiliate } of affiliates) {
      const command = {
        ...affiliate,
        url: url as never,
        joinedOn: joined,
        leftOn: left,
        leads: leads.map((lead) => ({ ...lead, person: null, name: "", consent: null })),
      };
      await addAffiliate(ctx, command, slug);
    }
    return affiliates.length;
  },
};
