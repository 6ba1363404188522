import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "#kit/world.ts";
import { filledForm, happening, idIn, mailedLink, received, send, solvedProof } from "./factory.ts";
import { trustedSubmitters } from "./queries.ts";
import { distrustSubmitter, trustSubmitter } from "./trust.ts";

let world: World;
beforeAll(async () => {
  // A proof of work is judged by the real clock.
  world = await openWorld({ now: new Date() });
  await world.loadStarter();
});
afterAll(() => world.close());

async function sent(changes: Record<string, string> = {}) {
  const form = filledForm(changes);
  const answer = await send(world, form);
  const sentPage = answer.headers.get("location") ?? "";
  const email = String(form.email);
  const id = idIn(answer);
  return { email, sentPage, id, confirm: await mailedLink(world, email, "confirm", id) };
}

const mailsTo = async (to: string, kind: string) =>
  (await world.mails()).filter((mail) => mail.to === to && mail.kind === kind);

describe("the mailed link", () => {
  test("changes nothing when it is opened, as often as a scanner does it; the button confirms", async () => {
    const { id, confirm, email } = await sent();
    for (let time = 0; time < 3; time += 1) {
      const page = await world.get(confirm);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("A letter that brought twelve employers");
    }
    expect((await happening(world, id)).stage).toBe("unconfirmed");
    const answer = await world.post(confirm);
    expect(answer.status).toBe(303);
    expect((await happening(world, id)).stage).toBe("received");
    expect(await mailsTo(email, "submission-received")).toHaveLength(1);
    expect(await world.page(answer.headers.get("location") ?? "")).toContain("Thank you, it is confirmed.");
  });

  test("confirms once, however often and at the same time its button is pressed", async () => {
    const { id, confirm, email } = await sent();
    const answers = await Promise.all([1, 2, 3].map(() => world.post(confirm)));
    expect(new Set(answers.map((answer) => answer.headers.get("location"))).size).toBe(1);
    expect(await mailsTo(email, "submission-received")).toHaveLength(1);
    const events = await (await world.ctx()).db
      .selectFrom("events")
      .select("id")
      .where("subject_id", "=", id)
      .where("name", "=", "happening.received")
      .execute();
    expect(events).toHaveLength(1);
    expect((await world.get(confirm)).headers.get("location")).toContain(`/share/status/${id}/`);
  });

  test("reads the same when it is forged, cut short, replayed for another purpose or for what is not there", async () => {
    const one = await sent();
    const other = await sent();
    const token = one.confirm.split("/").at(-1) ?? "";
    const sentToken = one.sentPage.split("/").at(-1) ?? "";
    const nobody = "00000000-0000-4000-8000-000000000000";
    const pages = new Set<string>();
    for (const path of [
      `/share/confirm/${one.id}/${token.slice(1)}`,
      `/share/confirm/${one.id}/${"x".repeat(43)}`,
      `/share/confirm/${other.id}/${token}`,
      `/share/confirm/${one.id}/${sentToken}`,
      `/share/status/${one.id}/${token}`,
      `/share/sent/${one.id}/${token}`,
      `/share/confirm/${nobody}/${token}`,
      `/share/confirm/1%27--/${token}`,
    ]) {
      for (const answer of [await world.get(path), await world.post(path)]) {
        expect([path, answer.status]).toEqual([path, 404]);
        if (!path.includes("status")) pages.add(await answer.text());
      }
    }
    expect(pages.size).toBe(1);
    expect([...pages][0]).toContain("This link does not open anything.");
    expect((await happening(world, one.id)).stage).toBe("unconfirmed");
  });

  test("tells no other site its address, and is kept by no cache and no search engine", async () => {
    const { confirm, sentPage, id } = await sent();
    await world.post(confirm);
    const status = (await world.get(confirm)).headers.get("location") ?? "";
    expect(status).toContain(id);
    for (const path of [sentPage, status, `${status}/edit`, `${status}/withdrawal`]) {
      const { headers, status } = await world.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("cache-control")).toBe("private, no-store");
      expect(headers.get("x-robots-tag")).toBe("noindex");
    }
  });
});

describe("the mail can be asked for again", () => {
  test("to the same address, a few times an hour", async () => {
    const { email, sentPage } = await sent();
    for (let time = 0; time < 4; time += 1) {
      const answer = await world.post(sentPage, { form: { email } });
      expect(await world.page(answer.headers.get("location") ?? "")).toContain("on its way again");
    }
    expect((await world.post(sentPage, { form: { email } })).status).toBe(429);
    expect(await mailsTo(email, "submission-confirm")).toHaveLength(5);
  });

  test("to a corrected one, after which the first mail opens nothing", async () => {
    const { id, email, confirm, sentPage } = await sent({ email: "typo@exmaple.org" });
    expect(email).toBe("typo@exmaple.org");
    const right = `right.${id.slice(0, 6)}@example.org`;
    const answer = await world.post(sentPage, { form: { email: right } });
    expect(answer.headers.get("location")).not.toContain(sentPage);
    expect((await world.post(confirm)).status).toBe(404);
    await world.post(await mailedLink(world, right, "confirm"));
    expect((await happening(world, id)).stage).toBe("received");
  });

  test("but not to another address once it is confirmed", async () => {
    const { id, sentPage, confirm } = await sent();
    await world.post(confirm);
    await world.post(sentPage, { form: { email: "thief@example.org" } });
    expect(await mailsTo("thief@example.org", "submission-confirm")).toEqual([]);
    expect((await happening(world, id)).stage).toBe("received");
  });

  test("and what is no address comes back with a sentence", async () => {
    const { sentPage } = await sent();
    const answer = await world.post(sentPage, { form: { email: "ana at example" } });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("It should look like name@example.org.");
    expect(page).toContain('value="ana at example"');
  });
});

describe("a trusted submitter", () => {
  const trusted = "trusted@example.org";
  const editorCtx = async () => world.ctx((await world.person("editor")).actor);

  test("is published by confirming, and the mail says where", async () => {
    await trustSubmitter(await editorCtx(), trusted);
    const { id } = await received(world, { email: trusted, proof: await solvedProof(world) });
    const row = await happening(world, id);
    expect(row).toMatchObject({ stage: "published", slug: "a-letter-that-brought-twelve-employers" });
    const [mail] = await mailsTo(trusted, "submission-published");
    expect(mail?.text).toContain(`/happenings/${row.year}/${row.slug}`);
    expect(await mailsTo(trusted, "submission-received")).toEqual([]);
  });

  test("waits like everyone else when this one looked odd", async () => {
    await trustSubmitter(await editorCtx(), trusted);
    const { id } = await received(world, { email: trusted, title: "Without script" });
    expect((await happening(world, id)).stage).toBe("received");
  });

  test("waits again once the trust is taken back, and whoever gives another's address gains nothing", async () => {
    await trustSubmitter(await editorCtx(), trusted);
    const impostor = await sent({ email: trusted, title: "Not from them", proof: await solvedProof(world) });
    expect((await happening(world, impostor.id)).stage).toBe("unconfirmed");
    await distrustSubmitter(await editorCtx(), trusted);
    expect((await trustedSubmitters(await world.ctx())).map(({ email }) => email)).not.toContain(trusted);
    await world.post(impostor.confirm);
    expect((await happening(world, impostor.id)).stage).toBe("received");
  });
});

test("editors get one mail when something comes to an empty desk, and none for what looks odd", async () => {
  const editor = await world.person("editor", "Desk Editor");
  const { db } = await world.ctx();
  await db.updateTable("happenings").set({ stage: "declined" }).where("stage", "=", "received").execute();
  await received(world, { title: "Odd" });
  expect(await mailsTo(editor.email, "submission-on-desk")).toEqual([]);
  await db.updateTable("happenings").set({ stage: "declined" }).where("stage", "=", "received").execute();
  await received(world, { title: "First", proof: await solvedProof(world) });
  await received(world, { title: "Second", proof: await solvedProof(world) });
  const mails = await mailsTo(editor.email, "submission-on-desk");
  expect(mails.map(({ subject }) => subject)).toEqual(["An update waits on the desk: First"]);
});
