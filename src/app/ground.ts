import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { wasRestored } from "#platform/backup/note.ts";
import { settleSecret } from "#platform/backup/secret-swap.ts";
import type { Clock } from "#platform/clock.ts";
import { type Database, kyselyOn, openServer } from "#platform/database/database.ts";
import { type Claim, claimFolder } from "#platform/database/embedded/claim.ts";
import { openEmbedded } from "#platform/database/embedded/embedded.ts";
import { openBucket } from "#platform/figures/bucket.ts";
import { openFigureStore } from "#platform/figures/store.ts";
import { openFileStore } from "#platform/files/store.ts";
import { type Logger, onStandardError, openLog } from "#platform/log.ts";
import { openPostOffice } from "#platform/mail/post-office.ts";
import { secretIn } from "#platform/secrets.ts";
import type { Config } from "./config.ts";
import type { Control } from "./control.ts";
import { printSignInLink } from "./greeting.ts";
import type { Ground } from "./house.ts";

/**
 * Takes the data folder for this process alone and opens what stands on it. `release` gives everything back in
 * the opposite order.
 */
export async function layGround(
  config: Config,
  given: { root: string; siteUrl: string; clock: Clock; control?: Control },
): Promise<{ ground: Ground; release: () => Promise<void> }> {
  // Only the site listens to commands; all else that lays a ground is one.
  const log = openLog(config.LOG_LEVEL, given.control ? undefined : onStandardError());
  await mkdir(config.DATA_DIR, { recursive: true, mode: 0o750 });
  const claim = await claimFolder(config.DATA_DIR, { onConnection: given.control?.onConnection });
  const opened: (() => Promise<unknown>)[] = [() => claim.release()];
  const release = async () => {
    for (const close of opened.reverse()) await close();
    opened.length = 0;
  };
  try {
    const database = await openDatabase(config, claim, given.root);
    opened.push(() => database.close());
    await settleSecret(config.DATA_DIR, (id) => wasRestored(database.db, id));
    const files = await openFileStore({ folder: join(config.DATA_DIR, "uploads") });
    await files.sweepIncoming();
    const figures = openFigureStore({
      folder: join(config.DATA_DIR, "industry"),
      ...(config.STARTER ? { shipped: join(given.root, "content", "industry") } : {}),
      ...sharedFigures(config, log),
    });
    opened.push(() => figures.close());
    await figures.sweepDrafts();
    return {
      ground: {
        root: given.root,
        siteUrl: given.siteUrl,
        ...(config.TIME_ZONE ? { firstTimeZone: config.TIME_ZONE } : {}),
        clock: given.clock,
        log,
        database,
        files,
        figures,
        postOffice: openPostOffice(config.SMTP_URL, config.MAIL_FROM, {
          kept: printSignInLink,
          perMinute: config.MAIL_PER_MINUTE,
        }),
        secret: config.SECRET ?? (await secretIn(config.DATA_DIR)),
        pageCacheBytes: config.PAGE_CACHE_MB * 1024 * 1024,
      },
      release,
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Where figures lie in S3-compatible storage. What is wrong with it is logged; pages go on with what was brought before. */
function sharedFigures(
  { FIGURES_URL: url, FIGURES_KEY: key, FIGURES_SECRET: secret, FIGURES_REGION: region }: Config,
  log: Logger,
): Pick<Parameters<typeof openFigureStore>[0], "shared"> {
  if (!url || !key || !secret) return {};
  const onTrouble = (error: unknown) => log.error({ err: error }, "figures could not be brought");
  return { shared: { bucket: openBucket({ url, key, secret, region }), onTrouble } };
}

async function openDatabase(config: Config, claim: Claim, root: string): Promise<Database> {
  if (config.DATABASE_URL) return openServer(config.DATABASE_URL, config.DATABASE_POOL);
  const embedded = await openEmbedded({
    folder: config.DATA_DIR,
    claim,
    createScript: join(root, "dist", "create-database.js"),
  });
  return { kind: "embedded", db: kyselyOn(embedded.pool), ...embedded };
}
