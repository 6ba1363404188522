import { createDatabase } from "./create.ts";

// A script, not a module: `create.ts` starts it as a process of its own, with the place as its one argument.
const place = process.argv[2];
if (!place) throw new Error("The place of the new database is missing.");
await createDatabase(place);
process.exit(0);
