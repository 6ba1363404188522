import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#kit/database.ts";
import type { Database } from "../database.ts";

/** What the rest of the house counts on. The suite runs it on the embedded database and on a server. */
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(async () => {
  await database.close();
});

test.each([
  ["9007199254740991::bigint", 9007199254740991],
  ["count(*)", 1],
  ["sum(2)", 2],
  ["'12345678901234567890.12'::numeric", "12345678901234567890.12"],
  ["1.5::float8", 1.5],
  ["'2018-03-31'::date", "2018-03-31"],
  ["'0001-01-01'::date", "0001-01-01"],
  ["'2018-03-31 23:30:00.123+02'::timestamptz", new Date("2018-03-31T21:30:00.123Z")],
  [`'{"a": [1, null, "ü"]}'::jsonb`, { a: [1, null, "ü"] }],
  ["'null'::jsonb", null],
  ["'\\xdeadbeef00'::bytea", Buffer.from("deadbeef00", "hex")],
  ["array['a', null, 'c,\"d']::text[]", ["a", null, 'c,"d']],
  ["array[1, 2]::int[]", [1, 2]],
  ["array[1, 2]::bigint[]", [1, 2]],
  ["'{}'::text[]", []],
  ["array['2018-03-31']::date[]", ["2018-03-31"]],
  ["true", true],
  ["null::text", null],
  ["'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
])("%s reads as it does everywhere", async (sql, value) => {
  const { rows } = await database.pool.query(`select ${sql} as value`);
  expect(rows).toEqual([{ value }]);
});

test.each([
  ["bigint", 9007199254740991],
  ["date", "2018-03-31"],
  ["timestamptz", new Date("2018-03-31T21:30:00.123Z")],
  ["jsonb", { list: [1, "zwei", null], quote: "\"'\\" }],
  ["bytea", Buffer.from([0, 1, 127, 128, 255])],
  ["text[]", ["plain", 'quoted "," \\', null, "", "{}"]],
  ["text", "emoji 🏭, right to left שלום, newline\nand tab\t"],
  ["boolean", false],
])("a %s parameter comes back as it went in", async (type, value) => {
  const { rows } = await database.pool.query(`select $1::${type} as value`, [value]);
  expect(rows).toEqual([{ value }]);
});

test("a text of a megabyte comes back whole", async () => {
  const text = "šablona ".repeat(131_072);
  const { rows } = await database.pool.query("select $1::text as text, length($1) as length", [text]);
  expect(rows[0].length).toBe(text.length);
  expect(rows[0].text === text).toBe(true);
});

test("a statement may have ten thousand parameters", async () => {
  const values = Array.from({ length: 10_000 }, (_, at) => at);
  const places = values.map((at) => `($${at + 1}::int)`).join();
  const { rows } = await database.pool.query(`select sum(v) as total from (values ${places}) t(v)`, values);
  expect(rows).toEqual([{ total: 49_995_000 }]);
});

test("many rows arrive in order", async () => {
  const { rows } = await database.pool.query("select n from generate_series(1, 20000) n order by n desc");
  expect(rows.length).toBe(20_000);
  expect([rows[0].n, rows.at(-1).n]).toEqual([20_000, 1]);
});

test("an error carries PostgreSQL's code and names, and the pool goes on", async () => {
  await database.pool.query("create table seat (number int constraint one_each unique)");
  await database.pool.query("insert into seat values (1)");
  await expect(database.pool.query("insert into seat values ($1)", [1])).rejects.toMatchObject({
    code: "23505",
    table: "seat",
    constraint: "one_each",
    detail: "Key (number)=(1) already exists.",
  });
  expect((await database.pool.query("select count(*) from seat")).rows).toEqual([{ count: 1 }]);
});

test("after an error a transaction takes nothing but its rollback, and the connection is good again", async () => {
  const client = await database.pool.connect();
  await client.query("create temp table draft (number int)");
  await client.query("begin");
  await client.query("insert into draft values ($1)", [1]);
  await expect(client.query("insert into draft values ($1)", ["one"])).rejects.toMatchObject({
    code: "22P02",
  });
  await expect(client.query("select 1")).rejects.toMatchObject({ code: "25P02" });
  await client.query("rollback");
  expect((await client.query("select count(*) from draft")).rows).toEqual([{ count: 0 }]);
  client.release();
});

test("a savepoint saves what came before the error", async () => {
  const client = await database.pool.connect();
  await client.query("create temp table step (number int)");
  await client.query("begin; insert into step values (1); savepoint here");
  await expect(client.query("insert into step values ($1)", ["two"])).rejects.toThrow();
  await client.query("rollback to here; insert into step values (3); commit");
  expect((await client.query("select number from step order by 1")).rows).toEqual([
    { number: 1 },
    { number: 3 },
  ]);
  client.release();
});

test("a named statement is prepared once and survives its errors", async () => {
  const half = (number: number) =>
    database.pool.query({ name: "half", text: "select 10 / $1::int as half", values: [number] });
  expect((await half(2)).rows).toEqual([{ half: 5 }]);
  await expect(half(0)).rejects.toMatchObject({ code: "22012" });
  expect((await half(5)).rows).toEqual([{ half: 2 }]);
});

test("who must wait for a connection gets one in turn", async () => {
  const served: number[] = [];
  await Promise.all(
    Array.from({ length: 30 }, async (_, at) => {
      const client = await database.pool.connect();
      await client.query("begin");
      await client.query("select pg_sleep(0.001)");
      await client.query("commit");
      served.push(at);
      client.release();
    }),
  );
  expect(served.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at));
});

test("words sort, fold and match alike", async () => {
  await database.pool.query(
    "create extension if not exists pg_trgm; create extension if not exists unaccent",
  );
  const { rows } = await database.pool.query(`
    select lower('ÄÖÜ') as lower, unaccent('Žluťoučký') as plain, similarity('aprenticeship', 'apprenticeship') > 0.5 as near,
      to_tsvector('english', 'Partnerships are launching') @@ to_tsquery('english', 'partnership & launch') as found`);
  expect(rows).toEqual([{ lower: "äöü", plain: "Zlutoucky", near: true, found: true }]);
});

test("a null byte in text is refused as PostgreSQL refuses it", async () => {
  await expect(database.pool.query("select $1::text as text", ["a\0b"])).rejects.toMatchObject({
    code: "22021",
  });
  expect((await database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
