import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCli } from "#kit/cli.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "industry-commands-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (...args: string[]) =>
  runCli(["industry", ...args], { env: { DATA_DIR: join(folder, "data") }, folder });

it("a small table needs no site, and JSON is all that is printed", async () => {
  await writeFile(
    join(folder, "jobs.csv"),
    "industry,region0,region1,nation0,nation1\nI,2,4,10,20\nII,8,6,90,80\n",
  );
  const { code, answer, said } = await cli("shift-share", "jobs.csv", "--method", "dunn", "--json");
  expect(code).toBe(0);
  expect(said).toBe(answer);
  expect(JSON.parse(answer).totals).toMatchObject({ change: 0, leftOut: [] });
  expect(JSON.parse((await cli("lq", "--json", "jobs.csv")).answer).rows[0].lq0).toBe(2);
});

it("what is wrong stands beside the answer, not in it: 1 for a bad file, 2 for what nobody can follow", async () => {
  await writeFile(join(folder, "bad.csv"), "industry,region0,region1,nation0,nation1\nI,2,four,10,20\n");
  const bad = await cli("lq", "bad.csv", "--json");
  expect(bad).toMatchObject({ code: 1, answer: "" });
  expect(bad.said).toContain("bad.csv, line 2, column region1: “four” is not a number.");
  const wrong = await cli("shift-share", "bad.csv", "--method", "magic");
  expect(wrong).toMatchObject({
    code: 2,
    answer: "",
    said: expect.stringContaining("--method cannot be “magic”."),
  });
});

it("a question that the figures cannot answer is refused by the option it is about, with nothing in the answer", async () => {
  const nowhere = await cli("analyze", "--counties", "56999", "--from", "2016", "--to", "2015", "--json");
  expect(nowhere).toMatchObject({ code: 1, answer: "" });
  expect(nowhere.said).toContain("--counties: ");
  const torn = await cli("analyze", "--counties", "56033", "--level", "3", "--sectors", "healthcare");
  expect(torn).toMatchObject({
    code: 1,
    answer: "",
    said: expect.stringContaining("--sectors names sectors"),
  });
  expect(await cli("analyze")).toMatchObject({
    code: 2,
    said: expect.stringContaining("industry analyze needs --counties LIST"),
  });
});
