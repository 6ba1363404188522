import { run } from "./run.mjs";

await run("cli.js", process.argv.slice(2));
