import type { Command } from "../command.ts";
import { analyzeCommand } from "./analyze.ts";
import { lqCommand } from "./lq.ts";
import { shiftShareCommand } from "./shift-share.ts";

/** What the command line can do with industry data. */
export const INDUSTRY_COMMANDS: readonly Command[] = [analyzeCommand, lqCommand, shiftShareCommand];
