import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

type Look = readonly [width: number, scheme: "light" | "dark"];

const LOOKS: readonly Look[] = [
  [320, "light"],
  [320, "dark"],
  [1280, "light"],
  [1280, "dark"],
];
/** Each width and each scheme once, for half the time. */
const FEW_LOOKS: readonly Look[] = [
  [320, "light"],
  [1280, "dark"],
];
const ALL_RULES: RunOptions["runOnly"] = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** What can be wrong in one color scheme when nothing was in the other, at the same width. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];
/** What can be wrong at one width when nothing was at the other; of what only one of them shows, the longer look tells. */
const WIDTH_RULES = [...COLOR_RULES, "target-size", "scrollable-region-focusable"];

interface Axe {
  axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}

let source: string | undefined;

/**
 * Fails, naming each element and what is wrong with it, when the page as it stands breaks a rule of WCAG 2.2 A or AA or
 * a good practice: at 320 and 1280 pixels, light and dark; or when it must be scrolled sideways. Leaves the page at the
 * size it had.
 *
 * @param options.briefly looks at it narrow and light, and once more wide and dark for what differs there
 * @param options.withoutScript for a page whose browser runs none
 */
export async function expectAccessible(
  page: Page,
  options: { except?: string[]; briefly?: boolean; withoutScript?: boolean } = {},
): Promise<void> {
  if (options.withoutScript) {
    const twin = await twinOf(page);
    await expectAccessible(twin, { ...options, withoutScript: false });
    return twin.context().close();
  }
  // Words can be seen before the styles are there, and then everything is too small and too wide.
  await page.waitForLoadState("load");
  const size = page.viewportSize();
  const problems: string[] = [];
  const looks = options.briefly ? FEW_LOOKS : LOOKS;
  const isNew = await isSeenFirst(page, `${looks.length} ${options.except}`);
  if (isNew) await bringAxe(page);
  let seenAt = 0;
  for (const [width, colorScheme] of looks) {
    if (width === seenAt && !isNew) continue;
    await page.setViewportSize({ width, height: 900 });
    if (isNew) await page.emulateMedia({ colorScheme });
    problems.push(...(await sidewaysScroll(page, width)));
    if (!isNew) {
      seenAt = width;
      continue;
    }
    const rules = width === seenAt ? COLOR_RULES : options.briefly && seenAt !== 0 ? WIDTH_RULES : undefined;
    const { violations } = await runAxe(page, options.except ?? [], rules);
    seenAt = width;
    problems.push(...violations.map((violation) => describe(violation, width, colorScheme)));
  }
  await page.emulateMedia({ colorScheme: null });
  if (size) await page.setViewportSize(size);
  if (problems.length > 0) throw new Error(`${page.url()} is not accessible:\n\n${problems.join("\n\n")}`);
}

/**
 * Whether no story of this run has looked at a page of the same anatomy yet: the same elements in the same order with
 * the same looks, roles and states, lists of one kind taken once. What axe finds does not depend on the words, and most
 * pages are met many times, with script and without; whether words make a page too wide is asked each time.
 */
async function isSeenFirst(page: Page, how: string): Promise<boolean> {
  const run = process.env.TEST_RUN_FOLDER;
  if (!run) return true;
  const anatomy = await page.evaluate(() => {
    const of = (element: Element): string => {
      const marks = [...element.attributes]
        .filter(({ name }) =>
          /^(class|role|type|hidden|disabled|open|scope|lang|aria-(?!labelledby|describedby|controls))/.test(
            name,
          ),
        )
        .map(({ name, value }) => (name === "aria-label" ? name : `${name}=${value}`));
      const named = ["alt", "href", "for", "id", "title", "aria-labelledby", "aria-describedby"].filter(
        (name) => element.hasAttribute(name),
      );
      const words = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      );
      const parts = [...element.children].map(of).filter((part, at, all) => part !== all[at - 1]);
      return `<${element.localName} ${[...marks, ...named].join(" ")}${words ? " words" : ""}>${parts.join("")}</>`;
    };
    return of(document.documentElement);
  });
  const key = createHash("sha256").update(`${how} ${anatomy}`).digest("hex");
  const folder = join(run, "looked-at");
  await mkdir(folder, { recursive: true });
  return writeFile(join(folder, key), "", { flag: "wx" }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
      return false;
    },
  );
}

/** The same page in a browser that runs axe and nothing of the page's own: without script, axe does not run either. */
async function twinOf(page: Page): Promise<Page> {
  const html = await page.content();
  const storageState = await page.context().storageState();
  const context = await page.context().browser()!.newContext({ reducedMotion: "reduce", storageState });
  await context.route("**", (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) return route.fulfill({ body: html, contentType: "text/html" });
    return request.resourceType() === "script" ? route.fulfill({ body: "" }) : route.continue();
  });
  const twin = await context.newPage();
  await twin.goto(page.url());
  return twin;
}

// The policy of our pages forbids scripts that are not theirs; what the debugger evaluates is outside of it.
async function bringAxe(page: Page): Promise<void> {
  source ??= readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(source);
}

function runAxe(page: Page, except: string[], only: readonly string[] | undefined): Promise<AxeResults> {
  const how: RunOptions = only
    ? { runOnly: { type: "rule", values: only.filter((name) => !except.includes(name)) } }
    : { runOnly: ALL_RULES, rules: Object.fromEntries(except.map((name) => [name, { enabled: false }])) };
  return page.evaluate((options) => (globalThis as unknown as Axe).axe.run(document, options), {
    resultTypes: ["violations" as const],
    ...how,
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
