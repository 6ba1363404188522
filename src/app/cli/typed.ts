import { type Command, UsageProblem, worksAlone } from "./command.ts";
import { COMMANDS } from "./commands.ts";

export interface Typed {
  command: Command;
  words: string[];
  options: Set<string>;
}

const HELP = new Set(["help", "--help", "-h"]);

/**
 * What was typed after `npm run cli --`; undefined when it asks for help.
 *
 * @throws UsageProblem with a sentence that says what is wrong
 */
export function readTyped(args: readonly string[]): Typed | undefined {
  const [name, ...rest] = args;
  if (name === undefined || HELP.has(name) || rest.some((word) => word === "--help" || word === "-h"))
    return undefined;
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    const known = COMMANDS.map((one) => one.name).join(", ");
    throw new UsageProblem(`There is no command ${name}. There are: ${known}.`);
  }
  const allowed = worksAlone(command) ? Object.keys(command.options) : (command.flags ?? []);
  const options = new Set(rest.filter((word) => word.startsWith("-")).map((word) => word.replace(/^--/, "")));
  for (const option of options) {
    if (allowed.includes(option)) continue;
    const known =
      allowed.length > 0 ? `It knows ${allowed.map((one) => `--${one}`).join(" and ")}.` : "It takes none.";
    throw new UsageProblem(
      `${name} has no option ${option.startsWith("-") ? option : `--${option}`}. ${known}`,
    );
  }
  const words = rest.filter((word) => !word.startsWith("-"));
  const [least, most] = command.words;
  if (words.length < least || words.length > most)
    throw new UsageProblem(`That is not how it goes: npm run cli -- ${`${name} ${command.usage}`.trim()}`);
  if (!worksAlone(command)) words.push(...[...options].map((option) => `--${option}`));
  return { command, words, options };
}
