import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { askOf, QUESTION_LENGTH } from "./ask.ts";
import { learnWords } from "./known-words.ts";

let world: World;
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld();
  ctx = await world.ctx();
  const texts = [
    "Apprenticeship for medical assistants: a welcome letter to every business",
    "An apprenticeship summit on health and nursing in the communities",
    "Managing the résumé desk at a café, 2018–2019",
  ];
  await transact(ctx, async (ctx) => {
    for (const text of texts) await learnWords(ctx, text);
  });
});
afterAll(() => world.close());

/** Whether the database takes the question for an answer to the text. */
async function finds(asked: string, text: string): Promise<boolean> {
  const { tsquery } = await askOf(ctx, asked);
  const { rows } = await sql<{ found: boolean }>`
    select to_tsvector('english', search_text(${text})) @@ to_tsquery('english', ${tsquery}) as found`.execute(
    ctx.db,
  );
  return rows[0]!.found;
}

describe("a mistyped word", () => {
  test.each([
    ["aprenticeship", "apprenticeship"],
    ["apprentiship", "apprenticeship"],
    ["helath", "health"],
    ["welcom leter", "letter"],
    ["nursng", "nursing"],
  ])("%s is taken for a word that is used, %s, and the question says so", async (typed, meant) => {
    const question = await askOf(ctx, typed);
    expect(question.corrected.map(({ to }) => to)).toContain(meant);
    expect(question.words).toContain(meant);
  });

  test("is left alone when nothing is near, and so are years and names that a page has", async () => {
    expect((await askOf(ctx, "xylophone")).corrected).toEqual([]);
    expect((await askOf(ctx, "2917")).corrected).toEqual([]);
    expect((await askOf(ctx, "lettre", ["lettre"])).corrected).toEqual([]);
  });

  test("is none when only its form differs from what is used", async () => {
    for (const form of ["apprenticeships", "letters", "manages", "nurse", "Letter", "LETTER"])
      expect((await askOf(ctx, form)).corrected, form).toEqual([]);
  });

  test("is none while a word is still being typed", async () => {
    for (const start of ["ap", "appr", "apprentic", "managin", "communi"])
      expect((await askOf(ctx, start)).corrected, start).toEqual([]);
    expect((await askOf(ctx, "aprent")).corrected).toEqual([{ from: "aprent", to: "apprenticeship" }]);
  });

  test("of another page's own names is taken for that name", async () => {
    const question = await askOf(ctx, "pensylvania", ["pennsylvania"]);
    expect(question.corrected).toEqual([{ from: "pensylvania", to: "pennsylvania" }]);
  });
});

describe("a question finds", () => {
  test("words in any order and in any form, with and without accents", async () => {
    expect(await finds("letter welcome", "A welcome letter")).toBe(true);
    expect(await finds("letters of welcome", "A welcome letter")).toBe(true);
    expect(await finds("resume cafe", "Résumé in the Café")).toBe(true);
    expect(await finds("Résumé", "a resume")).toBe(true);
    expect(await finds("communities", "our community")).toBe(true);
    expect(await finds("letter of bread", "A welcome letter")).toBe(false);
  });

  test("what the last word is the beginning of, its cut ending included", async () => {
    for (const start of ["mana", "managi", "managin", "managing"])
      expect(await finds(`desk ${start}`, "Managing a desk"), start).toBe(true);
    expect(await finds("mana desk", "Managing a desk")).toBe(false);
  });

  test("both years of a season", async () => {
    for (const year of ["2018", "2019", "201", "season 2019"])
      expect(await finds(year, "the season 2018-2019"), year).toBe(true);
  });
});

describe("words that stand in every text", () => {
  test("are not looked for beside others, and alone are named instead of finding nothing", async () => {
    expect(await finds("the letter of the welcome", "A welcome letter")).toBe(true);
    const question = await askOf(ctx, "The");
    expect(question).toMatchObject({ words: [], tsquery: "", common: ["the"] });
  });
});

describe("whatever is typed", () => {
  const hostile = [
    "",
    "   ",
    "&|!():*'\"\\",
    "a & b | !c:*A <-> (d",
    "';drop table happenings;--",
    "\u0000\u0000nurse\u0000",
    "🩺🎉",
    "1️⃣ ٣ ½ ﷺ",
    "عامل صحي",
    "\u202eesrun",
    "हिन्दी ภาษาไทย 각",
    "%_%",
    "\ud800 half",
    "x".repeat(10_000),
    "nurse ".repeat(2_000),
  ];
  test.each(hostile.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    "%s is safe",
    async (_name, text) => {
      const question = await askOf(ctx, text);
      expect(question.text.length).toBeLessThanOrEqual(QUESTION_LENGTH * 2);
      await sql`select to_tsquery('english', ${question.tsquery})`.execute(ctx.db);
    },
  );

  test("becomes a query that the database can read, with at most one query of our own", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.string({ unit: fc.constantFrom(..."ab'é&|!():*<>-. \\\"%_1٣\u0301🎉ש"), maxLength: 40 }),
        ),
        async (text) => {
          const count = await countQueries(async () => {
            const question = await askOf(ctx, text);
            await sql`select to_tsquery('english', ${question.tsquery})`.execute(ctx.db);
          });
          expect(count).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("a word that was learned is found as it was learned and never corrected", async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z]{4,12}$/), async (word) => {
        await transact(ctx, (ctx) => learnWords(ctx, word));
        expect((await askOf(ctx, word)).corrected).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
