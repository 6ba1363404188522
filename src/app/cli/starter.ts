import { join } from "node:path";
import { openContent } from "#platform/files/content.ts";
import { loadStarter } from "../starter.ts";
import type { SharedCommand } from "./command.ts";

export const starter: SharedCommand = {
  name: "starter",
  works: "with-the-site",
  usage: "",
  about: "Fills the site with the starter content, unless that was done before.",
  words: [0, 0],
  async run(_words, { house, say }) {
    const open = await house();
    const counts = await loadStarter(open, openContent(join(open.ground.root, "content")));
    if (!counts) say("The starter content was put in before; what was deleted since stays deleted.");
    for (const [name, count] of Object.entries(counts ?? {})) say(`${name}: ${count}`);
    return 0;
  },
};
