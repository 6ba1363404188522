import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sectors } from "#features/sectors/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { partnershipAt, partnershipLike } from "../factory.ts";
import { STAGES, type Stage } from "../stages.ts";
import { THEME_SLUGS, type Theme } from "../themes.ts";
import { revisePartnership } from "../writing.ts";
import {
  filtersSet,
  type PartnershipFilter,
  queryOf,
  readFilter,
  readPage,
  SETTINGS,
  type Setting,
} from "./filter.ts";
import { listPartnerships } from "./listing.ts";
import { countsByStage, mapOfPartnerships, partnershipsByState } from "./overviews.ts";

let world: World;
let ctx: Ctx;
let known: { id: string; slug: string }[];

const STATES = ["pa", "ne", "wy"];
const WORDS = ["welders", "nurses"];
const THEMES = THEME_SLUGS.slice(0, 4);

/** A partnership as the plain model sees it. */
interface Model {
  name: string;
  states: string[];
  sectors: string[];
  themes: Theme[];
  stage: Stage;
  setting: Setting | null;
  word: string;
  hidden: boolean;
}
const model = new Map<string, Model>();

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  await world.house.ground.database.db.deleteFrom("partnerships").execute();
  ctx = await world.ctx({ kind: "system", name: "Test" });
  known = (await sectors(ctx)).slice(0, 4);
}, 60_000);
afterAll(() => world.close());

const described = fc.record({
  states: fc.subarray(STATES, { minLength: 1 }),
  sectors: fc.subarray([0, 1, 2, 3]),
  themes: fc.subarray(THEMES),
  setAside: fc.subarray(THEMES),
  stage: fc.constantFrom(...STAGES),
  setting: fc.constantFrom(null, ...SETTINGS),
  word: fc.constantFrom(...WORDS),
});
type Described = typeof described extends fc.Arbitrary<infer T> ? T : never;

function contentOf(given: Described, name: string) {
  const priority = (theme: Theme, state: "open" | "set-aside") => ({
    id: `${theme} ${state}`,
    title: "What to do",
    theme,
    state,
  });
  return partnershipLike({
    name,
    region: "",
    states: given.states,
    counties: [],
    setting: given.setting,
    summary: `They train ${given.word}.`,
    sectors: given.sectors.map((place) => known[place]!.id),
    priorities: [
      ...given.themes.map((theme) => priority(theme, "open")),
      ...given.setAside.map((theme) => priority(theme, "set-aside")),
    ],
  });
}

function factsOf(given: Described, name: string): Model {
  const { states, themes, stage, setting, word } = given;
  const slugs = given.sectors.map((place) => known[place]!.slug);
  return { name, states, sectors: slugs, themes, stage, setting, word, hidden: false };
}

let made = 0;

async function add(given: Described): Promise<string> {
  made += 1;
  const name = `Table ${String(made).padStart(4, "0")}`;
  const { id } = await partnershipAt(ctx, { ...contentOf(given, name), stage: given.stage });
  model.set(id, factsOf(given, name));
  return id;
}

function expected(filter: PartnershipFilter): string[] {
  const any = (asked: readonly string[], own: readonly string[]) =>
    asked.length === 0 || own.some((one) => asked.includes(one));
  const slugs = filter.sectors.map(({ slug }) => slug);
  return [...model.values()]
    .filter(({ hidden }) => !hidden)
    .filter((one) => any(filter.state ? [filter.state.code] : [], one.states))
    .filter((one) => any(slugs, one.sectors))
    .filter((one) => any(filter.stages, [one.stage]))
    .filter((one) => any(filter.themes, one.themes))
    .filter(
      ({ setting }) =>
        !filter.setting || setting === filter.setting || (setting !== null && setting === "both"),
    )
    .filter(({ word }) => filter.q === "" || word.startsWith(filter.q))
    .map(({ name }) => name)
    .sort();
}

async function found(filter: PartnershipFilter): Promise<string[]> {
  const names: string[] = [];
  for (let offset = 0; ; offset += 7) {
    const { items, more, total } = await listPartnerships(ctx, filter, { offset, limit: 7 });
    names.push(...items.map(({ name }) => name));
    if (items.length > 0) expect(total).toBe(expected(filter).length);
    if (!more) return names;
  }
}

const query = fc.record({
  state: fc.option(fc.constantFrom(...STATES), { nil: undefined }),
  sector: fc.subarray([0, 1, 2, 3]),
  stage: fc.subarray([...STAGES]),
  theme: fc.subarray(THEMES),
  setting: fc.option(fc.constantFrom(...SETTINGS), { nil: undefined }),
  q: fc.option(fc.constantFrom(...WORDS, "weld"), { nil: undefined }),
});

function parametersOf(asked: typeof query extends fc.Arbitrary<infer T> ? T : never): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const place of asked.sector) parameters.append("sector", known[place]!.slug);
  for (const stage of asked.stage) parameters.append("stage", stage);
  for (const theme of asked.theme) parameters.append("theme", theme);
  if (asked.q) parameters.set("q", asked.q);
  if (asked.setting) parameters.set("setting", asked.setting);
  if (asked.state) parameters.set("state", asked.state);
  return parameters;
}

describe("a filtered list", () => {
  test("is what a plain model says, through adding, changing and hiding", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(described, { minLength: 4, maxLength: 6 }),
        fc.array(query, { minLength: 4, maxLength: 6 }),
        fc.nat(),
        async (news, asked, chance) => {
          const ids = [];
          for (const one of news) ids.push(await add(one));
          const [changed, gone] = [ids[chance % ids.length]!, ids[(chance + 1) % ids.length]!];
          const given = news[(chance + 2) % news.length]!;
          const { name, stage } = model.get(changed)!;
          await revisePartnership(ctx, changed, { content: contentOf(given, name), version: 1 });
          model.set(changed, { ...factsOf(given, name), stage });
          await ctx.db
            .updateTable("partnerships")
            .set({ hidden_at: ctx.now })
            .where("id", "=", gone)
            .execute();
          model.get(gone)!.hidden = true;
          for (const one of asked) {
            const filter = await readFilter(ctx, parametersOf(one));
            expect(await found(filter), queryOf(filter)).toEqual(expected(filter));
            const mapped = await mapOfPartnerships(ctx, filter);
            expect(
              mapped.map(({ name }) => name),
              queryOf(filter),
            ).toEqual(expected(filter));
          }
        },
      ),
      { numRuns: 8 },
    );
    const shown = [...model.values()].filter(({ hidden }) => !hidden);
    for (const [stage, count] of await countsByStage(ctx, "pa"))
      expect(count).toBe(shown.filter((one) => one.stage === stage && one.states.includes("pa")).length);
    const byState = await partnershipsByState(ctx);
    for (const state of STATES)
      expect(byState.get(state) ?? 0).toBe(shown.filter(({ states }) => states.includes(state)).length);
  });

  test("asks as many questions of the database for one as for three and for fifty", async () => {
    while ([...model.values()].filter(({ hidden }) => !hidden).length < 50) {
      await add({
        states: ["pa"],
        sectors: [0],
        themes: THEMES,
        setAside: [],
        stage: "active",
        setting: null,
        word: "nurses",
      });
    }
    const asked = async (limit: number) => {
      const filter = await readFilter(ctx, new URLSearchParams());
      return countQueries(async () => {
        const { items } = await listPartnerships(ctx, filter, { offset: 0, limit });
        expect(items).toHaveLength(limit);
      });
    };
    // After a change all of them are counted once and cards are read once, and not for each page.
    expect(await asked(50)).toBeLessThanOrEqual(3);
    expect([await asked(1), await asked(3), await asked(50)]).toEqual([1, 1, 1]);
    const page = async (path: string) =>
      countQueries(async () => {
        expect((await world.get(path)).status).toBe(200);
      });
    const all = "/api/v1/partnerships?per_page=";
    await page(`${all}2`);
    const [one, three, fifty] = [await page(`${all}1`), await page(`${all}3`), await page(`${all}50`)];
    expect(three).toBe(one);
    expect(fifty).toBe(one);
  });

  test("is empty where a value is asked for that nobody knows, and is not where another one is known", async () => {
    const unknown = await readFilter(ctx, new URLSearchParams("sector=none-such"));
    expect((await listPartnerships(ctx, unknown, { offset: 0, limit: 5 })).items).toEqual([]);
    const half = await readFilter(ctx, new URLSearchParams("stage=none-such&stage=active"));
    expect(await found(half)).toEqual(expected({ ...half, unknown: [] }));
  });
});

describe("the address of a list", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "pa",
      "PA",
      " ne ",
      "active",
      "rural",
      "housing",
      "healthcare",
      "",
      "\u0000",
      "'; drop table x",
    ),
  );
  const names = fc.constantFrom(
    "state",
    "sector",
    "stage",
    "theme",
    "setting",
    "q",
    "page",
    "utm",
    "__proto__",
  );

  test("comes out the same however often it is read and written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, anything), { maxLength: 12 }), async (pairs) => {
        const first = new URLSearchParams(pairs);
        const written = queryOf(await readFilter(ctx, first), readPage(first));
        const again = new URLSearchParams(written);
        expect(queryOf(await readFilter(ctx, again), readPage(again))).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  test("is the same for the same view, whatever the order and the noise", async () => {
    const written = async (text: string) => queryOf(await readFilter(ctx, new URLSearchParams(text)));
    const address =
      "?state=pa&sector=healthcare&stage=active&stage=paused&theme=housing&setting=rural&q=letter";
    expect(
      await written(
        "theme=housing&q=+letter++&stage=paused&utm=1&setting=metro&setting=rural&sector=healthcare&state=PA&stage=active",
      ),
    ).toBe(address);
    expect(await written(`${address}&stage=active&page=1&sector=`)).toBe(address);
  });

  test("keeps what it does not know, so that the page can say so", async () => {
    const filter = await readFilter(ctx, new URLSearchParams("state=zz&setting=moon"));
    expect(queryOf(filter)).toBe("?state=zz&setting=moon");
    expect(filtersSet(filter)).toBe(2);
  });
});
