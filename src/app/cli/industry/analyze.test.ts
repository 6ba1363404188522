import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorld, type World } from "#kit/world.ts";
import { CommandProblem } from "../command.ts";
import { analyzeCommand } from "./analyze.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
});
afterAll(() => world.close());

async function analyzed(options: Record<string, string>): Promise<string> {
  const lines: string[] = [];
  const code = await analyzeCommand.run([], {
    ground: world.house.ground,
    house: async () => world.house,
    options: new Map(Object.entries(options)),
    say: (line) => lines.push(line),
    signal: new AbortController().signal,
  });
  expect(code).toBe(0);
  return lines.join("\n");
}

const BIGHORNS = { counties: "56033,56019", from: "2015", to: "2016" };

it.each<Record<string, string>>([
  { ...BIGHORNS, level: "sector" },
  { ...BIGHORNS, ownership: "private", level: "3" },
  { ...BIGHORNS, sectors: "healthcare" },
])("with %j the command line and the API give the same numbers", async (options) => {
  const printed = JSON.parse(await analyzed({ ...options, json: "" }));
  const response = await world.get(`/api/v1/industry/analysis?${new URLSearchParams(options)}`);
  expect(response.status).toBe(200);
  expect(printed).toEqual(await response.json());
  expect(printed.rows.length).toBeGreaterThan(0);
});

it("what is withheld has no number, lies between two bounds, and is told so to people, too", async () => {
  const { rows } = JSON.parse(await analyzed({ ...BIGHORNS, level: "sector", json: "" }));
  const farming = rows.find(({ industry }: { industry: string }) => industry === "11");
  expect(farming).toMatchObject({
    jobs1: null,
    lq1: null,
    withheldCounties: 1,
    counties: 2,
    totalWages1: null,
  });
  expect(farming.lower1).toBeGreaterThan(0);
  expect(farming.upper1).toBeGreaterThan(farming.lower1);
  const text = await analyzed({ ...BIGHORNS, level: "sector" });
  const inText = `${farming.lower1} to ${farming.upper1.toLocaleString("en-US")}`;
  expect(text.split("\n").find((line) => line.startsWith("11 "))).toContain(inText);
  expect(text).toContain("Quarterly Census of Employment and Wages");
});

it("what cannot be answered is refused by the option it is about", async () => {
  await expect(analyzed({ counties: "56999" })).rejects.toThrow(CommandProblem);
  await expect(analyzed({ ...BIGHORNS, from: "2016", to: "2015" })).rejects.toThrow(
    "--to: The last period must",
  );
  await expect(analyzed({ ...BIGHORNS, from: "1815" })).rejects.toThrow(
    "--from: No figures of 1815 are held.",
  );
  await expect(analyzed({ ...BIGHORNS, level: "3", sectors: "healthcare" })).rejects.toThrow(
    "--sectors names sectors",
  );
});
