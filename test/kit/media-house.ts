import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { pino } from "pino";
import { openHouse } from "#app/house.ts";
import { fileKind } from "#base/file-kinds.ts";
import { NotFound } from "#base/surprises.ts";
import type { KeptFile } from "#features/media/actions.ts";
import { mediaFeature } from "#features/media/feature.ts";
import type { Actor, Ctx } from "#platform/context.ts";
import { openFigureStore } from "#platform/figures/store.ts";
import { openFileStore } from "#platform/files/store.ts";
import type { Vars } from "#platform/http/routes.ts";
import { openPostOffice } from "#platform/mail/post-office.ts";
import { openTestDatabase } from "./database.ts";

export const GUEST: Actor = { kind: "guest" };
export const EDITOR: Extract<Actor, { kind: "person" }> = {
  kind: "person",
  id: "6f1c1f0e-2f6a-4a35-9a4e-0c4f5a0f7d11",
  name: "Nora",
  email: "nora@example.org",
  role: "editor",
  grants: [],
};
export const MEMBER: Actor = { ...EDITOR, name: "Milo", email: "milo@example.org", role: "member" };

/** A house with nothing but files in it: a database, a folder, and requests answered for any actor. */
export async function openMediaHouse() {
  const folder = await mkdtemp(join(tmpdir(), "media-"));
  const database = await openTestDatabase();
  const files = await openFileStore({ folder });
  let ahead = 0;
  const house = await openHouse(
    {
      root: process.cwd(),
      siteUrl: "http://site.test",
      secret: "a secret of this test",
      database,
      postOffice: openPostOffice(undefined, "site@example.org"),
      clock: { now: () => new Date(Date.now() + ahead) },
      log: pino({ level: "silent" }),
      files,
      figures: openFigureStore({ folder }),
      pageCacheBytes: 1_000_000,
    },
    [mediaFeature()],
  );
  const ctx = (actor: Actor = EDITOR): Promise<Ctx> => house.ctx(actor);

  async function ask(actor: Actor, address: string, init: RequestInit = {}): Promise<Response> {
    const app = new Hono<{ Variables: Vars }>();
    const asking = await ctx(actor);
    app.use(async (c, next) => {
      c.set("ctx", asking);
      await next();
    });
    for (const route of house.routes) app.on(route.method, route.path, (c) => route.handle(c));
    app.onError((error, c) => {
      if (error instanceof NotFound) return c.text(error.message, 404);
      throw error;
    });
    return app.request(address, init);
  }

  return {
    house,
    files,
    ctx,
    ask,
    /** What the form parser hands on once a file has come in. */
    async received(bytes: Buffer, name: string, kindId: string): Promise<KeptFile> {
      const kind = fileKind(kindId);
      if (!kind) throw new Error(`No kind is called ${kindId}`);
      return { ...(await files.put([bytes], { limitBytes: 30_000_000 })), name, kind };
    },
    runJobs: () => house.jobs.drain(() => ctx({ kind: "system", name: "Jobs" })),
    /** Lets the house, but not the disk, be so much later. */
    later(hours: number) {
      ahead += hours * 3_600_000;
    },
    async close() {
      await house.close();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
