import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const WIDTHS = [320, 1280];
const SCHEMES = ["light", "dark"] as const;
const RULES: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  resultTypes: ["violations"],
};

interface Axe {
  axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}

let source: string | undefined;

/**
 * Fails, naming each element and what is wrong with it, when the page as it stands breaks a rule of WCAG 2.2 A or AA or
 * a good practice: at 320 and 1280 pixels, light and dark; or when it must be scrolled sideways. Leaves the page at the
 * size it had.
 */
export async function expectAccessible(page: Page, options: { except?: string[] } = {}): Promise<void> {
  const size = page.viewportSize();
  const problems: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    problems.push(...(await sidewaysScroll(page, width)));
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await runAxe(page, options.except ?? []);
      problems.push(...violations.map((violation) => describe(violation, width, colorScheme)));
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (size) await page.setViewportSize(size);
  if (problems.length > 0) throw new Error(`${page.url()} is not accessible:\n\n${problems.join("\n\n")}`);
}

// The policy of our pages forbids scripts that are not theirs; what the debugger evaluates is outside of it.
async function runAxe(page: Page, except: string[]): Promise<AxeResults> {
  source ??= readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(source);
  const rules = Object.fromEntries(except.map((name) => [name, { enabled: false }]));
  return page.evaluate((options) => (globalThis as unknown as Axe).axe.run(document, options), {
    ...RULES,
    rules,
  });
}

async function sidewaysScroll(page: Page, width: number): Promise<string[]> {
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const outside = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    return outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
  });
  if (wide.length === 0) return [];
  return [`At ${width} pixels the page must be scrolled sideways because of\n    ${wide.join("\n    ")}`];
}

function describe(
  { id, help, nodes, helpUrl }: AxeResults["violations"][number],
  width: number,
  scheme: string,
) {
  const places = nodes
    .slice(0, 5)
    .map(
      ({ html, failureSummary }) =>
        `    ${html.slice(0, 200)}\n      ${failureSummary?.replaceAll("\n", "\n      ")}`,
    );
  const more = nodes.length > 5 ? [`    … and ${nodes.length - 5} more`] : [];
  return [`${id} at ${width} pixels, ${scheme}: ${help} (${helpUrl})`, ...places, ...more].join("\n");
}
