import { expect, it } from "vitest";
import { KeptValues } from "./kept-values.ts";
import { readOnce } from "./read-once.ts";

const values = new KeptValues();
const asked: string[][] = [];
const read = (ids: string[]) =>
  readOnce(values, "letters", ids, async (missing) => {
    asked.push(missing);
    return missing.filter((id) => id !== "z").map((id) => ({ id, told: id.toUpperCase() }));
  });
const ids = (found: { id: string }[]) => found.map(({ id }) => id).join("");

it("reads what nobody asked for yet, and hands it out in the order that was asked for", async () => {
  expect(ids(await read(["b", "a", "z"]))).toBe("ba");
  expect(ids(await read(["a", "c", "b"]))).toBe("acb");
  expect(ids(await read(["c", "a"]))).toBe("ca");
  expect(asked.splice(0)).toEqual([["b", "a", "z"], ["c"]]);
});

it("reads all of it anew after a change, also where the change came while it was being read", async () => {
  values.clear();
  await read(["a"]);
  let arrive = () => {};
  const before = readOnce(values, "letters", ["b"], async (missing) => {
    await new Promise<void>((resolve) => (arrive = resolve));
    return missing.map((id) => ({ id, told: "old" }));
  });
  await new Promise((resolve) => setImmediate(resolve));
  values.clear();
  arrive();
  expect(await before).toEqual([{ id: "b", told: "old" }]);
  expect(await read(["a", "b"])).toEqual([
    { id: "a", told: "A" },
    { id: "b", told: "B" },
  ]);
});

it("keeps no more than a few thousand", async () => {
  values.clear();
  asked.splice(0);
  const many = Array.from({ length: 2_001 }, (_, index) => `many-${index}`);
  expect(await read(["a", ...many])).toHaveLength(2_002);
  await read(["a"]);
  expect(asked).toHaveLength(1);
  await read(["b"]);
  await read(["a"]);
  expect(asked).toHaveLength(3);
});
