import type { Socket } from "node:net";
import { createInterface } from "node:readline";
import { Answer, type Order } from "../control.ts";
import { CommandProblem } from "./command.ts";

/** Lets the running site carry an order out, prints what it says, and answers its exit code. */
export async function askSite(
  site: Socket,
  order: Order,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<number> {
  // The site hears that nobody waits any more, and stops.
  const leave = () => site.destroy();
  signal.addEventListener("abort", leave);
  try {
    site.write(`${JSON.stringify(order)}\n`);
    for await (const line of createInterface({ input: site })) {
      const answer = Answer.parse(JSON.parse(line));
      if ("done" in answer) return answer.code;
      if ("problem" in answer) throw new CommandProblem(answer.problem);
      say(answer.say);
    }
  } finally {
    signal.removeEventListener("abort", leave);
    site.destroy();
  }
  throw new CommandProblem(
    signal.aborted
      ? "Broken off."
      : "The site ended before this was finished. Start it, and type the same again.",
  );
}
