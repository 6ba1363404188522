import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { StarterSource } from "#base/sockets.ts";
import { SourceShape } from "#base/source.ts";
import type { Ctx } from "#platform/context.ts";
import { addInvestment } from "./actions.ts";

const InvestmentsFile = z.object({
  investments: z.array(
    z.object({
      state: z.string().length(2).nullable(),
      investor: z.string(),
      dollars: z.number().int().nullable(),
      atLeast: z.boolean().default(false),
      inKind: z.boolean().default(false),
      years: z.tuple([z.number(), z.number()]).nullable(),
      yearsNote: z.string().default(""),
      purpose: z.string(),
      cameOfIt: z.string().default(""),
      source: SourceShape,
    }),
  ),
});

/** The content of a file is wrong; says of what, for the person who edited it. */
class BrokenInvestments extends Error {
  override name = "BrokenInvestments";
}

export const investmentStarter: StarterSource<Ctx> = {
  name: "investments",
  order: 61,
  async load(ctx, content) {
    const { investments } = InvestmentsFile.parse(parseYaml(await content.text("starter/investments.yaml")));
    for (const { years, source, ...investment } of investments) {
      const command = {
        ...investment,
        fromYear: years?.[0] ?? null,
        toYear: years?.[1] ?? null,
        partOf: null,
        toldApart: false,
        sourceName: source.name,
        sourceUrl: source.url as never,
        sourceNote: source.note,
      };
      const added = await addInvestment(ctx, command);
      if (!added.ok)
        throw new BrokenInvestments(
          `content/starter/investments.yaml, ${investment.investor}: ${Object.values(added.problems).flat().join(" ")}`,
        );
    }
    return investments.length;
  },
};
