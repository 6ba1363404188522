import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sectors } from "#features/sectors/public.ts";
import { topics } from "#features/topics/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { contentLike, happeningAt } from "../factory.ts";
import { KINDS, type Kind } from "../kinds.ts";
import { moveHappening } from "../moving.ts";
import { reviseHappening } from "../writing.ts";
import { type Filter, filtersSet, NO_FILTER, queryOf, readFilter, readPage } from "./filter.ts";
import { listHappenings } from "./listing.ts";

let world: World;
let ctx: Ctx;
let known: { sectors: string[]; topics: string[] };

const STATES = ["pa", "ne", "wy"];
const WORDS = ["welders", "nurses"];

/** A happening as the plain model sees it. */
interface Model {
  id: string;
  title: string;
  states: string[];
  sectors: string[];
  topics: string[];
  kind: Kind;
  word: string;
  at: number;
  listed: boolean;
}
const model = new Map<string, Model>();

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  await world.house.ground.database.db.deleteFrom("happenings").execute();
  ctx = await world.ctx((await world.person("editor")).actor);
  known = {
    sectors: (await sectors(ctx)).slice(0, 4).map(({ slug }) => slug),
    topics: (await topics(ctx)).slice(0, 3).map(({ slug }) => slug),
  };
}, 60_000);
afterAll(() => world.close());

const described = fc.record({
  state: fc.constantFrom(...STATES),
  alsoStates: fc.subarray(STATES),
  sectors: fc.subarray([0, 1, 2, 3]),
  topics: fc.subarray([0, 1, 2]),
  kind: fc.constantFrom(...KINDS.slice(0, 3)),
  word: fc.constantFrom(...WORDS),
  day: fc.integer({ min: 1, max: 28 }),
});
type Described = typeof described extends fc.Arbitrary<infer T> ? T : never;

async function contentOf(given: Described, title: string) {
  const pick = (slugs: string[], places: number[]) => places.map((place) => slugs[place]!);
  const own = { sectors: pick(known.sectors, given.sectors), topics: pick(known.topics, given.topics) };
  const idsOf = (all: { id: string; slug: string }[], slugs: string[]) =>
    all.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
  const content = contentLike({
    title,
    story: `They trained ${given.word}.`,
    summary: "What they did.",
    state: given.state,
    alsoStates: given.alsoStates,
    kind: given.kind,
    sectors: idsOf(await sectors(ctx), own.sectors),
    topics: idsOf(await topics(ctx), own.topics),
  });
  const facts = {
    title,
    ...own,
    states: [...new Set([given.state, ...given.alsoStates])],
    kind: given.kind,
    word: given.word,
  };
  return { content, facts };
}

let made = 0;

async function publish(given: Described): Promise<string> {
  made += 1;
  const { content, facts } = await contentOf(given, `Update ${made}`);
  const id = await happeningAt(ctx, "received", content);
  const at = new Date(Date.UTC(2020, 0, given.day, 12, 0, 0, made));
  await moveHappening(ctx, id, {
    to: "published",
    mover: "editor",
    dated: { at, precision: "day", note: "" },
  });
  model.set(id, { id, ...facts, at: at.getTime(), listed: true });
  return id;
}

function expected(filter: Filter): string[] {
  const any = (asked: string[], own: string[]) =>
    asked.length === 0 || own.some((one) => asked.includes(one));
  return [...model.values()]
    .filter((one) => one.listed)
    .filter((one) => any(filter.state ? [filter.state.code] : [], one.states))
    .filter((one) =>
      any(
        filter.sectors.map(({ slug }) => slug),
        one.sectors,
      ),
    )
    .filter((one) =>
      any(
        filter.topics.map(({ slug }) => slug),
        one.topics,
      ),
    )
    .filter((one) => any(filter.kinds, [one.kind]))
    .filter((one) => filter.q === "" || one.word.startsWith(filter.q))
    .sort((a, b) => b.at - a.at)
    .map(({ title }) => title);
}

async function found(filter: Filter): Promise<{ titles: string[]; totals: (number | undefined)[] }> {
  const titles: string[] = [];
  const totals: (number | undefined)[] = [];
  for (let offset = 0; ; offset += 7) {
    const listing = await listHappenings(ctx, filter, { offset, limit: 7 });
    titles.push(...listing.items.map(({ title }) => title));
    if (listing.items.length > 0 || offset === 0) totals.push(listing.total);
    if (!listing.more) return { titles, totals };
  }
}

const query = fc.record({
  state: fc.option(fc.constantFrom(...STATES), { nil: undefined }),
  sector: fc.subarray([0, 1, 2, 3]),
  topic: fc.subarray([0, 1, 2]),
  kind: fc.subarray([...KINDS.slice(0, 4)]),
  q: fc.option(fc.constantFrom(...WORDS, "weld"), { nil: undefined }),
});

function parametersOf(asked: typeof query extends fc.Arbitrary<infer T> ? T : never): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const place of asked.sector) parameters.append("sector", known.sectors[place]!);
  for (const place of asked.topic) parameters.append("topic", known.topics[place]!);
  for (const kind of asked.kind) parameters.append("kind", kind);
  if (asked.q) parameters.set("q", asked.q);
  if (asked.state) parameters.set("state", asked.state);
  return parameters;
}

describe("a filtered list", () => {
  test("is what a plain model says, through publishing, changing and taking back", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(described, { minLength: 4, maxLength: 6 }),
        fc.array(query, { minLength: 4, maxLength: 6 }),
        fc.nat(),
        async (news, asked, chance) => {
          const ids = [];
          for (const one of news) ids.push(await publish(one));
          const [changed, taken] = [ids[chance % ids.length]!, ids[(chance + 1) % ids.length]!];
          const rewritten = await contentOf(news[(chance + 2) % news.length]!, model.get(changed)!.title);
          await reviseHappening(ctx, changed, {
            content: rewritten.content,
            version: 1,
            by: { kind: "editor", personId: null, name: "Edith" },
          });
          Object.assign(model.get(changed)!, rewritten.facts);
          await moveHappening(ctx, taken, { to: "unpublished", mover: "editor" });
          model.get(taken)!.listed = false;
          for (const one of asked) {
            const filter = await readFilter(ctx, parametersOf(one));
            const { titles, totals } = await found(filter);
            expect(titles, queryOf(filter)).toEqual(expected(filter));
            for (const total of totals) expect([undefined, titles.length]).toContain(total);
          }
        },
      ),
      { numRuns: 8 },
    );
    const { rows } = await sql`
      select list from list_lengths l
      where entries <> (select count(*) from list_entries e where e.list = l.list)`.execute(ctx.db);
    expect(rows).toEqual([]);
  });

  test("knows its length without counting where it is one list, or several that share nothing", async () => {
    for (const path of ["", "state=pa", "kind=news&kind=quick-win", `state=pa&sector=${known.sectors[0]}`]) {
      const filter = await readFilter(ctx, new URLSearchParams(path));
      const { total } = await listHappenings(ctx, filter, { offset: 0, limit: 1 });
      expect(total, path).toBe(expected(filter).length);
    }
  });

  test("asks one question of the database and one for cards nobody asked for yet, for one happening as for three", async () => {
    const asked = async (limit: number) => {
      const filter = await readFilter(ctx, new URLSearchParams("state=pa"));
      return countQueries(async () => {
        const { items } = await listHappenings(ctx, filter, { offset: 0, limit });
        expect(items).toHaveLength(limit);
      });
    };
    expect(await asked(3)).toBeLessThanOrEqual(2);
    expect([await asked(1), await asked(3)]).toEqual([1, 1]);
  });

  test("is empty where a value is asked for that nobody knows, and is not where another one is known", async () => {
    const unknown = await readFilter(ctx, new URLSearchParams("sector=none-such"));
    expect((await listHappenings(ctx, unknown, { offset: 0, limit: 5 })).items).toEqual([]);
    const half = await readFilter(ctx, new URLSearchParams("kind=none-such&kind=news"));
    expect((await found(half)).titles).toEqual(expected({ ...NO_FILTER, kinds: ["news"] }));
  });
});

describe("the address of a list", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "pa",
      "PA",
      " ne ",
      "news",
      "healthcare",
      "apprenticeship",
      "",
      "\u0000",
      "'; drop table x",
    ),
  );
  const names = fc.constantFrom("state", "sector", "topic", "kind", "q", "page", "utm_source", "__proto__");

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
    const address = "?state=pa&sector=healthcare&sector=manufacturing&kind=news&q=letter";
    expect(await written("kind=news&q=+letter++&sector=manufacturing&utm=1&sector=healthcare&state=PA")).toBe(
      address,
    );
    expect(await written(`${address}&sector=healthcare&page=1&topic=`)).toBe(address);
  });

  test("keeps what it does not know, so that the page can say so", async () => {
    const filter = await readFilter(ctx, new URLSearchParams("state=zz&topic=nothing"));
    expect(queryOf(filter)).toBe("?state=zz&topic=nothing");
    expect(filtersSet(filter)).toBe(2);
  });
});
