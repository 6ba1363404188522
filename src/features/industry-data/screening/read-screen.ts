import { done, joinProblems, type Outcome, problem, refused } from "#base/outcome.ts";
import { type State, stateByCode } from "#features/places/public.ts";
import { sectorBySlug, sectors } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { readCommon } from "../analysis/read-question.ts";
import type { ScreenQuestion } from "./screen.ts";

/** As it stands in an address. */
export interface AskedScreen {
  state?: string | undefined;
  sector?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  ownership?: string | undefined;
}

/** A screen that can be shown, or what to mend, by field. Nothing asked is every county and the first sector. */
export async function readScreen(ctx: Ctx, asked: AskedScreen): Promise<Outcome<ScreenQuestion>> {
  const common = await readCommon(ctx, asked);
  const state = readState(asked.state);
  const sector = await readSector(ctx, asked.sector);
  const problems = joinProblems(
    ...[common, state, sector].map((part) => (part.ok ? undefined : part.problems)),
  );
  if (!common.ok || !state.ok || !sector.ok) return refused(problems);
  return done({ ...common.value, state: state.value, sector: sector.value });
}

function readState(code: string | undefined): Outcome<State | undefined> {
  if (!code) return done(undefined);
  const state = stateByCode(code);
  return state ? done(state) : problem("state", `“${code}” is no state. Choose one from the list.`);
}

async function readSector(ctx: Ctx, slug: string | undefined): Promise<Outcome<string>> {
  const found = slug ? await sectorBySlug(ctx, slug) : (await sectors(ctx))[0];
  return found ? done(found.slug) : problem("sector", "Choose one of the sectors.");
}
