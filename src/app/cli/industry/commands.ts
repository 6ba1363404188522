import type { Command } from "../command.ts";
import { analyzeCommand } from "./analyze.ts";
import { holdingsCommand } from "./holdings.ts";
import { importCommand } from "./import.ts";
import { lqCommand } from "./lq.ts";
import { shiftShareCommand } from "./shift-share.ts";
import { shipCommand } from "./ship.ts";

/** What the command line can do with industry data. */
export const INDUSTRY_COMMANDS: readonly Command[] = [
  analyzeCommand,
  importCommand,
  holdingsCommand,
  lqCommand,
  shiftShareCommand,
  shipCommand,
];
