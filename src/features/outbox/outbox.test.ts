import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countQueries } from "#kit/count-queries.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import { transact } from "#platform/database/transact.ts";
import { type Letter, queueMail } from "#platform/mail/mail.ts";
import type { PostOffice } from "#platform/mail/post-office.ts";
import { adviceOn } from "./rules.ts";

/** A mail server that can be told what to answer. */
const office = { refusing: "", taken: [] as string[] };
const server: PostOffice = {
  delivers: true,
  async send(mail) {
    if (office.refusing)
      throw Object.assign(new Error(office.refusing), { responseCode: 550, command: "RCPT TO" });
    office.taken.push(mail.subject);
  },
  openLines: () => ({ count: 1, ahead: 1, send: async () => {}, close() {} }),
  kept() {},
  close() {},
};

let world: World;
let editor: SignedIn;
let without: World;
let withoutEditor: SignedIn;
beforeAll(async () => {
  world = await openWorld({ postOffice: server });
  editor = await world.person("editor");
  without = await openWorld();
  withoutEditor = await without.person("editor");
});
afterAll(async () => {
  await world.close();
  await without.close();
});

async function write(subject: string, letter: Partial<Letter> = {}, at: World = world): Promise<string> {
  return transact(await at.ctx(), (ctx) =>
    queueMail(ctx, {
      kind: "note",
      to: "vera@example.org",
      subject,
      text: `Dear Vera,\n\nabout <${subject}>`,
      html: "",
      ...letter,
    }),
  );
}

async function failing<T>(why: string, work: () => Promise<T>): Promise<T> {
  office.refusing = why;
  try {
    return await work();
  } finally {
    office.refusing = "";
  }
}

const outbox = (query = "") => world.page(`/desk/outbox${query}`, { as: editor });

describe("the outbox", () => {
  it("shows each mail with what became of it, and its text", async () => {
    const id = await write("Spring launch");
    expect(await outbox("?state=queued")).toContain("Spring launch");
    await world.runJobs();
    expect(await outbox("?state=queued")).not.toContain("Spring launch");
    expect(await outbox("?state=sent")).toContain("Spring launch");
    const html = await outbox(`/${id}`);
    expect(html).toContain("vera@example.org");
    expect(html).toContain("about &lt;Spring launch&gt;");
    expect(html).not.toContain("Send it again");
  });

  it("lets a failed mail be sent again, once, and says what to do", async () => {
    const id = await failing("550 5.1.1 no such mailbox", async () => {
      const id = await write("To nobody");
      await world.runJobs();
      return id;
    });
    const html = await outbox(`/${id}`);
    expect(html).toContain("no such mailbox");
    expect(html).toContain("does not take mail for this address");
    expect((await world.post(`/desk/outbox/${id}/sending`, { as: editor })).status).toBe(303);
    expect((await world.post(`/desk/outbox/${id}/sending`, { as: editor })).status).toBe(409);
    await world.runJobs();
    expect(office.taken.filter((subject) => subject === "To nobody")).toHaveLength(1);
    expect(await world.page("/desk/audit", { as: editor })).toContain("sent the mail “To nobody” again");
  });

  it("does not show an editor the link that signs somebody else in", async () => {
    const id = await write("Your link", { kind: "sign-in-link", text: "https://site/sign-in/secret" });
    await world.runJobs();
    const html = await outbox(`/${id}`);
    expect(html).not.toContain("secret");
    expect(html).toContain("Only its recipient reads this one");
  });

  it("is paged without losing one of several mails written in the same moment", async () => {
    for (let n = 1; n <= 60; n += 1) await write(`Bulk number ${n}.`);
    const seen: string[] = [];
    for (let path: string | undefined = "/desk/outbox?state=queued"; path; ) {
      const html: string = await world.page(path, { as: editor });
      seen.push(...[...html.matchAll(/Bulk number \d+\./g)].map(([words]) => words));
      path = /href="([^"]*before=[^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    await world.runJobs();
  });

  it("costs the same queries for one mail and for many", async () => {
    const id = await write("One alone");
    const one = await countQueries(() => outbox("?state=queued"));
    expect(await countQueries(() => outbox("?state=sent"))).toBe(one);
    expect(await outbox(`/${id}`)).toContain("One alone");
    await world.runJobs();
  });

  it("answers nonsense with the first page or with not found, never with a fault", async () => {
    expect((await world.get("/desk/outbox?state=lost&before=1_2", { as: editor })).status).toBe(200);
    expect((await world.get("/desk/outbox/nope", { as: editor })).status).toBe(404);
    const missing = "00000000-0000-4000-8000-000000000000";
    expect((await world.get(`/desk/outbox/${missing}`, { as: editor })).status).toBe(404);
    expect((await world.post(`/desk/outbox/${missing}/sending`, { as: editor })).status).toBe(404);
  });
});

describe("without a mail server", () => {
  it("every page says so first, and kept mail can be read, sign-in links too, but not sent", async () => {
    const id = await write(
      "Your link",
      { kind: "sign-in-link", text: "https://site/sign-in/token" },
      without,
    );
    await without.runJobs();
    const as = withoutEditor;
    for (const path of ["/desk/outbox", `/desk/outbox/${id}`, "/desk/failures"]) {
      expect(await without.page(path, { as })).toContain("Mail does not leave this site");
    }
    const html = await without.page(`/desk/outbox/${id}`, { as });
    expect(html).toContain("https://site/sign-in/token");
    expect(html).not.toContain("Send it again");
    expect(await outbox()).not.toContain("Mail does not leave this site");
  });
});

describe("what went wrong", () => {
  const page = () => world.page("/desk/failures", { as: editor });

  it("is empty while everything works", async () => {
    expect(await page()).toContain("Everything worked");
  });

  it("lists work that was given up, with its reason, and lets it be tried once more", async () => {
    const { pool } = world.house.ground.database;
    const missing = "00000000-0000-4000-8000-000000000001";
    await transact(await world.ctx(), (ctx) => ctx.jobs.enqueue(ctx, "media.prepare", { media: missing }));
    await pool.query(
      `update jobs.job set state = 'failed', completed_on = now(), retry_count = 8,
       output = '{"message": "the disk <is> full"}' where name = 'media.prepare'`,
    );
    const html = await page();
    expect(html).toContain("Media: prepare");
    expect(html).toContain("the disk &lt;is&gt; full");
    const action = /action="(\/desk\/failures\/media\.prepare\/[0-9a-f-]+\/retry)"/.exec(html)?.[1] ?? "";
    expect((await world.post(action, { as: editor })).headers.get("location")).toBe("/desk/failures?again");
    expect(await page()).not.toContain("the disk");
    expect((await world.post(action, { as: editor })).status).toBe(409);
    const unknown = `/desk/failures/no.such-job/${missing}/retry`;
    expect((await world.post(unknown, { as: editor })).status).toBe(409);
  });

  it("lists failed mail with advice", async () => {
    await failing("getaddrinfo ENOTFOUND mail.example.org", async () => {
      await write("Never left");
      await world.runJobs();
    });
    const html = await page();
    expect(html).toContain("Never left");
    expect(html).toContain("The mail server could not be reached.");
  });

  it("has advice for what mail servers usually complain of, and none for what it does not know", () => {
    expect(adviceOn("connect ECONNREFUSED 127.0.0.1:25")).toContain("could not be reached");
    expect(adviceOn("Invalid login: 535 5.7.8 authentication failed")).toContain("name or password");
    expect(adviceOn("self-signed certificate in chain")).toContain("certificate");
    expect(adviceOn("552 mailbox quota exceeded")).toContain("Trying again later");
    expect(adviceOn("something odd")).toBeUndefined();
  });
});

describe("somebody else", () => {
  it("reads no mail and tries nothing again", async () => {
    const id = await write("Private matter");
    const member = await world.person("member");
    for (const path of ["/desk/outbox", `/desk/outbox/${id}`, "/desk/failures"]) {
      const response = await world.get(path, { as: member });
      expect(response.status).toBe(403);
      expect(await response.text()).not.toContain("Private matter");
    }
    expect((await world.post(`/desk/outbox/${id}/sending`, { as: member })).status).toBe(403);
  });
});
