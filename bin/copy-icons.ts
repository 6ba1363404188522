/**
 * Writes `src/ui/icons.ts` from the icon package: only the drawings this site uses, so that a page never
 * carries a whole icon set. To add an icon, add its name below and run `node bin/copy-icons.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";

const names = `
  archive arrow-down arrow-left arrow-right arrow-up award bed-double building-2 calendar check chevron-down
  chevron-left chevron-right circle-alert circle-check circle-play clock copy cpu download external-link eye
  eye-off factory file file-image file-spreadsheet file-text flag graduation-cap hand-coins handshake hard-hat
  headphones heart-pulse history inbox info layers lightbulb link list list-checks lock log-out mail mail-open
  map map-pin megaphone menu message-square mountain newspaper pencil plus podcast presentation printer quote
  rotate-ccw rss search send settings shield-check shirt sliders-horizontal sprout star trash-2 triangle-alert
  truck undo-2 upload user users video x zap
`.match(/\S+/g)!;

const rows = names.map((name) => {
  const svg = readFileSync(
    new URL(`../node_modules/lucide-static/icons/${name}.svg`, import.meta.url),
    "utf8",
  );
  const body = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  return `  ${JSON.stringify(name)}: ${JSON.stringify(body.replace(/\s+/g, " ").replace(/ \/>/g, "/>").trim())},`;
});

writeFileSync(
  new URL("../src/ui/icons.ts", import.meta.url),
  `/**
 * Drawings from Lucide (ISC License, Lucide Icons and Contributors; those it took from Feather: MIT License,
 * Cole Bemis). Written by \`bin/copy-icons.ts\`: change the names there, not the paths here.
 */
export const icons = {
${rows.join("\n")}
} as const;

export type IconName = keyof typeof icons;
`,
);
