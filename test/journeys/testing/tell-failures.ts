import { afterEach } from "vitest";
import { describeOpenSites } from "./site.ts";

// The sentence that a test waited for says little; what the page showed instead says most.
afterEach(async ({ task }) => {
  if (task.result?.state === "fail")
    process.stderr.write(`\n“${task.name}” failed, and then there was\n${await describeOpenSites()}\n`);
});
