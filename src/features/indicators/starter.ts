import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { StarterSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";
import { Indicator, SetContent } from "./content.ts";
import { publishFirstSet } from "./sets/actions.ts";

const IndicatorsFile = SetContent.extend({
  name: z.string(),
  note: z.string(),
  source: z.string(),
  indicators: z.array(Indicator.omit({ wording: true, sameMeaning: true })),
});

export const indicatorStarter: StarterSource<Ctx> = {
  name: "indicators",
  order: 70,
  async load(ctx, content) {
    const { name, note, source, ...set } = IndicatorsFile.parse(
      parseYaml(await content.text("starter/indicators.yaml")),
    );
    const indicators = set.indicators.map((indicator) => ({ ...indicator, wording: 1 }));
    await publishFirstSet(ctx, { name, note, source, content: { ...set, indicators } });
    return indicators.length;
  },
};
