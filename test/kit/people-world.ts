import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHouse } from "#app/house.ts";
import { makeWeb } from "#app/web.tsx";
import { peopleFeature } from "#features/people/feature.ts";
import type { Actor, Ctx } from "#platform/context.ts";
import { openFigureStore } from "#platform/figures/store.ts";
import { readAssets } from "#platform/files/assets.ts";
import { openFileStore } from "#platform/files/store.ts";
import { openLog } from "#platform/log.ts";
import { openPostOffice } from "#platform/mail/post-office.ts";
import { openTestDatabase } from "./database.ts";

const HOUR = 3600_000;

/** A house with people alone in it, for the tests of this room; each request takes a second, and `pass` moves its clock. */
export async function openPeopleWorld(siteUrl = "http://commons.test") {
  const folder = await mkdtemp(join(tmpdir(), "people-"));
  const database = await openTestDatabase();
  let now = new Date("2018-03-14T16:00:00Z");
  const house = await openHouse(
    {
      root: process.cwd(),
      siteUrl,
      secret: "a secret that only this test knows",
      database,
      postOffice: openPostOffice(undefined, "commons@commons.test"),
      clock: { now: () => now },
      log: openLog("silent"),
      files: await openFileStore({ folder }),
      figures: openFigureStore({ folder }),
      pageCacheBytes: 0,
    },
    [peopleFeature()],
  );
  const web = makeWeb(house, await readAssets("dist"), 0);
  const system: Actor = { kind: "system", name: "Test" };
  return {
    house,
    ctx: (actor: Actor = { kind: "guest" }): Promise<Ctx> => house.ctx(actor),
    system: (): Promise<Ctx> => house.ctx(system),
    pass(hours: number) {
      now = new Date(now.getTime() + hours * HOUR);
    },
    /** A form as a browser sends it, or a plain question. */
    request(path: string, form?: Record<string, string>, cookie?: string): Promise<Response> {
      now = new Date(now.getTime() + 1000);
      const headers: Record<string, string> = cookie ? { cookie } : {};
      if (!form) return Promise.resolve(web.request(siteUrl + path, { headers }));
      headers.origin = siteUrl;
      headers["content-type"] = "application/x-www-form-urlencoded";
      return Promise.resolve(
        web.request(siteUrl + path, { method: "POST", headers, body: new URLSearchParams(form).toString() }),
      );
    },
    /** The path of the newest link that was mailed to an address. */
    async mailedLink(email: string): Promise<string> {
      const mail = await house.ground.database.db
        .selectFrom("mails")
        .select("text")
        .where("recipient", "=", email)
        .orderBy("created_at", "desc")
        .executeTakeFirstOrThrow();
      return mail.text.match(/\/sign-in\/[\w-]{43}/)?.[0] ?? "";
    },
    async names(): Promise<string[]> {
      const rows = await house.ground.database.db.selectFrom("events").select("name").orderBy("id").execute();
      return rows.map((row) => row.name);
    },
    async close() {
      await house.close();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type PeopleWorld = Awaited<ReturnType<typeof openPeopleWorld>>;

/** What a browser sends back of the cookies in an answer. */
export function cookieOf(response: Response): string {
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}
