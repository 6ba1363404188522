import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "#platform/clock.ts";
import { readAssets } from "#platform/files/assets.ts";
import { openContent } from "#platform/files/content.ts";
import type { Logger } from "#platform/log.ts";
import { carryOut } from "./cli/carry-out.ts";
import type { Config } from "./config.ts";
import { openControl } from "./control.ts";
import { features } from "./features.ts";
import { greet } from "./greeting.ts";
import { layGround } from "./ground.ts";
import { openHouse } from "./house.ts";
import { makeServer } from "./server.ts";
import { loadStarter } from "./starter.ts";
import { makeWeb } from "./web.tsx";

export interface StartedSite {
  url: string;
  log: Logger;
  stop(): Promise<void>;
}

/** The folder with `migrations/`, `content/` and `dist/`, seen from the built server in `dist/`. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Opens everything in order and listens; what was opened is closed again when a later step fails. */
export async function startSite(config: Config, root = ROOT): Promise<StartedSite> {
  const siteUrl = config.SITE_URL ?? `http://localhost:${config.PORT}`;
  const control = openControl();
  const { ground, release } = await layGround(config, { root, siteUrl, clock: systemClock, control });
  try {
    const house = await openHouse(ground, await features(ground));
    const content = openContent(join(root, "content"));
    if (config.STARTER) {
      const counts = await loadStarter(house, content);
      if (counts) ground.log.info({ counts }, "starter content is in place");
    }
    const assets = await readAssets(join(root, "dist"));
    const server = makeServer(house, makeWeb(house, assets, config.TRUSTED_PROXIES), assets);
    await listen(server, config.PORT, config.HOST);
    await house.work();
    control.serve((order, say, signal) => carryOut(order, ground, say, signal, house));
    const { port } = server.address() as AddressInfo;
    await greet(house, `http://${config.HOST.includes(":") ? `[${config.HOST}]` : config.HOST}:${port}`);
    return {
      url: siteUrl,
      log: ground.log,
      async stop() {
        // Screens that watch would keep the server waiting for as long as they are open.
        await house.live.close();
        await Promise.all([closeServer(server), control.close()]);
        await house.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const busy = new Error(
        `Port ${port} is taken by another program. Stop that one, or set PORT to another number.`,
      );
      busy.name = "PortTaken";
      reject(error.code === "EADDRINUSE" ? busy : error);
    });
    server.listen(port, host, resolve);
  });
}

/** Takes no new requests, lets those in flight finish for a while, then cuts what remains. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 20_000);
    // A browser keeps its line after the last answer, and would keep us waiting with it.
    const hangUp = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(hangUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
