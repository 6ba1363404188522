import { sql } from "kysely";
import { type MediaFile, mediaByIds } from "#features/media/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { ArtefactKind, DatePrecision, Kind, License } from "../kinds.ts";
import type { Stage } from "../stages.ts";

/** A published happening with everything that its page shows. */
export interface Story {
  id: string;
  kind: Kind;
  title: string;
  summary: string;
  /** Restricted Markdown. */
  story: string;
  /** Postal codes, lower case. */
  state: string;
  alsoStates: string[];
  place: string;
  partnership: string;
  /** Of that partnership's own page, where it has one. */
  partnershipSlug: string | null;
  credit: string;
  source: { name: string; url: string | null; note: string };
  license: License;
  /** Ids. */
  sectors: string[];
  topics: string[];
  year: number;
  slug: string;
  at: Date;
  precision: DatePrecision;
  changedAt: Date;
  artefacts: StoryArtefact[];
  newer: StoryLink | null;
  older: StoryLink | null;
  related: StoryLink[];
}

export interface StoryArtefact {
  id: string;
  kind: ArtefactKind;
  title: string;
  note: string;
  url: string | null;
  file: MediaFile | null;
  transcript: string;
  transcriptPromised: boolean;
  transcriptNote: string;
}

export interface StoryLink {
  year: number;
  slug: string;
  title: string;
  state: string;
}

/** Related ones to a page. */
const RELATED = 4;
/** Of each list that a happening shares with others, so many of its newest are looked at. */
const LOOKED_AT = 6;

interface StoryRow {
  stage: Stage;
  id: string;
  kind: Kind;
  title: string;
  summary: string;
  story: string;
  state: string;
  states: string[];
  place: string;
  partnership: string;
  partnership_slug: string | null;
  credit: string;
  source_name: string;
  source_url: string | null;
  source_note: string;
  license: License;
  sectors: string[];
  topics: string[];
  year: number;
  slug: string;
  at: Date;
  precision: DatePrecision;
  changed_at: Date;
  artefacts: (Omit<StoryArtefact, "file" | "transcriptPromised" | "transcriptNote"> & {
    media: string | null;
    promised: boolean;
    transcript_note: string;
  })[];
  newer: StoryLink | null;
  older: StoryLink | null;
  related: StoryLink[];
}

/** "gone" where something was published once at this address and is not any more. At most two queries. */
export async function storyAt(ctx: Ctx, year: number, slug: string): Promise<Story | "gone" | undefined> {
  const { rows } = await storyQuery(year, slug).execute(ctx.db);
  const [row] = rows;
  if (!row) return undefined;
  if (row.stage !== "published") return "gone";
  const files = await mediaByIds(
    ctx,
    row.artefacts.flatMap(({ media }) => media ?? []),
  );
  const fileOf = new Map(files.map((file) => [file.id, file]));
  return {
    ...row,
    alsoStates: row.states.filter((code) => code !== row.state),
    partnershipSlug: row.partnership_slug,
    source: { name: row.source_name, url: row.source_url, note: row.source_note },
    changedAt: row.changed_at,
    artefacts: row.artefacts.map(({ media, promised, transcript_note, ...artefact }) => ({
      ...artefact,
      file: (media && fileOf.get(media)) || null,
      transcriptPromised: promised,
      transcriptNote: transcript_note,
    })),
  };
}

const LINK = sql`json_build_object('year', n.year, 'slug', n.slug, 'title', n.title, 'state', n.state_code)`;
const EVERYTHING = sql`list_of(null, null, null, null)`;

function storyQuery(year: number, slug: string) {
  return sql<StoryRow>`
    select h.stage, h.id, h.kind, h.title, h.summary, h.story, h.state_code as state, h.place, h.partnership,
      h.partnership_slug, h.credit,
      h.source_name, h.source_url, h.source_note, h.license, h.year, h.slug, h.published_at as at,
      h.date_precision as precision, greatest(h.changed_at, h.stage_since) as changed_at,
      array(select s.state_code from happening_states s where s.happening = h.id order by 1) as states,
      array(select s.sector::text from happening_sectors s where s.happening = h.id) as sectors,
      array(select t.topic::text from happening_topics t where t.happening = h.id) as topics,
      (select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'note', a.note,
          'url', a.url, 'media', a.media, 'transcript', a.transcript, 'promised', a.transcript_promised,
          'transcript_note', a.transcript_note) order by a.position), '[]')
        from artefacts a where a.happening = h.id) as artefacts,
      (select ${LINK} from list_entries e join happenings n on n.id = e.happening
        where e.list = ${EVERYTHING} and (e.listed_at, e.happening) > (h.listed_at, h.id)
        order by e.listed_at, e.happening limit 1) as newer,
      (select ${LINK} from list_entries e join happenings n on n.id = e.happening
        where e.list = ${EVERYTHING} and (e.listed_at, e.happening) < (h.listed_at, h.id)
        order by e.listed_at desc, e.happening desc limit 1) as older,
      (select coalesce(json_agg(${LINK} order by alike.place), '[]')
        from happenings_like(h, ${LOOKED_AT}, ${RELATED}) with ordinality as alike (id, place)
        join happenings n on n.id = alike.id) as related
    from happenings h where h.year = ${year} and h.slug = ${slug}`;
}
