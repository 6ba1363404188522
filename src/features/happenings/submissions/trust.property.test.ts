import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "#kit/world.ts";
import { moveHappening } from "../moving.ts";
import type { Stage } from "../stages.ts";
import { filledForm, happening, idIn, mailedLink, send } from "./factory.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const ACTS = ["confirm", "again", "answer", "edit", "withdraw", "resend", "guess"] as const;
type Act = (typeof ACTS)[number];

/** One submission, and everything that its sender can do to it with all of their links. */
async function submitter() {
  const form = filledForm();
  const answer = await send(world, form);
  const id = idIn(answer);
  const email = String(form.email);
  const confirm = await mailedLink(world, email, "confirm", id);
  let status: string | undefined;
  const edits = async () => {
    const { version } = await happening(world, id);
    return world.post(`${status}/edit`, { form: { ...form, version: String(version) }, files: [] });
  };
  const act = async (name: Act): Promise<unknown> => {
    if (name === "confirm") {
      const location = (await world.post(confirm)).headers.get("location") ?? "";
      status = location.split("?")[0];
      return undefined;
    }
    if (name === "again") return send(world, form);
    if (name === "resend") return world.post(answer.headers.get("location") ?? "", { form: { email } });
    if (name === "guess") return world.post(`/share/confirm/${id}/${"x".repeat(43)}`);
    if (!status) return undefined;
    if (name === "answer") return world.post(`${status}/answers`, { form: { answer: "Please publish it." } });
    if (name === "edit") return edits();
    return world.post(`${status}/withdrawal`);
  };
  return { id, act };
}

test("no sequence of what submitters can do publishes anything without trust", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...ACTS), { maxLength: 12 }), async (acts) => {
      const { id, act } = await submitter();
      for (const name of acts) {
        await act(name);
        const row = await happening(world, id);
        expect(row.listed_at).toBeNull();
        expect(["unconfirmed", "received", "withdrawn"]).toContain(row.stage);
      }
    }),
    { numRuns: 25 },
  );
});

test("nor does it bring back or change what an editor has decided about, but for taking it off the site", async () => {
  const decided: Stage[] = ["published", "declined", "scheduled"];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...decided),
      fc.array(fc.constantFrom(...ACTS), { maxLength: 8 }),
      async (stage, acts) => {
        const { id, act } = await submitter();
        await act("confirm");
        const editor = await world.ctx({ kind: "system", name: "Editor" });
        const later = new Date(world.clock.now().getTime() + 60_000);
        const plan = stage === "scheduled" ? { publishAt: later } : {};
        await moveHappening(editor, id, { to: stage, mover: "editor", ...plan });
        for (const name of acts) {
          await act(name);
          const row = await happening(world, id);
          expect([stage, "withdrawn"]).toContain(row.stage);
          expect(row.version).toBe(1);
          expect(row.listed_at === null).toBe(row.stage !== "published");
        }
      },
    ),
    { numRuns: 20 },
  );
});
