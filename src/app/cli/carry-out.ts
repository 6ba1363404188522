import type { Order } from "../control.ts";
import { features } from "../features.ts";
import { type Ground, type House, openHouse } from "../house.ts";
import { CommandProblem } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { splitWords } from "./options.ts";

/**
 * Carries an order out on this ground.
 *
 * @param running the open house of a site that serves; without it, one is opened where the command needs it
 */
export async function carryOut(
  order: Order,
  ground: Ground,
  say: (line: string) => void,
  signal: AbortSignal,
  running?: House,
): Promise<number> {
  const command = COMMANDS.find(({ name }) => name === order.command);
  // A command line of another release may know more than the site that runs.
  if (command?.works !== "with-the-site")
    throw new CommandProblem(`The running site does not know ${order.command}.`);
  let opened: House | undefined;
  const house = async () => {
    if (running) return running;
    opened ??= await openHouse(ground, await features(ground));
    return opened;
  };
  try {
    const { words, options } = splitWords(order.words);
    return await command.run(words, { ground, house, options, say, signal });
  } finally {
    await opened?.close();
  }
}
