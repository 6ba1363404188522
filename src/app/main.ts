import { readConfig } from "./config.ts";
import { reportEnd } from "./failures.ts";
import { startSite } from "./start.ts";

/** The server's own process: settings, start, and a clean end on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const started = await startSite(readConfig(process.env));
  let ending = false;
  const end = (signal: string) => {
    if (ending) return;
    ending = true;
    started.log.info({ signal }, "finishing what is in flight");
    started.stop().then(
      () => process.exit(0),
      (error) => {
        started.log.error({ err: error }, "could not end cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => end("SIGTERM"));
  process.on("SIGINT", () => end("SIGINT"));
}

main().catch((error: unknown) => process.exit(reportEnd(error)));
