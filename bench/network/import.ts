import { setTimeout as pause } from "node:timers/promises";
import { csvLine } from "#base/csv.ts";
import { becomeFirstEditor } from "#kit/first-editor.ts";
import { residentMegabytes } from "../accounting.ts";
import { ask } from "../answer.ts";
import { throwDice } from "../dice.ts";
import type { Plot } from "../grounds.ts";
import { STATES } from "../population.ts";
import { startSite } from "../processes.ts";
import { words } from "../prose.ts";
import type { Bench } from "../rates.ts";
import { type Row, SHOWN_DATABASE } from "../report.ts";

const LONGEST_SECONDS = 60;
const MOST_RESIDENT = 600;

/** A table of organizations that are not there yet, as a spreadsheet program saves it. */
function table(count: number): string {
  const dice = throwDice(count + 1);
  const lines = Array.from({ length: count }, (_, index) =>
    csvLine([`${words(dice, 2)} Works ${index}`, "business", dice.oneOf(STATES).toUpperCase()]),
  );
  return csvLine(["name", "kind", "state"]) + lines.join("");
}

/** Brings a large table: the dry run of every row, and then all of them taken in, as an editor does both. */
export async function measureImport(bench: Bench, plot: Plot, count: number): Promise<Row[]> {
  const site = await startSite(plot.env);
  try {
    const headers = { cookie: await becomeFirstEditor(site.origin, site.printed()) };
    const form = new FormData();
    form.append("file", new Blob([table(count)], { type: "text/csv" }), "organizations.csv");
    let most = residentMegabytes(site.pid);
    const since = performance.now();
    const sent = await fetch(`${site.origin}/desk/exchange/organizations/imports`, {
      method: "POST",
      headers: { ...headers, origin: site.origin, "sec-fetch-site": "same-origin" },
      body: form,
      redirect: "manual",
    });
    const address = sent.headers.get("location");
    if (!address)
      throw new Error(`The table was answered with ${sent.status}: ${(await sent.text()).slice(0, 500)}`);

    async function untilIn(state: string): Promise<number> {
      for (;;) {
        const answer = await ask(`${site.origin}${address}/progress`, { headers });
        most = Math.max(most, residentMegabytes(site.pid));
        const { state: found } = JSON.parse(answer.body.toString("utf8")) as { state: string };
        if (found === state) return (performance.now() - since) / 1000;
        if (["refused", "failed", "dropped"].includes(found)) throw new Error(`The import is ${found}`);
        await pause(250);
      }
    }
    const tried = await untilIn("tried");
    const page = (await ask(`${site.origin}${address}`, { headers })).body.toString("utf8");
    const tries = /name="tries" value="(\d+)"/.exec(page)?.[1] ?? "";
    await fetch(`${site.origin}${address}/taking-in`, {
      method: "POST",
      headers: { ...headers, origin: site.origin, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ tries }),
      redirect: "manual",
    });
    const done = await untilIn("done");
    return [
      {
        what: `import of ${count.toLocaleString("en-US")} rows, dry run and taking in`,
        database: SHOWN_DATABASE[bench.database],
        happenings: null,
        measured: `${tried.toFixed(1)} s and ${(done - tried).toFixed(1)} s, at most ${most} MB resident`,
        target: `≤ ${LONGEST_SECONDS} s, < ${MOST_RESIDENT} MB`,
        passes: done <= LONGEST_SECONDS && most < MOST_RESIDENT,
      },
    ];
  } finally {
    await site.stop();
  }
}
