import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { becomeFirstEditor } from "#kit/first-editor.ts";
import { makeParcel, type Parcel, type Receipt, sendParcel, takeStock } from "#kit/parcels.ts";
import { type ServerProcess, startServer } from "#kit/server-process.ts";
import { startSmtp, type ThrowAwaySmtp } from "#kit/smtp.ts";
import { newStanding, type Standing } from "./testing/standing.ts";

const SENDERS = 8;
const FILE_BYTES = 20_000;
// `KILLS=50 npm test -- test/proof/kill` is the whole proof, for whoever changed how things are written down.
// A PostgreSQL outlives the server that is killed, and its promise is its own; here it is ours alone.
const KILLS = process.env.TEST_POSTGRES_URL ? 4 : Number(process.env.KILLS ?? 14);
/** Side by side, because most of a round is a start, and most of a start is waiting for the disk. */
const SITES = 2;

/** Milliseconds. */
const MOMENT = 4_000;
const PATIENCE = 30_000;

type Deed = "sent" | "confirmed" | "published";

/** After which answer the server is killed, round by round: soon after the start, or in the middle of everything. */
const AWAITED: readonly (Deed | undefined)[] = [undefined, "sent", "confirmed", "published", "published"];

/** Each update as far as the site has answered for it. */
interface Case {
  parcel: Parcel;
  receipt: Receipt | undefined;
  confirmed: boolean;
  published: boolean;
}

async function post(
  origin: string,
  path: string,
  fields: Record<string, string>,
  cookie = "",
): Promise<void> {
  const response = await fetch(origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin", cookie },
    body: new URLSearchParams(fields),
  });
  const page = await response.text();
  if (response.status !== 303) {
    throw new Error(
      `${path} was answered with ${response.status}: ${page.replace(/<[^>]*>/g, " ").slice(-600)}`,
    );
  }
}

/** Eight people send, one after the other opens the links in their mailboxes, and an editor publishes, until the end. */
class Crew {
  readonly cases: Case[] = [];
  #readMails = 0;
  #marks = 0;
  readonly #answers = { sent: 0, confirmed: 0, published: 0 };

  constructor(
    readonly cookie: string,
    readonly smtp: ThrowAwaySmtp,
  ) {}

  /** Waits for the next answer of a kind, but not for ever: a slow site may be killed too. */
  async answered(kind: Deed): Promise<void> {
    const before = this.#answers[kind];
    const deadline = Date.now() + MOMENT;
    while (this.#answers[kind] === before && Date.now() < deadline) await pause(5);
  }

  /** Works until the server is gone; anything but a broken line is a mistake and thrown. */
  async work(server: ServerProcess, isOver: () => boolean): Promise<void> {
    // Whoever got no answer sends the very same form again, as people do.
    const unanswered = this.cases.filter(({ receipt }) => !receipt);
    const next = () => unanswered.shift() ?? this.#newCase();
    const until = async (kind: Deed, deed: () => Promise<boolean>) => {
      while (!isOver()) {
        try {
          if (await deed()) this.#answers[kind] += 1;
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
          // The line broke: whether it was done, nobody knows.
          return;
        }
      }
    };
    await Promise.all([
      ...Array.from({ length: SENDERS }, () => until("sent", () => this.#send(server, next()))),
      until("confirmed", () => this.#confirm(server)),
      until("published", () => this.#publish(server)),
    ]);
  }

  #newCase(): Case {
    this.#marks += 1;
    const parcel = makeParcel(`case-${this.#marks}`, FILE_BYTES);
    const one = { parcel, receipt: undefined, confirmed: false, published: false };
    this.cases.push(one);
    return one;
  }

  async #send(server: ServerProcess, one: Case): Promise<boolean> {
    one.receipt = await sendParcel(server.origin, one.parcel, this.cases.indexOf(one));
    return true;
  }

  async #confirm(server: ServerProcess): Promise<boolean> {
    const mail = this.smtp.messages[this.#readMails];
    if (!mail) return pause(20, false);
    const path = /\/share\/confirm\/[\w-]+\/[\w-]+/.exec(mail.text ?? "")?.[0];
    const one = this.cases.find(({ parcel }) => parcel.email === mail.recipients[0]);
    if (path && one) await post(server.origin, path, {});
    // A mail whose answer got lost is opened once more.
    this.#readMails += 1;
    if (!path || !one) return false;
    one.confirmed = true;
    return true;
  }

  async #publish(server: ServerProcess): Promise<boolean> {
    const one = this.cases.find(({ receipt, confirmed, published }) => receipt && confirmed && !published);
    if (!one?.receipt) return pause(20, false);
    // A publication that nobody answered for may have happened, and cannot happen twice.
    const path = `/desk/happenings/${one.receipt.id}`;
    const page = await fetch(server.origin + path, { headers: { cookie: this.cookie } });
    const stage = /name="stage" value="([a-z-]+)"/.exec(await page.text())?.[1] ?? "unknown";
    if (stage !== "published") {
      await post(server.origin, `${path}/publication`, { version: "1", stage }, this.cookie);
    }
    one.published = true;
    return true;
  }
}

async function readiness(server: ServerProcess): Promise<unknown> {
  const answer = await fetch(`${server.origin}/readyz`);
  return { status: answer.status, parts: await answer.json() };
}

/** A site of its own that is killed once in each of these rounds. @returns everything that was tried there */
async function killInEach(rounds: number[]): Promise<Case[]> {
  const standing = await newStanding();
  const smtp = await startSmtp();
  try {
    const start = () =>
      startServer({
        dataDir: standing.dataDir,
        env: { ...standing.env, SMTP_URL: smtp.url, SITE_URL: "http://commons.test", TRUSTED_PROXIES: "1" },
        readyWithin: 90_000,
      });
    const first = await start();
    const crew = new Crew(await becomeFirstEditor(first.origin, first.logs()), smtp);
    await first.stop();
    for (const round of rounds) await killOnce(await start(), crew, round);

    const last = await start();
    await expect.poll(() => readiness(last), { timeout: PATIENCE }).toMatchObject({ status: 200 });
    await last.kill("SIGTERM");
    await last.stop();
    await expectNothingLost(standing, crew.cases);
    return crew.cases;
  } finally {
    await smtp.stop();
    await standing.clear();
  }
}

async function killOnce(server: ServerProcess, crew: Crew, round: number): Promise<void> {
  await expect
    .poll(() => readiness(server), { timeout: PATIENCE })
    .toEqual({ status: 200, parts: { database: "ok", jobs: "ok", disk: "ok" } });
  let over = false;
  const work = crew.work(server, () => over);
  // Any moment of the work: some die with their first requests on the way, most in the middle of it.
  const awaited = AWAITED[round % AWAITED.length];
  if (awaited) await crew.answered(awaited);
  await pause((round * 137) % 400);
  over = true;
  await server.stop();
  await work;
}

async function expectNothingLost(standing: Standing, cases: Case[]): Promise<void> {
  await standing.look(async (pool, files) => {
    const { wrong, stages } = await takeStock(pool, files, cases);
    expect(wrong).toEqual([]);
    const { rows } = await pool.query<{ title: string; readable: boolean }>(
      `select h.title, bool_and(m.visibility = 'public') and h.slug is not null and h.listed_at is not null as readable
       from happenings h join artefacts a on a.happening = h.id join media m on m.id = a.media
       where h.stage = 'published' group by h.id`,
    );
    const readable = new Set(rows.filter((row) => row.readable).map(({ title }) => title));
    const isLost = ({ parcel, confirmed, published }: Case) => {
      const stage = stages.get(parcel.mark);
      if (published) return stage !== "published" || !readable.has(parcel.title);
      return confirmed && stage !== "received" && stage !== "published";
    };
    expect(cases.filter(isLost).map(({ parcel }) => parcel.mark)).toEqual([]);
    // What nobody answered for is whole or absent, and never readable in part.
    expect(rows.filter((row) => !row.readable)).toEqual([]);
  });
}

it(`what was acknowledged is there, whole and once, after ${KILLS} kills`, async () => {
  const rounds = Array.from({ length: KILLS }, (_, round) => round);
  const sites = Array.from({ length: SITES }, (_, site) => rounds.filter((round) => round % SITES === site));
  const cases = (await Promise.all(sites.map(killInEach))).flat();

  const count = (what: (one: Case) => unknown) => cases.filter(what).length;
  const done = {
    sent: count(({ receipt }) => receipt),
    confirmed: count(({ confirmed }) => confirmed),
    published: count(({ published }) => published),
  };
  process.stdout.write(`${KILLS} kills: ${JSON.stringify(done)}\n`);
  // Were next to nothing done between the kills, none of the above would mean anything.
  expect(done.sent).toBeGreaterThan(KILLS);
  expect(done.confirmed).toBeGreaterThan(KILLS / 8);
  expect(done.published).toBeGreaterThan(KILLS / 16);
}, 600_000);
