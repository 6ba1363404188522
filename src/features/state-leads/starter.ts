import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { StarterSource } from "#base/sockets.ts";
import { SourceShape } from "#base/source.ts";
import type { Ctx } from "#platform/context.ts";
import { saveStatePage } from "./page/actions.ts";

const StatesFile = z.object({
  states: z.array(
    z.object({
      state: z.string().length(2),
      intro: z.string().min(1),
      links: z.array(SourceShape).default([]),
      sources: z.array(SourceShape).min(1),
    }),
  ),
});

export const statePageStarter: StarterSource<Ctx> = {
  name: "state pages",
  order: 62,
  async load(ctx, content) {
    const { states } = StatesFile.parse(parseYaml(await content.text("starter/states.yaml")));
    for (const { state, ...words } of states)
      await saveStatePage(ctx, state, { words, note: "", version: 0 });
    return states.length;
  },
};
