import { run } from "./run.mjs";

await run("server.js", process.argv.slice(2));
