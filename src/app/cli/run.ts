import { systemClock } from "#platform/clock.ts";
import { callHolder } from "#platform/database/embedded/control-door.ts";
import { FolderInUse } from "#platform/database/embedded/problems.ts";
import type { Config } from "../config.ts";
import { layGround } from "../ground.ts";
import { askSite } from "./ask-site.ts";
import { carryOut } from "./carry-out.ts";
import { CommandProblem } from "./command.ts";
import { joinWords } from "./options.ts";
import type { Typed } from "./typed.ts";

export interface Terminal {
  config: Config;
  root: string;
  folder: string;
  say(line: string): void;
  /** Undefined where nobody can be asked. */
  ask(question: string): Promise<string | undefined>;
  signal: AbortSignal;
}

/** Carries out what was typed: by the site, where it runs and can, or else here. Answers the exit code. */
export async function runCommand(typed: Typed, terminal: Terminal): Promise<number> {
  const { command, options } = typed;
  const { config, root, folder, say, signal } = terminal;
  if (command.works === "without-a-site") return command.run(typed.words, { folder, options, say });
  if (command.works === "alone") {
    const bench = {
      config,
      root,
      folder,
      options,
      say,
      signal,
      confirm: (text: string) => confirm(text, typed, terminal),
    };
    try {
      return await command.run(typed.words, bench);
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      const who = error.holder === undefined ? "" : ` (process ${error.holder})`;
      throw new CommandProblem(
        `Stop the site first${who}: ${command.name} needs it for itself. Then type the same again.`,
      );
    }
  }
  const prepared = command.prepare?.(typed.words, { folder, now: systemClock.now() }) ?? typed.words;
  const words = joinWords(prepared, options);
  const site = await callHolder(config.DATA_DIR);
  if (site) return askSite(site, { command: command.name, words }, say, signal);
  const siteUrl = config.SITE_URL ?? `http://localhost:${config.PORT}`;
  const { ground, release } = await layGround(config, { root, siteUrl, clock: systemClock });
  try {
    return await carryOut({ command: command.name, words }, ground, say, signal);
  } finally {
    await release();
  }
}

async function confirm(question: string, { command, options }: Typed, terminal: Terminal): Promise<boolean> {
  if (options.has("yes")) return true;
  const answer = await terminal.ask(`${question} Type yes to go on: `);
  if (answer === undefined)
    throw new CommandProblem(`${question} Nobody is here to be asked: say it with ${command.name} --yes.`);
  return answer.trim().toLowerCase() === "yes";
}
