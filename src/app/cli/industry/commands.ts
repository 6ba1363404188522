import type { Command } from "../command.ts";
import { lqCommand } from "./lq.ts";
import { shiftShareCommand } from "./shift-share.ts";

/** What the command line can do with industry data. */
export const INDUSTRY_COMMANDS: readonly Command[] = [lqCommand, shiftShareCommand];
