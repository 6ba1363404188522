import { expect, test } from "vitest";
import { DataTable } from "./data-table.tsx";
import { longDate, Moment } from "./dates.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { Diff } from "./diff.tsx";
import { Icon } from "./icon.tsx";
import { iconSheet } from "./icon-sheet.ts";
import { icons } from "./icons.ts";
import { Pagination, pageNumbers } from "./pagination.tsx";
import { Shell } from "./shell.tsx";

const _ = undefined;

test("page numbers show both ends and this page's neighbours, and never a gap of a single page", () => {
  expect(pageNumbers(1, 1)).toEqual([1]);
  expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
  expect(pageNumbers(3, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(pageNumbers(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(pageNumbers(1, 12)).toEqual([1, 2, _, 12]);
  expect(pageNumbers(6, 12)).toEqual([1, _, 5, 6, 7, _, 12]);
});

test("the first page leads only onward and the last only back", () => {
  const href = (page: number) => `/happenings?page=${page}&state=pa`;
  const first = String(<Pagination label="Happenings" page={1} pages={3} href={href} />);
  expect(first).toContain('href="/happenings?page=2&amp;state=pa" rel="next"');
  expect(first).not.toContain('rel="prev"');
  const last = String(<Pagination label="Happenings" page={3} pages={3} href={href} />);
  expect(last).toContain('rel="prev"');
  expect(last).not.toContain('rel="next"');
  expect(Pagination({ label: "Happenings", page: 1, pages: 1, href })).toBeNull();
});

test("dates are told in long form, the month alone where no day is known", () => {
  expect(longDate("2018-03-14")).toBe("March 14, 2018");
  expect(longDate("2018-12")).toBe("December 2018");
  expect(longDate("0001-01-01")).toBe("January 1, 1");
});

test("a moment is told in the zone it is asked for, and names it", () => {
  const html = String(<Moment at={new Date("2026-10-11T15:00:00Z")} zone="America/Denver" />);
  expect(html).toContain('datetime="2026-10-11T15:00:00.000Z"');
  expect(html).toMatch(/October 11, 2026 at 9:00\sAM MDT/);
});

test("what came and what went is said in words, not by colour alone", () => {
  const parts = [
    { kind: "same", text: "A " },
    { kind: "removed", text: "big" },
    { kind: "added", text: "small" },
  ] as const;
  const html = String(<Diff fields={[{ label: "Title", parts: [...parts] }]} />);
  expect(html).toContain("[removed: ");
  expect(html).toContain("[added: ");
});

test("an entry without a value is left out, a zero is not", () => {
  const html = String(
    <DefinitionList
      entries={[
        { term: "Role", value: undefined },
        { term: "Wins", value: 0 },
      ]}
    />,
  );
  expect(html).not.toContain("Role");
  expect(html).toContain("<dd>0</dd>");
});

test("a table names itself, its columns and its rows", () => {
  const html = String(
    <DataTable
      caption="Who did what"
      columns={[
        { label: "Who", cell: (row: string[]) => row[0], heads: true },
        { label: "What", cell: (row: string[]) => row[1] },
      ]}
      rows={[["Ana", "Published"]]}
    />,
  );
  expect(html).toContain("<caption>Who did what</caption>");
  expect(html).toContain('<th scope="col">Who</th>');
  expect(html).toContain('<th scope="row">Ana</th>');
});

test("every icon is on the sheet, whose address changes with its drawings", () => {
  for (const name of Object.keys(icons)) expect(iconSheet.svg).toContain(`id="${name}"`);
  expect(iconSheet.path).toMatch(/^\/icons-[0-9a-f]{8}\.svg$/);
  expect(String(<Icon name="rss" />)).toContain(`href="${iconSheet.path}#rss"`);
  expect(String(<Icon name="rss" />)).toContain('aria-hidden="true"');
  expect(String(<Icon name="rss" label="Feed" />)).toContain('aria-label="Feed"');
});

test("a document says its language, title, address and feeds, and holds nothing inline", () => {
  const html = String(
    <Shell
      site={{ name: "Our Community", tagline: "Community of Practice" }}
      nav={[{ href: "/happenings", label: "Happenings", current: true }]}
      action={{ href: "/share", label: "Share what worked", shortLabel: "Share" }}
      head={{
        title: "Tom & Jerry's <win>",
        description: "Words",
        canonical: "https://example.org/a",
        feeds: [{ href: "/happenings.atom", title: "Happenings", type: "application/atom+xml" }],
        stylesheets: ["/site.css", "/brand.css"],
        scripts: ["/reading.js"],
      }}
      footer={{ groups: [{ title: "Learn", links: [{ href: "/model", label: "The model" }] }] }}
      failed
      children={<h1>Hello</h1>}
    />,
  );
  expect(html.startsWith('<!doctype html><html lang="en">')).toBe(true);
  expect(html).toContain("<title>Error: Tom &amp; Jerry&#39;s &lt;win&gt; · Our Community</title>");
  expect(html).toContain('<link rel="canonical" href="https://example.org/a"/>');
  expect(html).toContain('<link rel="alternate" type="application/atom+xml" href="/happenings.atom"');
  expect(html.indexOf("/site.css")).toBeLessThan(html.indexOf("/brand.css"));
  expect(html).toContain('<a href="/happenings" aria-current="page">');
  expect(html).toContain('<a class="skip" href="#main">');
  expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|<script[^>]*>[^<]/);
});
