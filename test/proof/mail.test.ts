import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { findFreePort } from "#kit/free-port.ts";
import { startSmtp, type ThrowAwaySmtp } from "#kit/smtp.ts";
import { openWorld, type World } from "#kit/world.ts";
import { transact } from "#platform/database/transact.ts";
import { queueMail, SEND_MAIL } from "#platform/mail/mail.ts";
import { openPostOffice } from "#platform/mail/post-office.ts";
import type { MailState } from "#platform/mail/tables.ts";

const SENDER = "Commons <commons@commons.test>";

describe("a mail is a row before it is sent", () => {
  let smtp: ThrowAwaySmtp;
  let world: World;
  beforeEach(async () => {
    smtp = await startSmtp();
    world = await openWorld({ postOffice: openPostOffice(smtp.url, SENDER) });
  });
  afterEach(async () => {
    await world.close();
    await smtp.stop();
  });

  async function write(count: number): Promise<void> {
    const ctx = await world.ctx({ kind: "system", name: "Test" });
    for (let index = 0; index < count; index += 1) {
      await transact(ctx, (inner) =>
        queueMail(inner, {
          kind: "test",
          to: `reader-${index}@readers.test`,
          subject: `Letter ${index}`,
          text: "Dear reader",
          html: "<p>Dear reader</p>",
        }),
      );
    }
  }

  const rows = () =>
    world.house.ground.database.db
      .selectFrom("mails")
      .select(["id", "recipient", "state", "tries", "last_problem"])
      .execute();

  async function inState(state: MailState): Promise<number> {
    return (await rows()).filter((row) => row.state === state).length;
  }

  /** What waits for its next try, and for how many seconds more; `hurry` lets it wait no longer. */
  async function pauses(): Promise<number[]> {
    const { rows } = await world.house.ground.database.pool.query<{ seconds: number }>(
      `select extract(epoch from start_after - now())::float as seconds from jobs.job
       where name = $1 and state = 'retry'`,
      [SEND_MAIL],
    );
    return rows.map(({ seconds }) => seconds);
  }
  const hurry = () =>
    world.house.ground.database.pool.query("update jobs.job set start_after = now() where state = 'retry'");

  it("waits with growing pauses while no mail server answers, and goes out once when it does", async () => {
    const port = await findFreePort();
    const dead = await openWorld({ postOffice: openPostOffice(`smtp://127.0.0.1:${port}`, SENDER) });
    onTestFinished(() => dead.close());
    await world.close();
    world = dead;
    await write(1);

    const waits: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await world.runJobs();
      expect(await rows()).toMatchObject([{ state: "queued", tries: attempt }]);
      waits.push(...(await pauses()));
      await hurry();
    }
    expect(waits).toHaveLength(3);
    expect(waits[0]).toBeGreaterThan(5);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));

    const late = await startSmtp(port);
    onTestFinished(() => late.stop());
    await world.runJobs();
    await hurry();
    await world.runJobs();
    expect(late.messages.map(({ recipients }) => recipients)).toEqual([["reader-0@readers.test"]]);
    expect(await rows()).toMatchObject([{ state: "sent", tries: 4, last_problem: null }]);
  });

  it("is not tried again at an address that does not exist, and editors see why", async () => {
    smtp.refuseRecipient("reader-0@readers.test", 550);
    await write(2);
    await world.runJobs();
    const refused = (await rows()).find(({ recipient }) => recipient === "reader-0@readers.test");
    expect(refused).toMatchObject({ state: "failed", tries: 1 });
    expect(refused?.last_problem).toMatch(/550/);
    expect(await pauses()).toEqual([]);
    expect(smtp.messages).toHaveLength(1);

    const outbox = await world.page("/desk/outbox", { as: await world.person("editor") });
    expect(outbox).toContain("reader-0@readers.test");
    const page = await world.page(`/desk/outbox/${refused?.id}`, { as: await world.person("editor") });
    expect(page).toMatch(/550/);
  });

  it("is given up after nine tries, and goes out when an editor sends it again", async () => {
    smtp.decide(() => 451);
    await write(1);
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await world.runJobs();
      await hurry();
    }
    expect(await rows()).toMatchObject([{ state: "failed", tries: 9 }]);

    smtp.decide(() => undefined);
    const [{ id } = { id: "" }] = await rows();
    await world.post(`/desk/outbox/${id}/sending`, { as: await world.person("editor"), form: {} });
    await world.runJobs();
    expect(await inState("sent")).toBe(1);
    expect(smtp.messages).toHaveLength(1);
  });

  it("arrives exactly once, however often the mail server refuses or hangs up before it says yes", async () => {
    // The same accidents in every run: a mail is refused, cut off or taken by its number and by how often it came.
    const tries = new Map<string, number>();
    smtp.decide(({ subject = "" }) => {
      const attempt = (tries.get(subject) ?? 0) + 1;
      tries.set(subject, attempt);
      const chance = (Number(subject.slice("Letter ".length)) * 7 + attempt * 5) % 10;
      if (chance < 2) return 451;
      if (chance < 4) return "hang-up";
      return undefined;
    });
    await write(200);
    for (let round = 0; round < 9 && (await inState("sent")) < 200; round += 1) {
      // Several workers at once, who might get in each other's way.
      await Promise.all(Array.from({ length: 4 }, () => world.runJobs()));
      await hurry();
    }
    expect(await inState("sent")).toBe(200);
    const arrived = smtp.messages.map(({ recipients }) => recipients[0]);
    expect(arrived).toHaveLength(200);
    expect(new Set(arrived).size).toBe(200);
    expect([...tries.values()].some((count) => count > 1)).toBe(true);
  });

  it("does not wait for others when many are written at once", async () => {
    await world.house.work();
    await write(60);
    // One for each time that it looks would take two minutes.
    await smtp.waitFor(() => smtp.messages.length === 60, 40_000);
    await expect.poll(() => inState("sent"), { timeout: 10_000 }).toBe(60);
  });
});
