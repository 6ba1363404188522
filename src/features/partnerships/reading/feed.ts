import { sql } from "kysely";
import { absoluteUrl, type Site } from "#base/site.ts";
import { element, escapeXml } from "#base/xml.ts";
import { sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { longDate } from "#ui/dates.tsx";
import { STAGE_WORDS, type Stage } from "../stages.ts";
import { THEMES } from "../themes.ts";
import { atomPath, listPath, partnershipPath } from "./address.ts";
import { describeFilter } from "./describe.ts";
import type { PartnershipFilter } from "./filter.ts";
import { type ListedPartnership, latestPartnerships } from "./listing.ts";

/** As many as a page of the list has. */
const FEED_LENGTH = 20;

interface Entry {
  partnership: ListedPartnership;
  /** What is new about it, in a sentence. */
  news: string;
  tags: string[];
}

interface LastMove {
  partnership: string;
  stage: Stage;
  since: string | null;
  word: string;
  at: Date;
  first: boolean;
}

/** What came, moved or changed last, of what a filter finds, as Atom (RFC 4287). Three queries at most. */
export async function atomOf(ctx: Ctx, filter: PartnershipFilter): Promise<string> {
  const items = await latestPartnerships(ctx, filter, FEED_LENGTH);
  const moves = await lastMoves(
    ctx,
    items.map(({ id }) => id),
  );
  const sectors = await sectorsByIds(
    ctx,
    items.flatMap((item) => item.sectors),
  );
  const entries = items.map((partnership) => ({
    partnership,
    news: newsOf(partnership, moves.get(partnership.id)),
    tags: [
      ...partnership.sectors.flatMap((id) => sectors.get(id)?.slug ?? []),
      ...partnership.states,
      partnership.stage,
      ...partnership.themes,
    ],
  }));
  return atom(ctx.site, filter, entries);
}

async function lastMoves(ctx: Ctx, ids: string[]): Promise<Map<string, LastMove>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<LastMove>`
    select distinct on (s.partnership) s.partnership, s.stage, s.since, s.word, s.at,
      not exists (select from partnership_stages e where e.partnership = s.partnership and e.at < s.at) as first
    from partnership_stages s where s.partnership = any(${ids}::uuid[])
    order by s.partnership, s.at desc, s.id desc`.execute(ctx.db);
  return new Map(rows.map((row) => [row.partnership, row]));
}

/** A page that is new, a partnership that moved, or a page that tells more than before. */
function newsOf({ createdAt, changedAt }: ListedPartnership, move: LastMove | undefined): string {
  if (changedAt.getTime() === createdAt.getTime()) return "New in the directory.";
  if (move && !move.first && move.at.getTime() >= changedAt.getTime()) {
    const since = move.since ? `, since ${longDate(move.since)}` : "";
    return [`It moved: ${STAGE_WORDS[move.stage].name}${since}.`, move.word].filter(Boolean).join(" ");
  }
  return "Its page tells something new.";
}

function atom(site: Site, filter: PartnershipFilter, entries: readonly Entry[]): string {
  const text = (name: string, words: string) => element(name, {}, escapeXml(words));
  // A feed must say when it last changed, and an empty one never did.
  const changed = new Date(Math.max(0, ...entries.map(({ partnership }) => partnership.changedAt.getTime())));
  const self = absoluteUrl(site, atomPath(filter));
  const parts = [
    text("id", self),
    text("title", `${describeFilter(filter)} · ${site.name}`),
    text("subtitle", "Partnerships that came, moved or changed last."),
    text("updated", changed.toISOString()),
    element("link", { rel: "self", type: "application/atom+xml", href: self }),
    element("link", { rel: "alternate", type: "text/html", href: absoluteUrl(site, listPath(filter)) }),
    element("author", {}, text("name", site.name)),
    ...entries.map((entry) => atomEntry(site, entry)),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n${parts.join("\n")}\n</feed>\n`;
}

function atomEntry(site: Site, { partnership, news, tags }: Entry): string {
  const text = (name: string, words: string) => element(name, {}, escapeXml(words));
  const url = absoluteUrl(site, partnershipPath(partnership.slug));
  const facts = [
    partnership.summary,
    `Stage: ${STAGE_WORDS[partnership.stage].name}.`,
    partnership.themes.length > 0 &&
      `Works on: ${partnership.themes.map((theme) => THEMES[theme]).join(", ")}.`,
    partnership.conveners.length > 0 && `Convened by ${partnership.conveners.join(" and ")}.`,
  ].filter((fact) => typeof fact === "string" && fact !== "");
  return element(
    "entry",
    {},
    [
      text("id", url),
      text("title", partnership.name),
      text("updated", partnership.changedAt.toISOString()),
      text("published", partnership.createdAt.toISOString()),
      element("link", { rel: "alternate", type: "text/html", href: url }),
      ...tags.map((tag) => element("category", { term: tag })),
      text("summary", news),
      text("content", [news, ...facts].join(" ")),
    ].join("\n"),
  );
}
