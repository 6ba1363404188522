import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedDatabase, openInMemory } from "./embedded.ts";
import { KeptPlans } from "./kept-plans.ts";

describe("plans that are kept", () => {
  it("are those of statements that come for the third time", () => {
    const plans = new KeptPlans();
    const names = [1, 2, 3, 4].map(() => plans.nameFor("select a from b where c = $1"));
    expect(names.slice(0, 2)).toEqual([undefined, undefined]);
    expect(names[2]).toMatch(/^kept /);
    expect(names[3]).toBe(names[2]);
  });

  it("are not those of searches, whose best way depends on the words", () => {
    const plans = new KeptPlans();
    const texts = [
      "select 1 where words @@ to_tsquery($1)",
      "select 1 where word like $1",
      "select 1 where w % $1",
    ];
    for (const text of texts) {
      const names = [1, 2, 3, 4].map(() => plans.nameFor(text));
      expect(names, text).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  it("are bounded in number, however many statements come", () => {
    const plans = new KeptPlans();
    const kept = new Set<string>();
    for (let number = 0; number < 2_000; number += 1) {
      for (let time = 0; time < 3; time += 1) {
        const name = plans.nameFor(`select ${number} where $1`);
        if (name) kept.add(name);
      }
    }
    expect(kept.size).toBe(150);
  });
});

describe("the embedded database", () => {
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await openInMemory();
    await database.pool.query("create table birds (name text not null, legs integer not null)");
  });
  afterAll(() => database.close());

  const prepared = async () =>
    (await database.pool.query("select statement from pg_prepared_statements")).rows.map(
      (row) => row.statement,
    );

  it("answers alike with and without a kept plan, and keeps none for statements without values", async () => {
    const insert = "insert into birds (name, legs) values ($1, $2)";
    for (const name of ["wren", "heron", "stork", "crane", "owl"])
      await database.pool.query(insert, [name, 2]);
    const select = "select name from birds where legs = $1 order by name";
    for (let time = 0; time < 6; time += 1) {
      const { rows } = await database.pool.query(select, [2]);
      expect(rows.map((row) => row.name)).toEqual(["crane", "heron", "owl", "stork", "wren"]);
      await database.pool.query("select 1; select 2");
    }
    expect((await prepared()).sort()).toEqual([insert, select]);
  });

  it("goes on after a kept statement has failed, and after its table has changed", async () => {
    const insert = "insert into birds (name, legs) values ($1, $2) returning legs";
    for (let time = 0; time < 5; time += 1) await database.pool.query(insert, ["gull", 2]);
    await expect(database.pool.query(insert, ["gull", null])).rejects.toThrow(/null value/);
    await database.pool.query("alter table birds add column song text");
    expect((await database.pool.query(insert, ["lark", 2])).rows).toEqual([{ legs: 2 }]);
    const { rows } = await database.pool.query(
      "select count(*)::integer as larks from birds where name = $1",
      ["lark"],
    );
    expect(rows).toEqual([{ larks: 1 }]);
  });
});
