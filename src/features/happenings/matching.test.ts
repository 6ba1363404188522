import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sectors } from "#features/sectors/public.ts";
import { topics } from "#features/topics/public.ts";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { askOf } from "#platform/words/ask.ts";
import { happeningAt } from "./factory.ts";
import { KINDS, type Kind } from "./kinds.ts";
import type { Narrowing } from "./lists.ts";
import { matchesByIndex, newestMatches } from "./matching.ts";
import { moveHappening } from "./moving.ts";

interface Made {
  id: string;
  words: string[];
  state: string;
  sectors: string[];
  topics: string[];
  kind: Kind;
  at: Date;
}

const WORDS = ["welder", "nurse", "letter", "summit"];
const STATES = ["pa", "ne", "or"];

let world: World;
let ctx: Ctx;
let made: Made[] = [];
let ids: { sectors: string[]; topics: string[] };

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  const editor = await world.person("editor");
  ctx = await world.ctx(editor.actor);
  ids = {
    sectors: (await sectors(ctx)).slice(0, 3).map(({ id }) => id),
    topics: (await topics(ctx)).slice(0, 3).map(({ id }) => id),
  };
  // Every word and filter meets every other sometimes, and some never.
  for (let n = 0; n < 36; n += 1) {
    const one = {
      words: WORDS.filter((_, at) => n % (at + 2) === 0),
      state: STATES[n % 3]!,
      sectors: ids.sectors.filter((_, at) => n % (at + 3) === 0),
      topics: ids.topics.filter((_, at) => n % (at + 2) === 1),
      kind: KINDS[n % 4]!,
      at: new Date(Date.UTC(2020, 0, 1 + n)),
    };
    const id = await happeningAt(ctx, "received", {
      ...one,
      title: `Zebrawood ${n}`,
      story: `everywhere ${one.words.join(" ")}`,
    });
    if (n % 5 === 4) continue;
    const dated = { at: one.at, precision: "day" as const, note: "" };
    await moveHappening(ctx, id, { to: "published", mover: "editor", dated });
    made.push({ id, ...one });
  }
  made = made.reverse();
});
afterAll(() => world.close());

const any = <T>(wanted: readonly T[] | undefined, has: readonly T[]) =>
  !wanted?.length || wanted.some((one) => has.includes(one));

function expected(asked: string[], { states, sectors, topics, kinds }: Narrowing): string[] {
  return made
    .filter((one) => asked.every((word) => one.words.includes(word)))
    .filter((one) => any(states, [one.state]) && any(kinds, [one.kind]))
    .filter((one) => any(sectors, one.sectors) && any(topics, one.topics))
    .map(({ id }) => id);
}

describe("happenings in which all the words stand", () => {
  test("are those of a plain model, for every choice of words and filters, newest first", async () => {
    const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
    const narrowing = fc.record({
      states: some(STATES),
      sectors: some(ids.sectors),
      topics: some(ids.topics),
      kinds: some(KINDS.slice(0, 4)),
    });
    await fc.assert(
      fc.asyncProperty(some(WORDS), narrowing, async (asked, narrowed) => {
        const { tsquery } = await askOf(ctx, [...asked, "zebrawood"].join(" "));
        expect(await newestMatches(ctx, tsquery, narrowed)).toEqual(expected(asked, narrowed));
      }),
      { numRuns: 120 },
    );
  });

  test("are found the same by looking through the newest and by the index of words", async () => {
    const { tsquery } = await askOf(ctx, "zebrawood nurse");
    const all = await newestMatches(ctx, tsquery);
    expect(await matchesByIndex(ctx, tsquery, {}, 500)).toEqual(all);
    expect(await matchesByIndex(ctx, tsquery, { states: ["pa"] }, 2)).toEqual(
      expected(["nurse"], { states: ["pa"] }).slice(0, 2),
    );
  });

  test("come in at most two queries, and none for no words", async () => {
    const { tsquery } = await askOf(ctx, "zebrawood");
    expect(await countQueries(() => newestMatches(ctx, tsquery))).toBeLessThanOrEqual(2);
    expect(await countQueries(() => newestMatches(ctx, ""))).toBe(0);
    expect(await newestMatches(ctx, tsquery, {}, 3)).toEqual(expected([], {}).slice(0, 3));
  });
});
