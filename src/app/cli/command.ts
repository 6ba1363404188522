import type { Config } from "../config.ts";
import type { Ground, House } from "../house.ts";

/** What a command works with while the site runs or, without it, on ground of its own. */
export interface Workplace {
  ground: Ground;
  options: Options;
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
  options: Options;
  say(line: string): void;
  /** Asks a question at the terminal; without one, or with `--yes`, the answer is known. */
  confirm(question: string): Promise<boolean>;
  signal: AbortSignal;
}

/** What a command works with that needs no site, only files. */
export interface Desk {
  /** Folder in which the command was typed. */
  folder: string;
  options: Options;
  say(line: string): void;
}

/** The options that were typed, by name; one that says no more than yes has an empty value. */
export type Options = ReadonlyMap<string, string>;

/** What an option does, for help. */
export interface Option {
  about: string;
  /** What stands behind it, as help shows it: `LIST`. Without, the option says no more than yes. */
  value?: string;
  /** The only values there are. */
  oneOf?: readonly string[];
  /** Without it the command cannot be followed. */
  needed?: boolean;
}

interface Described {
  /** One word, or two where several commands are about one thing: `industry lq`. */
  name: string;
  /** Its words after the name, as help shows them. */
  usage: string;
  about: string;
  /** Fewest and most words after the name. */
  words: [number, number];
  options?: Record<string, Option>;
}

/** The running site carries it out where there is one. */
export interface SharedCommand extends Described {
  works: "with-the-site";
  /** Turns what depends on the place it was typed in, such as a relative path, into what the site understands. */
  prepare?(words: string[], place: { folder: string; now: Date }): string[];
  /** Answers the exit code. */
  run(words: string[], at: Workplace): Promise<number>;
}

/** It refuses to work beside a running site. */
export interface AloneCommand extends Described {
  works: "alone";
  run(words: string[], at: Bench): Promise<number>;
}

/** It needs no site and touches none. */
export interface FreeCommand extends Described {
  works: "without-a-site";
  run(words: string[], at: Desk): Promise<number>;
}

export type Command = SharedCommand | AloneCommand | FreeCommand;

/** A command cannot do what was asked; `message` says why, for the person at the terminal. */
export class CommandProblem extends Error {
  override name = "CommandProblem";
}

/** It was typed in a way that nobody can follow: exit code 2. */
export class UsageProblem extends Error {
  override name = "UsageProblem";
}
