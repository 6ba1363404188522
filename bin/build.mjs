import { pathToFileURL } from "node:url";
import { isFresh, markFresh } from "./freshness.mjs";
import { ensureInstalled } from "./install.mjs";
import { alone } from "./root.mjs";

/**
 * Builds the site where its sources changed since the last build.
 * @param {{ assets?: boolean, always?: boolean }} wanted `assets`: only styles, scripts and fonts, as tests need them
 * @returns {Promise<boolean>} false where the sources do not build; why has been printed then
 */
export async function build({ assets = false, always = false } = {}) {
  const parts = assets ? ["assets"] : ["assets", "server"];
  if (!always && parts.every(isFresh)) return true;
  return alone("build", async () => {
    for (const part of parts) {
      if (!always && isFresh(part)) continue;
      // A source saved while the build runs must make the next build run again: the state before counts.
      const mark = markFresh(part);
      const { bundlers, finish } = await import("./bundle.mjs");
      try {
        await bundlers[part]();
      } catch (error) {
        if (!error.errors) throw error;
        return false;
      } finally {
        await finish();
      }
      mark();
    }
    return true;
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled();
  const wanted = {
    assets: process.argv.includes("--assets"),
    always: !process.argv.includes("--if-changed"),
  };
  if (!(await build(wanted))) process.exitCode = 1;
}
