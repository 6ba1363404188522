import { gzipSync } from "node:zlib";
import { ask, headerOf } from "./answer.ts";
import type { Page } from "./pages.ts";
import type { Row } from "./report.ts";

const KILOBYTE = 1024;
const LIMITS = { html: 50, css: 25, script: 15 };

/** What a reading page weighs, whom it asks, and what it leaves with the reader. */
export async function measureBudgets(origin: string, page: Page): Promise<Row[]> {
  const answer = await ask(origin + page.paths[0]);
  const html = answer.body.toString("utf8");
  const parts = partsOf(html);
  const css = await gzipped(
    origin,
    parts.filter((path) => path.includes(".css")),
  );
  const script = await gzipped(
    origin,
    parts.filter((path) => path.includes(".js")),
  );
  const foreign = parts.filter((path) => /^([a-z]+:)?\/\//i.test(path));
  const cookies = headerOf(answer, "set-cookie") ? 1 : 0;
  return [
    weight(`${page.name}: HTML`, answer.body.length, LIMITS.html),
    weight(`${page.name}: CSS, gzip`, css, LIMITS.css),
    weight(`${page.name}: script, gzip`, script, LIMITS.script),
    count(
      `${page.name}: requests to others, cookies`,
      `${foreign.length}, ${cookies}`,
      foreign.length + cookies === 0,
    ),
  ];
}

/** Everything that a browser fetches by itself to show the page. */
function partsOf(html: string): string[] {
  const found: string[] = [];
  for (const [tag] of html.matchAll(/<(link|script|img|source|iframe|video|audio)\b[^>]*>/g)) {
    const rel = /\brel="([^"]*)"/.exec(tag)?.[1];
    if (tag.startsWith("<link") && !/stylesheet|preload|icon/.test(rel ?? "")) continue;
    const address = /\b(?:src|href)="([^"]*)"/.exec(tag)?.[1];
    if (address) found.push(address);
  }
  return found;
}

async function gzipped(origin: string, paths: string[]): Promise<number> {
  const bodies = await Promise.all(paths.map((path) => ask(new URL(path, origin).href)));
  return bodies.reduce((sum, { body }) => sum + gzipSync(body).length, 0);
}

function weight(what: string, bytes: number, limit: number): Row {
  const measured = `${(bytes / KILOBYTE).toFixed(1)} KB`;
  return { ...count(what, measured, bytes <= limit * KILOBYTE), target: `≤ ${limit} KB` };
}

function count(what: string, measured: string, passes: boolean): Row {
  return { what, database: "", happenings: null, measured, target: "0, 0", passes };
}
