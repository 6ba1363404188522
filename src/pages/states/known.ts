import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { StarterContent } from "#base/sockets.ts";

const StatesFile = z.object({
  states: z.array(
    z.object({
      state: z.string().length(2),
      intro: z.string().min(1),
      sources: z.array(z.object({ name: z.string(), note: z.string().nullish() })),
    }),
  ),
});

const PartnershipsFile = z.object({
  partnerships: z.array(
    z.object({
      name: z.string().min(1),
      state: z.string().length(2),
      sectors: z.array(z.string()),
      nameIsOurs: z.boolean(),
      stage: z.string().nullish(),
      stageNote: z.string().nullish(),
    }),
  ),
});

/** What the operator's files say of one state. */
export interface KnownState {
  /** Restricted Markdown, one paragraph; empty where nobody has written it. */
  intro: string;
  sources: { name: string; note: string }[];
  /** `sectors` are slugs. */
  partnerships: { name: string; sectors: string[]; note: string }[];
}

/** The source gives only place and industry. */
const NAMED_BY_US = "We call it so after its place and industry.";

const NOTHING: KnownState = { intro: "", sources: [], partnerships: [] };

/** A file about states cannot be read: names it for the person who edited it. */
export class BrokenStates extends Error {
  override name = "BrokenStates";
}

/** @throws BrokenStates naming the file and what is wrong with it */
export async function readKnownStates(content: StarterContent): Promise<(code: string) => KnownState> {
  const { states } = await read(content, "starter/states.yaml", StatesFile);
  const { partnerships } = await read(content, "starter/partnerships.yaml", PartnershipsFile);
  return (code) => ({
    ...NOTHING,
    ...toldOf(states.find(({ state }) => state === code)),
    partnerships: partnerships
      .filter(({ state }) => state === code)
      .map(({ name, sectors, nameIsOurs, stage, stageNote }) => ({
        name,
        sectors,
        note: nameIsOurs ? NAMED_BY_US : ((stage && stageNote) ?? ""),
      })),
  });
}

function toldOf(state: z.output<typeof StatesFile>["states"][number] | undefined) {
  if (!state) return {};
  return { intro: state.intro, sources: state.sources.map(({ name, note }) => ({ name, note: note ?? "" })) };
}

async function read<S extends z.ZodType>(
  content: StarterContent,
  path: string,
  schema: S,
): Promise<z.output<S>> {
  let text: string;
  try {
    text = await content.text(path);
  } catch (error) {
    throw new BrokenStates(`content/${path} cannot be read. Put it back from the release.`, { cause: error });
  }
  try {
    return schema.parse(parseYaml(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new BrokenStates(`content/${path}: ${why}`);
  }
}
