import { describe, expect, it } from "vitest";
import { KeptValues } from "./kept-values.ts";

describe("kept values", () => {
  it("are made once, also for those who ask while they are being made", async () => {
    const values = new KeptValues();
    let made = 0;
    const make = async () => ++made;
    expect(await Promise.all([values.keep("a", make), values.keep("a", make)])).toEqual([1, 1]);
    expect(await values.keep("a", make)).toBe(1);
    expect(await values.keep("b", make)).toBe(2);
  });

  it("begun before a change are not kept after it", async () => {
    const values = new KeptValues();
    let arrive: (value: string) => void = () => {};
    const before = values.keep("list", () => new Promise<string>((resolve) => (arrive = resolve)));
    values.clear();
    arrive("old");
    expect(await before).toBe("old");
    expect(await values.keep("list", async () => "new")).toBe("new");
  });

  it("that failed are asked for again", async () => {
    const values = new KeptValues();
    const failing = values.keep("list", () => Promise.reject(new Error("the database is away")));
    await expect(failing).rejects.toThrow("away");
    expect(await values.keep("list", async () => "here")).toBe("here");
  });

  it("are not kept at all while changes of others cannot be heard", async () => {
    const values = new KeptValues();
    await values.keep("list", async () => 1);
    values.pause();
    expect(await values.keep("list", async () => 2)).toBe(2);
    expect(await values.keep("list", async () => 3)).toBe(3);
    values.resume();
    expect(await values.keep("list", async () => 4)).toBe(4);
    expect(await values.keep("list", async () => 5)).toBe(4);
  });
});
