import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Conflict } from "#base/surprises.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import { contentLike, submissionLike } from "../factory.ts";
import { answerEditors, changeSubmission, withdrawSubmission } from "../submissions/changing.ts";
import { confirmSubmission } from "../submissions/sending.ts";
import { distrustSubmitter, trustSubmitter } from "../submissions/trust.ts";
import {
  askForChanges,
  declineHappening,
  publishDue,
  publishHappening,
  reopenHappening,
  scheduleHappening,
  unpublishHappening,
  unscheduleHappening,
} from "./actions.ts";
import { editHappening, restoreVersion } from "./editing.ts";
import { holdHappening, releaseHappening } from "./holding.ts";

let world: World;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  editor = await world.person("editor");
});
afterAll(() => world.close());

const DEEDS = [
  "confirm",
  "change",
  "answer",
  "withdraw",
  "trust",
  "distrust",
  "look",
  "hold",
  "release",
  "ask",
  "decline",
  "publish",
  "schedule",
  "unschedule",
  "reopen",
  "unpublish",
  "edit",
  "restore",
  "an hour passes",
  "the clock's job runs",
] as const;
type Deed = (typeof DEEDS)[number];

/** What one happening's people know, followed beside the real one. */
interface Model {
  id: string;
  email: string;
  /** What the editor last saw; the editor's deeds name it, however stale it is by now. */
  seen: { version: number; stage: never };
  /** Versions that an editor saw before deciding, wrote, or that came from somebody trusted at that moment. */
  allowed: Set<number>;
}

async function rowOf(model: Model) {
  const ctx = await world.ctx();
  return ctx.db
    .selectFrom("happenings")
    .select(["stage", "version", "listed_at", "year", "slug"])
    .where("id", "=", model.id)
    .executeTakeFirstOrThrow();
}

async function act(deed: Deed, model: Model): Promise<void> {
  const asEditor: Ctx = await world.ctx(editor.actor);
  const asSender: Ctx = await world.ctx();
  const { id, seen } = model;
  const row = await rowOf(model);
  const written = { content: contentLike({ title: "Edited" }), documents: [], note: "" };
  switch (deed) {
    case "confirm": {
      const trusted = await asSender.db
        .selectFrom("trusted_submitters")
        .select("email")
        .where("email", "=", model.email)
        .executeTakeFirst();
      if (trusted && row.stage === "unconfirmed") model.allowed.add(row.version);
      return void (await confirmSubmission(asSender, id));
    }
    case "change": {
      const { artefacts: _, source: __, ...content } = contentLike({ title: "Changed by its sender" });
      return changeSubmission(asSender, id, { content, documents: [], version: row.version, answer: "" });
    }
    case "answer":
      return answerEditors(asSender, id, "Here is what you asked.");
    case "withdraw":
      return withdrawSubmission(asSender, id);
    case "trust":
      return trustSubmitter(asEditor, model.email);
    case "distrust":
      return distrustSubmitter(asEditor, model.email);
    case "look":
      model.seen = { version: row.version, stage: row.stage as never };
      return;
    case "hold":
      return holdHappening(asEditor, id, editor, null);
    case "release":
      return releaseHappening(asEditor, id, editor);
    case "ask":
      return askForChanges(asEditor, id, { ...seen, message: "When was it?" }, editor);
    case "decline":
      return declineHappening(asEditor, id, { ...seen, reason: "Not for us.", inform: true }, editor);
    case "publish":
      await publishHappening(asEditor, id, seen, editor);
      model.allowed.add(seen.version);
      return;
    case "schedule": {
      const at = new Date(asEditor.now.getTime() + 30 * 60_000);
      await scheduleHappening(asEditor, id, { ...seen, at }, editor);
      model.allowed.add(seen.version);
      return;
    }
    case "unschedule":
      return unscheduleHappening(asEditor, id, seen, editor);
    case "reopen":
      return reopenHappening(asEditor, id, seen, editor);
    case "unpublish":
      return unpublishHappening(asEditor, id, { ...seen, reason: "A slip." }, editor);
    case "edit":
      model.allowed.add(await editHappening(asEditor, id, { ...written, version: seen.version }, editor));
      return;
    case "restore":
      model.allowed.add(await restoreVersion(asEditor, id, { restore: 1, version: seen.version }, editor));
      return;
    case "an hour passes":
      return world.clock.advance(3_600_000);
    case "the clock's job runs":
      return publishDue(await world.ctx({ kind: "system", name: "The clock" }), id);
  }
}

/** Looking, confirming and time passing lead somewhere, so they come more often than the rest. */
const anyDeed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom<Deed>("look", "confirm", "an hour passes", "the clock's job runs"),
  },
  { weight: 3, arbitrary: fc.constantFrom<Deed>("publish", "schedule", "change", "trust") },
  { weight: 4, arbitrary: fc.constantFrom(...DEEDS) },
);

test("whatever people and the clock do, readers see only what an editor saw or somebody trusted sent", async () => {
  let runs = 0;
  const ways = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 8, maxLength: 24 }), fc.boolean(), async (deeds, odd) => {
      runs += 1;
      const email = `sender-${runs}@example.org`;
      const id = await submissionLike(await world.ctx(), { email, doubt: odd ? "It looked odd." : null });
      const model: Model = {
        id,
        email,
        seen: { version: 1, stage: "received" as never },
        allowed: new Set(),
      };
      for (const deed of deeds) {
        const before = await rowOf(model);
        try {
          await act(deed, model);
        } catch (error) {
          if (!(error instanceof Conflict)) throw error;
          expect(await rowOf(model), `${deed} was refused and changed something`).toEqual(before);
        }
        const after = await rowOf(model);
        const isPublic = after.listed_at !== null;
        expect(isPublic).toBe(after.stage === "published");
        if (isPublic) expect([...model.allowed], `after ${deed}`).toContain(after.version);
        if (isPublic && before.stage !== "published") ways.set(deed, (ways.get(deed) ?? 0) + 1);
        if (isPublic && odd && before.stage === "unconfirmed")
          expect.unreachable("What looked odd went out on its sender's confirmation alone");
        if (before.slug) expect([after.year, after.slug]).toEqual([before.year, before.slug]);
      }
    }),
    { numRuns: 50, seed: 20260504, endOnFailure: true },
  );
  // Otherwise the sequences would have proved nothing.
  for (const way of ["confirm", "publish", "the clock's job runs"])
    expect(ways.get(way) ?? 0, `ways to publication: ${JSON.stringify([...ways])}`).toBeGreaterThan(1);
}, 120_000);
