import { sql } from "kysely";
import { fileKind } from "#base/file-kinds.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import { absoluteUrl, type Site } from "#base/site.ts";
import { escapeXml } from "#base/xml.ts";
import { mediaHref } from "#features/media/public.ts";
import { sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { type ArtefactKind, KIND_WORDS } from "../kinds.ts";
import { happeningPath } from "./address.ts";
import { knownDate } from "./dates.ts";
import type { Filter } from "./filter.ts";
import { type ListedHappening, listHappenings } from "./listing.ts";

/** A happening as a feed carries it: whole, with absolute addresses. */
export interface FeedItem {
  url: string;
  title: string;
  summary: string;
  html: string;
  author: string;
  tags: string[];
  picture: string;
  /** Only where the day is known: a feed has no words for "some time in 2018". */
  published: Date | undefined;
  changed: Date;
  files: { url: string; title: string; mime: string; bytes: number }[];
}

/** The newest to a feed, as many as a page of the list has. */
const FEED_LENGTH = 20;

interface StoryRow {
  id: string;
  story: string;
  credit: string;
  source_note: string;
  changed: Date;
  artefacts: FeedArtefact[];
}

interface FeedArtefact {
  kind: ArtefactKind;
  title: string;
  url: string | null;
  media: string | null;
  name: string | null;
  type: string | null;
  bytes: number | null;
}

/** The newest that a filter finds. Two queries without words, whatever their number. */
export async function feedItems(ctx: Ctx, filter: Filter): Promise<FeedItem[]> {
  const { items } = await listHappenings(ctx, filter, { offset: 0, limit: FEED_LENGTH });
  if (items.length === 0) return [];
  const ids = items.map(({ id }) => id);
  const { rows } = await sql<StoryRow>`
    select h.id, h.story, h.credit, h.source_note, greatest(h.changed_at, h.stage_since) as changed,
      (select coalesce(json_agg(json_build_object('kind', a.kind, 'title', a.title, 'url', a.url, 'media', m.id,
          'name', m.name, 'type', m.kind, 'bytes', m.bytes) order by a.position), '[]')
        from artefacts a left join media m on m.id = a.media where a.happening = h.id) as artefacts
    from happenings h where h.id = any(${ids}::uuid[])`.execute(ctx.db);
  const stories = new Map(rows.map((row) => [row.id, row]));
  const names = await sectorsByIds(
    ctx,
    items.flatMap((item) => item.sectors),
  );
  return items.flatMap((item) => {
    const story = stories.get(item.id);
    const sectors = item.sectors.flatMap((id) => names.get(id)?.name ?? []);
    return story ? [feedItem(ctx.site, item, story, sectors)] : [];
  });
}

function feedItem(site: Site, item: ListedHappening, story: StoryRow, sectors: string[]): FeedItem {
  const path = happeningPath(item);
  return {
    url: absoluteUrl(site, path),
    title: item.title,
    summary: item.summary,
    html: htmlOf(site, item, story),
    author: story.credit || item.partnership || site.name,
    tags: [KIND_WORDS[item.kind].name, ...sectors],
    picture: absoluteUrl(site, `${path}/picture.png`),
    published: knownDate(item.at, item.precision, site.timeZone)?.length === 10 ? item.at : undefined,
    changed: story.changed,
    files: story.artefacts.flatMap(({ media, name, title, type, bytes }) =>
      media && name
        ? [
            {
              url: absoluteUrl(site, mediaHref({ id: media, name })),
              title,
              mime: (fileKind(type ?? "")?.mime ?? "application/octet-stream").replace(/;.*/, ""),
              bytes: bytes ?? 0,
            },
          ]
        : [],
    ),
  };
}

function htmlOf(site: Site, item: ListedHappening, { story, artefacts, source_note }: StoryRow): string {
  const parts = [
    `<p><strong>${escapeXml(item.summary)}</strong></p>`,
    renderMarkdown(story, { site: site.url, absolute: true }),
  ];
  const documents = artefacts.map(({ title, url, media, name }) => {
    const href = media && name ? absoluteUrl(site, mediaHref({ id: media, name })) : url;
    return `<li>${href ? `<a href="${escapeXml(href)}">${escapeXml(title)}</a>` : escapeXml(title)}</li>`;
  });
  if (documents.length > 0) parts.push(`<h2>Documents</h2>\n<ul>${documents.join("")}</ul>`);
  if (source_note) parts.push(`<p><em>${escapeXml(source_note)}</em></p>`);
  return parts.join("\n");
}
