import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "#kit/world.ts";
import { contentOf } from "../content.ts";
import { filledForm, happening, mailedLink } from "./factory.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
});
afterAll(() => world.close());

function body(changes: Record<string, unknown> = {}) {
  const { act: _act, key: _key, consent: _consent, ...words } = filledForm();
  return { ...words, consent: true, ...changes } as unknown as Record<string, unknown> & { email: string };
}

const ask = (json: unknown) => world.post("/api/v1/happenings", { json });

test("an update comes by JSON, is confirmed by mail like any other, and waits for an editor", async () => {
  const json = body({
    alsoStates: ["WA"],
    sectors: ["healthcare"],
    links: [{ kind: "video", title: "Film", url: "https://example.org/film", transcriptPromised: true }],
  });
  const answer = await ask(json);
  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({ state: "unconfirmed", next: expect.stringContaining(json.email) });
  const confirm = await mailedLink(world, json.email, "confirm");
  const id = confirm.split("/")[3] ?? "";
  expect(await happening(world, id)).toMatchObject({ stage: "unconfirmed", doubt: expect.any(String) });
  const stored = await contentOf(await world.ctx(), id);
  expect(stored?.content).toMatchObject({ state: "or", alsoStates: ["wa"] });
  expect(stored?.content.artefacts).toMatchObject([{ kind: "video", transcriptPromised: true }]);
  await world.post(confirm);
  expect((await happening(world, id)).stage).toBe("received");
});

test("what is wrong is told field by field, and nothing is written", async () => {
  const wrong = body({
    email: "ana",
    title: "long ".repeat(2_000),
    state: "zz",
    consent: false,
    links: [{ kind: "video", title: "Film", url: "javascript:alert(1)" }],
  });
  const answer = await ask(wrong);
  expect(answer.status).toBe(422);
  const { problems } = (await answer.json()) as { problems: Record<string, string[]> };
  expect(Object.keys(problems).sort()).toEqual(
    expect.arrayContaining(["consent", "email", "links.0.url", "state", "title"]),
  );
  const unknown = await ask(body({ sectors: ["witchcraft"] }));
  expect(unknown.status).toBe(422);
  expect((await unknown.json()).problems.sectors).toEqual([expect.stringContaining("not known here")]);
  expect((await world.mails()).filter(({ to }) => to === wrong.email)).toEqual([]);
});

test("the same request with the same key is taken once", async () => {
  const json = body({ requestKey: "import-7" });
  await Promise.all([ask(json), ask(json)]);
  expect((await world.mails()).filter(({ to }) => to === json.email)).toHaveLength(1);
});

test("what comes too fast is asked to come again", async () => {
  const json = body();
  for (let time = 0; time < 8; time += 1)
    expect((await ask({ ...json, title: `No ${time}` })).status).toBe(202);
  expect((await ask({ ...json, title: "No 9" })).status).toBe(429);
});
