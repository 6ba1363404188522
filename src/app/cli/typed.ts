import { type Command, type Options, UsageProblem } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { readOptions } from "./options.ts";

export interface Typed {
  command: Command;
  words: string[];
  options: Options;
}

const HELP = new Set(["help", "--help", "-h"]);

/**
 * What was typed after `npm run cli --`; undefined when it asks for help.
 *
 * @throws UsageProblem with a sentence that says what is wrong
 */
export function readTyped(args: readonly string[]): Typed | undefined {
  const [first] = args;
  if (first === undefined || HELP.has(first) || args.some((word) => word === "--help" || word === "-h"))
    return undefined;
  const command = commandOf(args);
  const { words, options } = readOptions(command, args.slice(command.name.split(" ").length));
  const [least, most] = command.words;
  if (words.length < least || words.length > most)
    throw new UsageProblem(
      `That is not how it goes: npm run cli -- ${`${command.name} ${command.usage}`.trim()}`,
    );
  return { command, words, options };
}

function commandOf([first = "", second]: readonly string[]): Command {
  const command = COMMANDS.find(({ name }) => name === first || name === `${first} ${second}`);
  if (command) return command;
  const siblings = COMMANDS.map(({ name }) => name.split(" ")).filter(
    ([group, own]) => group === first && own,
  );
  if (siblings.length === 0) {
    const known = [...new Set(COMMANDS.map(({ name }) => name.split(" ")[0]))].join(", ");
    throw new UsageProblem(`There is no command ${first}. There are: ${known}.`);
  }
  const known = siblings.map((words) => words.join(" ")).join(", ");
  const asked = second === undefined || second.startsWith("-") ? "" : ` ${second}`;
  throw new UsageProblem(
    asked
      ? `There is no command ${first}${asked}. There are: ${known}.`
      : `${first} what? There are: ${known}.`,
  );
}
