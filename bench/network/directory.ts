import { slugify } from "#base/slug.ts";
import type { PartnershipDraft } from "#features/partnerships/content.ts";
import { STAGES, type Stage } from "#features/partnerships/stages.ts";
import { THEME_SLUGS } from "#features/partnerships/themes.ts";
import { PHASES, ROLE_KEYS } from "#features/people/profiles/roles.ts";
import { countiesOf } from "#features/places/counties/counties.ts";
import { type Dice, throwDice } from "../dice.ts";
import { STATES, subjects } from "../population.ts";
import { title, words } from "../prose.ts";

export const NETWORK = { partnerships: 3_000, people: 50_000, organizations: 20_000 };
export type NetworkSize = typeof NETWORK;

const KINDS = ["business", "college", "school", "workforce-board", "economic-developer", "chamber"];
const SETTINGS = ["rural", "metro", "both"] as const;

export interface MadeOrganization {
  id: string;
  slug: string;
  name: string;
  kind: string;
  state: string;
}

function named(text: string): string {
  return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** The same organizations in every run of the same size. */
export function organizations(count: number): MadeOrganization[] {
  const dice = throwDice(31 * count);
  return Array.from({ length: count }, (_, index) => {
    const name = named(`${words(dice, 2)} ${dice.oneOf(KINDS).split("-")[0]}`);
    return {
      id: dice.uuid(),
      slug: `${slugify(name)}-${index}`,
      name,
      kind: dice.oneOf(KINDS),
      state: dice.oneOf(STATES),
    };
  });
}

export interface MadePartnership {
  id: string;
  slug: string;
  stage: Stage;
  content: PartnershipDraft;
}

/** The same partnerships in every run of the same size: up to eight counties, two sectors, three priorities each. */
export function* partnerships(count: number, known: readonly MadeOrganization[]): Generator<MadePartnership> {
  const dice = throwDice(37 * count);
  const { sectors } = subjects();
  for (let index = 0; index < count; index += 1) {
    const state = dice.oneOf(STATES);
    const region = named(words(dice, 2));
    const first = dice.oneOf(sectors);
    yield {
      id: dice.uuid(),
      slug: `${slugify(region)}-${first.slug}-${index}`,
      stage: dice.oneOf(STAGES),
      content: {
        name: `${region} ${first.name} Partnership`,
        summary: words(dice, 18),
        story: `${words(dice, 60)}.`,
        region,
        states: [state],
        counties: someCounties(dice, state),
        countiesKnown: "exact",
        setting: dice.oneOf(SETTINGS),
        sectors: [...new Set([first.id, dice.oneOf(sectors).id])],
        priorities: Array.from({ length: 3 }, () => ({
          id: dice.uuid(),
          title: title(dice),
          theme: dice.oneOf(THEME_SLUGS),
          state: "under-way" as const,
        })),
        roles: (["convener", "support-partner", "support-partner"] as const).map((role) => {
          const { id, name } = dice.oneOf(known);
          return { id: dice.uuid(), role, organization: { id, name } };
        }),
        milestones: [{ id: dice.uuid(), kind: "launch", title: "Launch", on: `${2016 + dice.below(10)}` }],
      },
    };
  }
}

/** Some of a state's counties that stand beside each other in the list. */
function someCounties(dice: Dice, state: string): string[] {
  const all = countiesOf(state).map(({ fips }) => fips);
  const from = dice.below(all.length);
  return all.slice(from, from + 1 + dice.below(8));
}

export interface MadePerson {
  id: string;
  slug: string;
  name: string;
  role: string;
  title: string;
  state: string;
  sector: string;
  phase: string;
  organization: MadeOrganization;
  canHelp: string;
  lookingFor: string;
}

/** People who show everything to everyone; the same in every run of the same size. */
export function* people(count: number, known: readonly MadeOrganization[]): Generator<MadePerson> {
  const dice = throwDice(41 * count);
  const { sectors } = subjects();
  for (let index = 0; index < count; index += 1) {
    const name = named(words(dice, 2));
    yield {
      id: dice.uuid(),
      slug: `${slugify(name)}-${index}`,
      name,
      role: dice.oneOf(ROLE_KEYS),
      title: words(dice, 2),
      state: dice.oneOf(STATES),
      sector: dice.oneOf(sectors).id,
      phase: dice.oneOf(Object.keys(PHASES)),
      organization: dice.oneOf(known),
      canHelp: words(dice, 14),
      lookingFor: words(dice, 10),
    };
  }
}
