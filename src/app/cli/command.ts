import type { Config } from "../config.ts";
import type { Ground, House } from "../house.ts";

/** What a command works with while the site runs or, without it, on ground of its own. */
export interface Workplace {
  ground: Ground;
  /** The whole house; opening it brings the database up to date, so only those who need it ask. */
  house(): Promise<House>;
  say(line: string): void;
  signal: AbortSignal;
}

/** What a command works with that must have the site to itself. */
export interface Bench {
  config: Config;
  root: string;
  /** Folder in which the command was typed. */
  folder: string;
  options: ReadonlySet<string>;
  say(line: string): void;
  /** Asks a question at the terminal; without one, or with `--yes`, the answer is known. */
  confirm(question: string): Promise<boolean>;
  signal: AbortSignal;
}

interface Described {
  name: string;
  /** Its words after the name, as help shows them. */
  usage: string;
  about: string;
  /** Fewest and most words after the name. */
  words: [number, number];
}

/** The running site carries it out where there is one. */
export interface SharedCommand extends Described {
  /** Options that say no more than yes; they come among the words, after the others: `--administrator`. */
  flags?: readonly string[];
  /** Turns what depends on the place it was typed in, such as a relative path, into what the site understands. */
  prepare?(words: string[], place: { folder: string; now: Date }): string[];
  /** Answers the exit code. */
  run(words: string[], at: Workplace): Promise<number>;
}

/** It refuses to work beside a running site. */
export interface AloneCommand extends Described {
  /** Names with what they do. */
  options: Record<string, string>;
  run(words: string[], at: Bench): Promise<number>;
}

export type Command = SharedCommand | AloneCommand;

export function worksAlone(command: Command): command is AloneCommand {
  return "options" in command;
}

/** A command cannot do what was asked; `message` says why, for the person at the terminal. */
export class CommandProblem extends Error {
  override name = "CommandProblem";
}

/** It was typed in a way that nobody can follow: exit code 2. */
export class UsageProblem extends Error {
  override name = "UsageProblem";
}
