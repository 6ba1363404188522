import { type FileHandle, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { giveGrant } from "#features/people/public.ts";
import { systemClock } from "#platform/clock.ts";
import type { Actor, Ctx, Role } from "#platform/context.ts";
import type { Database } from "#platform/database/database.ts";
import { openFigureStore } from "#platform/figures/store.ts";
import { readAssets } from "#platform/files/assets.ts";
import { openContent } from "#platform/files/content.ts";
import { openFileStore } from "#platform/files/store.ts";
import { type Logger, openLog } from "#platform/log.ts";
import { openPostOffice, type PostOffice } from "#platform/mail/post-office.ts";
import type { Grant } from "#platform/permissions.ts";
import { hashToken, newId, newToken } from "#platform/secrets.ts";
import { features } from "../../src/app/features.ts";
import { type House, openHouse } from "../../src/app/house.ts";
import { loadStarter } from "../../src/app/starter.ts";
import { makeWeb } from "../../src/app/web.tsx";
import { openTestDatabase } from "./database.ts";

export const ROOT = resolve(import.meta.dirname, "../..");
export const SITE_URL = "http://commons.test";

/** A signed-in person: what their browser would send. */
export interface SignedIn {
  id: string;
  email: string;
  name: string;
  cookie: string;
  actor: Actor;
}

const NAMES: Record<Role, string> = {
  member: "Mo Member",
  editor: "Edith Editor",
  administrator: "Ada Administrator",
};

export interface Sent {
  /** Fields of a form; a list sends its name several times. */
  form?: Record<string, string | string[]>;
  /** A form with files is sent as multipart. */
  files?: { field: string; name: string; bytes: Uint8Array; type?: string }[];
  json?: unknown;
  /** A body as it is; its type goes into the headers. */
  text?: string;
  /** Bytes as they are, for what no browser would send. */
  raw?: Uint8Array;
  as?: SignedIn;
  headers?: Record<string, string>;
}

export interface World {
  house: House;
  /** Stands still until a test moves it. */
  clock: { now(): Date; set(at: Date): void; advance(ms: number): void };
  ctx(actor?: Actor): Promise<Ctx>;
  person(role: Role, name?: string): Promise<SignedIn>;
  /** The same person with a role for one partnership or state. */
  give(person: SignedIn, grant: Grant): Promise<SignedIn>;
  get(path: string, sent?: Sent): Promise<Response>;
  /** Sent as a browser sends a form of our own pages. */
  post(path: string, sent?: Sent): Promise<Response>;
  page(path: string, sent?: Sent): Promise<string>;
  /** Mails written so far, oldest first. */
  mails(): Promise<
    { kind: string; to: string; subject: string; text: string; html: string; state: string }[]
  >;
  runJobs(): Promise<number>;
  loadStarter(): Promise<void>;
  close(): Promise<void>;
}

function plainGround(database: Database) {
  return {
    root: ROOT,
    siteUrl: SITE_URL,
    secret: "a secret that only this test knows about",
    database,
    postOffice: openPostOffice(undefined, "Commons <commons@commons.test>"),
    log: openLog(process.env.TEST_LOG ?? "silent"),
  };
}

/** Migrates a database and lays the queues down, which takes most of the time that opening a house takes. */
async function furnish(database: Database): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "furnishing-"));
  const files = await openFileStore({ folder });
  const figures = openFigureStore({ folder: join(folder, "figures") });
  const ground = { ...plainGround(database), files, figures, clock: systemClock, pageCacheBytes: 0 };
  const house = await openHouse(ground, await features(ground));
  await house.close();
  await rm(folder, { recursive: true, force: true });
}

/** The whole house on a database of its own: only the clock stands still and mail goes to the outbox. */
export async function openWorld(
  options: {
    now?: Date;
    postOffice?: PostOffice;
    pageCacheBytes?: number;
    /** Where a test wants to read what the house writes into its log. */
    log?: Logger;
    /** Without the figures that the project ships. */
    withoutFigures?: boolean;
    /** Stands in for the disk where a test wants a full one. */
    openForWriting?: (path: string) => Promise<FileHandle>;
  } = {},
): Promise<World> {
  let now = options.now ?? new Date("2026-05-04T15:00:00Z");
  const clock = {
    now: () => now,
    set: (at: Date) => {
      now = at;
    },
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
  };
  const folder = await mkdtemp(join(tmpdir(), "world-"));
  const database = await openTestDatabase(furnish);
  const ground = {
    ...plainGround(database),
    files: await openFileStore({
      folder: join(folder, "uploads"),
      ...(options.openForWriting ? { openForWriting: options.openForWriting } : {}),
    }),
    figures: openFigureStore({
      folder: join(folder, "figures"),
      ...(options.withoutFigures ? {} : { shipped: join(ROOT, "content", "industry") }),
    }),
    ...(options.postOffice ? { postOffice: options.postOffice } : {}),
    ...(options.log ? { log: options.log } : {}),
    clock,
    pageCacheBytes: options.pageCacheBytes ?? 4 * 1024 * 1024,
  };
  const house = await openHouse(ground, await features(ground));
  const web = makeWeb(house, await readAssets(join(ROOT, "dist")), 1);

  function send(method: "GET" | "POST", path: string, sent: Sent = {}): Promise<Response> {
    const headers = new Headers({ "sec-fetch-site": "same-origin", origin: SITE_URL, ...sent.headers });
    if (sent.as) headers.set("cookie", sent.as.cookie);
    const body = bodyOf(sent);
    if (sent.json !== undefined) headers.set("content-type", "application/json");
    const init = { method, headers, ...(method === "POST" ? { body: body ?? "" } : {}) };
    // What Node's server would hand over: the address of the visitor as our one proxy tells it.
    const incoming = {
      socket: { remoteAddress: "127.0.0.1" },
      headers: { "x-forwarded-for": headers.get("x-forwarded-for") ?? undefined },
    };
    return Promise.resolve(web.request(SITE_URL + path, init, { incoming }));
  }

  const makeCtx = (name: string) => house.ctx({ kind: "system", name });
  return {
    house,
    clock,
    ctx: (actor = { kind: "guest" }) => house.ctx(actor),
    async person(role, name = NAMES[role]) {
      const id = newId();
      const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}.${id.slice(0, 4)}@people.test`;
      await database.db
        .insertInto("people")
        .values({ id, email, name, role, created_at: now, last_seen_at: null } as never)
        .execute();
      const token = newToken();
      await database.db
        .insertInto("sessions")
        .values({
          token_hash: hashToken(token),
          person_id: id,
          created_at: now,
          seen_at: now,
          expires_at: new Date(now.getTime() + 30 * 86_400_000),
        } as never)
        .execute();
      return {
        id,
        email,
        name,
        cookie: `session=${token}`,
        actor: { kind: "person", id, name, email, role, grants: [] },
      };
    },
    async give(person, grant) {
      await giveGrant(
        await house.ctx({ kind: "system", name: "Test" }),
        person.id,
        grant,
        "what a test is about",
      );
      if (person.actor.kind !== "person") return person;
      return { ...person, actor: { ...person.actor, grants: [...person.actor.grants, grant] } };
    },
    get: (path, sent) => send("GET", path, sent),
    post: (path, sent) => send("POST", path, sent),
    page: async (path, sent) => (await send("GET", path, sent)).text(),
    async mails() {
      const rows = await database.db
        .selectFrom("mails")
        .selectAll()
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return rows.map(({ kind, recipient, subject, text, html, state }) => ({
        kind,
        to: recipient,
        subject,
        text,
        html,
        state,
      }));
    },
    runJobs: () => house.jobs.drain(makeCtx),
    async loadStarter() {
      await loadStarter(house, openContent(join(ROOT, "content")));
    },
    async close() {
      await house.close();
      await ground.figures.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function bodyOf(sent: Sent): BodyInit | undefined {
  if (sent.raw) return sent.raw as Uint8Array<ArrayBuffer>;
  if (sent.text !== undefined) return sent.text;
  if (sent.json !== undefined) return JSON.stringify(sent.json);
  const entries = Object.entries(sent.form ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
  );
  if (!sent.files) return sent.form && new URLSearchParams(entries);
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  for (const file of sent.files) {
    form.append(
      file.field,
      new Blob([file.bytes as BlobPart], { type: file.type ?? "application/octet-stream" }),
      file.name,
    );
  }
  return form;
}
