import { setTimeout as pause } from "node:timers/promises";
import { ask, BROWSER_HEADERS } from "../answer.ts";
import { throwDice } from "../dice.ts";
import type { Plot } from "../grounds.ts";
import { subjects } from "../population.ts";
import { startSite } from "../processes.ts";
import type { Bench } from "../rates.ts";
import { milliseconds, type Row, SHOWN_DATABASE } from "../report.ts";
import { median } from "../statistics.ts";

const YEARS = "from=2015&to=2016&ownership=all";
const analysisOf = (counties: string, level: string) =>
  `/api/v1/industry/analysis?counties=${counties}&${YEARS}&level=${level}`;

const SHERIDAN_AND_JOHNSON = "56019,56033";
const CENTRAL_OHIO =
  "39041,39045,39047,39049,39073,39083,39089,39091,39097,39101,39117,39127,39129,39141,39159";
/** Each of two to five counties, in a state of its own. */
const TEN_TEAMS = [
  "56019,56033",
  "08013,08059,08123",
  "30031,30067",
  "41005,41051,41067",
  "48029,48091,48187,48259",
  "37063,37135,37183",
  "26081,26139",
  "55009,55087,55139",
  "13121,13089,13067,13135,13063",
  "36029,36063",
];
const MOST_TIMES_ALONE = 3;
/** Between an answer and the next question of a team: somebody reads meanwhile. */
const READING = { least: 500, most: 1500 };

/** What analyses cost where every county of two years is held to six digits, every answer made afresh. */
export async function measureAnalysis(bench: Bench, plot: Plot): Promise<Row[]> {
  const [sector] = subjects().sectors;
  await plot.prepare(async (pool) => {
    await pool.query(
      "insert into sector_codes (sector, code, vintage) values ($1, '62', 2017) on conflict do nothing",
      [sector!.id],
    );
  });
  const site = await startSite({ ...plot.env, PAGE_CACHE_MB: "0" });
  const asked = bench.quick ? 30 : 100;
  const row = (what: string, measured: string, target: string, passes: boolean): Row => ({
    database: SHOWN_DATABASE[bench.database],
    happenings: bench.happenings,
    what,
    measured,
    target,
    passes,
  });
  const one = async (what: string, path: string, most: number, times = asked) => {
    const found = await timesOf(site.origin + path, times);
    return row(
      what,
      `median ${milliseconds(median(found.warm))} of ${times}, the first ${milliseconds(found.first)}`,
      `≤ ${most >= 1000 ? `${most / 1000} s` : `${most} ms`}`,
      median(found.warm) <= most,
    );
  };
  try {
    const screen = `/industry/screen?sector=${sector!.slug}&${YEARS}`;
    return [
      await one("analysis of two counties, all sectors", analysisOf(SHERIDAN_AND_JOHNSON, "sector"), 40),
      await one("analysis of 15 counties, four digits", analysisOf(CENTRAL_OHIO, "4"), 100),
      await one("one sector in every county, the page with its map", screen, 1500, bench.quick ? 5 : 15),
      await tenTeams(site.origin, asked, row),
    ];
  } finally {
    await site.stop();
  }
}

/** Ten teams who ask and read and ask again, each held against itself when it asks alone. */
async function tenTeams(
  origin: string,
  asked: number,
  row: (what: string, measured: string, target: string, passes: boolean) => Row,
): Promise<Row> {
  const urls = TEN_TEAMS.map((counties) => origin + analysisOf(counties, "3"));
  const alone: number[] = [];
  for (const url of urls) alone.push(median((await timesOf(url, asked / 2)).warm));
  const together = await Promise.all(
    urls.map(async (url, team) => {
      const dice = throwDice(team);
      const times: number[] = [];
      for (let turn = 0; turn < asked / 5; turn += 1) {
        await pause(READING.least + dice.next() * (READING.most - READING.least));
        times.push(await timeOf(url));
      }
      return median(times);
    }),
  );
  const worst = Math.max(...together.map((time, team) => time / alone[team]!));
  return row(
    "ten teams at once, three digits, each reading a second between its questions",
    `the slowest ${worst.toFixed(2)} times alone: medians ${milliseconds(median(together))} beside ${milliseconds(median(alone))}`,
    `≤ ${MOST_TIMES_ALONE} times`,
    worst <= MOST_TIMES_ALONE,
  );
}

/** One after the other. The first reads what the others find in memory. */
async function timesOf(url: string, times: number): Promise<{ first: number; warm: number[] }> {
  const first = await timeOf(url);
  await timeOf(url);
  const warm: number[] = [];
  for (let turn = 0; turn < times; turn += 1) warm.push(await timeOf(url));
  return { first, warm };
}

async function timeOf(url: string): Promise<number> {
  const answer = await ask(url, { headers: BROWSER_HEADERS });
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}`);
  return answer.milliseconds;
}
