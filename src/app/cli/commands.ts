import { backup } from "./backup.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { forgetCommand } from "./forget.ts";
import { INDUSTRY_COMMANDS } from "./industry/commands.ts";
import { makeEditorCommand } from "./make-editor.ts";
import { migrateCommand } from "./migrate.ts";
import { moveToPostgres } from "./move-to-postgres.ts";
import { shown } from "./options.ts";
import { restore } from "./restore.ts";
import { starter } from "./starter.ts";

export const COMMANDS: readonly Command[] = [
  makeEditorCommand,
  backup,
  restore,
  check,
  forgetCommand,
  migrateCommand,
  starter,
  moveToPostgres,
  ...INDUSTRY_COMMANDS,
];

/** What `help` prints. */
export function helpText(): string {
  const lines = COMMANDS.flatMap((command) => [
    `  ${[command.name, command.usage].filter(Boolean).join(" ")}`,
    `      ${command.about}`,
    ...Object.entries(command.options ?? {}).map(
      ([name, option]) => `      ${shown(name, option)}: ${option.about}`,
    ),
  ]);
  return [
    "npm run cli -- COMMAND",
    "",
    ...lines,
    "",
    "Settings come from the environment and .env, as for npm start; DATA_DIR says which site is meant.",
    "",
  ].join("\n");
}
