import type pg from "pg";
import { becomeFirstEditor } from "#kit/first-editor.ts";
import { ask } from "./answer.ts";
import { startCountingProxy } from "./counting-proxy.ts";
import { throwDice } from "./dice.ts";
import type { Plot } from "./grounds.ts";
import { STATES } from "./population.ts";
import { startSite } from "./processes.ts";
import { story, title, words } from "./prose.ts";
import type { Bench } from "./rates.ts";
import { milliseconds, type Row, rate, SHOWN_DATABASE } from "./report.ts";

const MOST_STATEMENTS = 12;

/** Updates that wait on the desk, as the form writes them: row, first version and sender. */
export async function fillDesk(pool: pg.Pool, count: number): Promise<void> {
  const dice = throwDice(500);
  for (let index = 0; index < count; index += 1) {
    const content = {
      kind: "news",
      title: title(dice),
      summary: words(dice, 22),
      story: story(dice),
      state: dice.oneOf(STATES),
      alsoStates: [],
      place: words(dice, 2),
      partnership: `${words(dice, 2)} Partnership`,
      sectors: [],
      topics: [],
      credit: words(dice, 4),
      source: { name: "", url: null, note: "" },
      license: "cc-by",
      artefacts: [],
    };
    const id = dice.uuid();
    await pool.query(
      `insert into happenings (id, stage, kind, title, summary, story, state_code, place, partnership, credit, license,
         created_at, changed_at, stage_since)
       select $1, 'received', c->>'kind', c->>'title', c->>'summary', c->>'story', c->>'state', c->>'place',
         c->>'partnership', c->>'credit', c->>'license', at, at, at
       from (select $2::jsonb as c, now() - $3 * interval '1 hour' as at) given`,
      [id, JSON.stringify(content), count - index],
    );
    await pool.query("insert into happening_states (happening, state_code) values ($1, $2)", [
      id,
      content.state,
    ]);
    await pool.query(
      `insert into happening_versions (happening, number, content, at, by_kind, by_name)
       values ($1, 1, $2, now(), 'submitter', 'Sam Sender')`,
      [id, JSON.stringify(content)],
    );
    await pool.query(
      `insert into submissions (happening, name, email, consented_at, consent_text, channel, sent_at, confirmed_at, link_key)
       values ($1, 'Sam Sender', $2, now(), 'Yes.', 'form', now(), now(), 'key')`,
      [id, `sender-${index}@senders.test`],
    );
  }
  await pool.query("vacuum (analyze)");
}

/** The desk of an editor with many updates waiting: how fast, and with how many statements. */
export async function measureDesk(bench: Bench, plot: Plot, waiting: number): Promise<Row> {
  const proxy = plot.env.DATABASE_URL ? await startCountingProxy(plot.env.DATABASE_URL) : undefined;
  const site = await startSite({ ...plot.env, ...(proxy ? { DATABASE_URL: proxy.url } : {}) });
  try {
    const headers = { cookie: await becomeFirstEditor(site.origin, site.printed()) };
    const answer = await ask(`${site.origin}/desk`, { headers });
    if (answer.status !== 200) throw new Error(`The desk was answered with ${answer.status}`);
    const counts: number[] = [];
    // The house's own jobs send statements too: the smallest of several counts is the page's.
    for (let time = 0; proxy && time < 15; time += 1) {
      proxy.reset();
      await ask(`${site.origin}/desk`, { headers });
      counts.push(proxy.statements().length);
    }
    const how = { clients: 4, seconds: bench.quick ? 1 : 3 };
    const report = await bench.loader.run({ origin: site.origin, paths: ["/desk"], headers, how });
    if (report.failed > 0) throw new Error(`${report.failed} requests for the desk failed`);
    const speed = `${rate(report.perSecond)}, p99 ${milliseconds(report.p99)} at 4 clients`;
    const statements = Math.min(...counts);
    return {
      what: `the desk of an editor, ${waiting} waiting`,
      database: SHOWN_DATABASE[bench.database],
      happenings: bench.happenings,
      measured: proxy ? `${statements} statements; ${speed}` : speed,
      target: proxy ? `≤ ${MOST_STATEMENTS} statements` : "",
      passes: proxy ? statements <= MOST_STATEMENTS : null,
    };
  } finally {
    await site.stop();
    proxy?.stop();
  }
}
