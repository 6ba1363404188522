import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { launchChromium, type Visit, visit } from "#kit/chromium.ts";
import { becomeFirstEditor } from "#kit/first-editor.ts";
import { findFreePort } from "#kit/free-port.ts";
import { layOut } from "#kit/laid-out.ts";
import { createDatabase, dropDatabase } from "#kit/postgres.ts";
import { type ServerProcess, startServer } from "#kit/server-process.ts";
import { startSmtp, type ThrowAwaySmtp } from "#kit/smtp.ts";

/** A machine that is busy with other tests takes its time. */
const PATIENCE = 30_000;
/** Characters of a page or a log that are printed when a story fails. */
const MOST_WORDS = 4_000;

export interface JourneySite {
  origin: string;
  server: ServerProcess;
  /** Gone with the site. */
  folder: string;
  /** The mailboxes of everybody. Nothing comes here where the site was opened without mail. */
  smtp: ThrowAwaySmtp;
  /** A fresh visitor with a browser of their own. */
  come(options?: BrowserContextOptions): Promise<Visit>;
  /** The site's first editor, signed in; the same person each time. */
  comeAsEditor(options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

const SETTINGS = { LOG_LEVEL: "warn", TIME_ZONE: "America/Denver" };

let made = 0;

const open = new Map<JourneySite, Browser>();

/** For a story that fails: what every page that is open shows, and what the servers said. */
export async function describeOpenSites(): Promise<string> {
  const parts: string[] = [];
  for (const [{ server }, browser] of open) {
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      const words = await page.locator("body").innerText({ timeout: 5_000 }).catch(String);
      parts.push(`— ${page.url()}\n${words.replace(/\n{2,}/g, "\n").slice(0, MOST_WORDS)}`);
    }
    parts.push(`— the server said\n${server.logs().slice(-MOST_WORDS)}`);
  }
  return parts.join("\n\n");
}

/**
 * The built site as its own process, at the address that its links name, with starter content and a mail server.
 *
 * @param options.mail whether the site is told of the mail server
 * @param options.host a name instead of the address, for what browsers do for names only
 * @param options.afresh starts in an empty folder, as somebody does who tries it out
 * @param options.prepare makes what a story begins with, before the site starts; it is given the site's settings
 */
export async function openSite(
  options: {
    mail?: boolean;
    afresh?: boolean;
    host?: "localhost";
    prepare?: (settings: Record<string, string>) => Promise<void>;
  } = {},
): Promise<JourneySite> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const one of closing.reverse()) await one();
    closing.length = 0;
  };
  try {
    const smtp = await startSmtp();
    closing.push(() => smtp.stop());
    const folder = await mkdtemp(join(tmpdir(), "journey-"));
    closing.push(() => rm(folder, { recursive: true, force: true }));
    const database = await databaseOfItsOwn();
    closing.push(database.drop);
    const launched = launchChromium();
    closing.push(() =>
      launched.then(
        (browser) => browser.close(),
        () => undefined,
      ),
    );
    const dataDir = join(folder, "data");
    // On a server the content is in the database, which is made anew.
    if (!options.afresh && !process.env.TEST_POSTGRES_URL) await layOut(dataDir, SETTINGS);
    await options.prepare?.({ ...SETTINGS, DATA_DIR: dataDir, ...database.env });
    const { origin, server } = await start(dataDir, options.host ?? "127.0.0.1", {
      ...database.env,
      ...(options.mail === false ? {} : { SMTP_URL: smtp.url }),
    });
    closing.push(() => server.kill());
    const browser = await launched;
    let cookie: string | undefined;
    const site: JourneySite = {
      origin,
      server,
      folder,
      smtp,
      come: (how) => come(browser, origin, how),
      async comeAsEditor(how) {
        cookie ??= await becomeFirstEditor(origin, server.logs());
        const editor = await come(browser, origin, how);
        const [name = "", value = ""] = cookie.split("=");
        await editor.context.addCookies([{ name, value, url: origin }]);
        return editor;
      },
      close,
    };
    open.set(site, browser);
    closing.push(async () => open.delete(site));
    return site;
  } catch (error) {
    await close();
    throw error;
  }
}

async function come(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const visitor = await visit(browser, origin, options);
  visitor.context.setDefaultTimeout(PATIENCE);
  return visitor;
}

async function databaseOfItsOwn(): Promise<{ env: Record<string, string>; drop: () => Promise<void> }> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) return { env: {}, drop: async () => undefined };
  made += 1;
  const name = `journey_${process.pid}_${made}`;
  return {
    env: { DATABASE_URL: await createDatabase(server, name) },
    drop: () => dropDatabase(server, name),
  };
}

/** The links in mails need the port before the server has it, and somebody else may take it in between. */
async function start(dataDir: string, host: string, env: Record<string, string>) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const origin = `http://${host}:${port}`;
    try {
      const server = await startServer({
        dataDir,
        env: { ...SETTINGS, PORT: String(port), SITE_URL: origin, ...env },
      });
      return { origin, server };
    } catch (error) {
      if (attempt === 3 || !/is taken by another/.test(String(error))) throw error;
    }
  }
}

/** What guests are promised: nothing asked of others, no error, and nothing kept in their browser. */
export async function leaveUntracked(visitor: Visit): Promise<void> {
  const cookies = await visitor.context.cookies();
  await visitor.leave();
  if (cookies.length > 0) throw new Error(`A guest was given ${cookies.map(({ name }) => name).join(", ")}.`);
}
