import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast, PAPER } from "#base/color.ts";
import { hues } from "./chip.tsx";

function css(name: string): string {
  return readFileSync(new URL(`./css/${name}.css`, import.meta.url), "utf8");
}

/** Colour tokens of both schemes; the dark one inherits what it does not say. */
function schemes(): { light: Record<string, string>; dark: Record<string, string> } {
  const light: Record<string, string> = {};
  const dark: Record<string, string> = {};
  for (const sheet of [css("tokens"), css("hues")]) {
    const [day = "", night = ""] = sheet.split("prefers-color-scheme: dark");
    for (const [, name, value] of day.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)) light[name!] = value!;
    for (const [, name, value] of night.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)) dark[name!] = value!;
  }
  return { light, dark: { ...light, ...dark } };
}

/** Every text colour and the grounds it stands on somewhere in the style sheets. */
const textOn: Record<string, string[]> = {
  ink: ["paper", "sheet", "pine-wash", "success-wash", "warning-wash", "danger-wash"],
  "ink-2": ["paper", "sheet", "pine-wash"],
  pine: ["paper", "sheet", "pine-wash"],
  "on-pine": ["pine"],
  "on-deep": ["pine-deep"],
  "on-deep-2": ["pine-deep"],
  marigold: ["pine-deep"],
  danger: ["paper", "sheet", "danger-wash"],
  success: ["paper", "sheet", "success-wash"],
  warning: ["paper", "sheet", "warning-wash"],
  ...Object.fromEntries(hues.map((hue) => [hue, ["paper", "sheet"]])),
};

/** What is seen but not read: edges of fields, focus rings (WCAG 1.4.11). */
const shapeOn: Record<string, string[]> = {
  edge: ["paper", "sheet"],
  focus: ["paper", "sheet"],
  pine: ["pine-wash"],
};

for (const [scheme, tokens] of Object.entries(schemes())) {
  test(`every text can be read on every ground it stands on (${scheme})`, () => {
    for (const [text, grounds] of Object.entries(textOn)) {
      for (const ground of grounds) {
        const ratio = contrast(tokens[text]!, tokens[ground]!);
        expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test(`every edge and focus ring can be seen (${scheme})`, () => {
    for (const [shape, grounds] of Object.entries(shapeOn)) {
      for (const ground of grounds) {
        expect(contrast(tokens[shape]!, tokens[ground]!), `${shape} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test(`white can be read on every stamp (${scheme})`, () => {
    for (const hue of hues) {
      expect(contrast("#ffffff", tokens[`${hue}-fill`]!), hue).toBeGreaterThanOrEqual(4.5);
    }
  });

  test(`the brand check measures on the page's own ground (${scheme})`, () => {
    expect(tokens.paper).toBe(PAPER[scheme as keyof typeof PAPER]);
  });
}

test("every hue has its class", () => {
  const sheet = css("hues");
  for (const hue of hues) expect(sheet).toContain(`.hue-${hue} {`);
});
