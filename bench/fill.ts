import type pg from "pg";
import { type Piece, population, subjects } from "./population.ts";
import { VOCABULARY, WORD_IN_ALL, WORD_IN_THREE } from "./prose.ts";

const BATCH = 500;

/** Built once over everything, these cost a third of what they cost row by row. */
const BUILT_LAST = ["happenings_by_words", "list_entries_newest"];

/**
 * Fills an empty, migrated site with published happenings by plain SQL, so that every table says what it would say
 * had they been published one by one, and leaves them as the house's own upkeep does. The same in every run.
 */
export async function fill(pool: pg.Pool, count: number): Promise<void> {
  await fillSubjects(pool);
  const build: string[] = [];
  for (const index of BUILT_LAST) {
    const { rows } = await pool.query<{ definition: string }>(
      "select pg_get_indexdef($1::regclass) as definition",
      [index],
    );
    build.push(rows[0]!.definition);
    await pool.query(`drop index ${index}`);
  }
  // A happening enters its lists once its states, sectors and topics are there, below, and not twice.
  await pool.query("alter table happenings disable trigger keep_listed");
  let batch: Piece[] = [];
  for (const piece of population(count)) {
    batch.push(piece);
    if (batch.length < BATCH) continue;
    await insert(pool, batch);
    batch = [];
  }
  if (batch.length > 0) await insert(pool, batch);
  await pool.query("alter table happenings enable trigger keep_listed");
  for (const definition of build) await pool.query(definition);
  await pool.query(
    "insert into known_words (word, uses) select w, 1 + n from unnest($1::text[], $2::integer[]) as t (w, n)",
    [
      [...VOCABULARY, WORD_IN_ALL, WORD_IN_THREE],
      [...VOCABULARY.map((_, rank) => Math.ceil(count / (rank + 6))), count, 3],
    ],
  );
  await pool.query("vacuum (analyze)");
}

async function fillSubjects(pool: pg.Pool): Promise<void> {
  const { sectors, topics } = subjects();
  const columns = (list: typeof sectors) => [
    list.map(({ id }) => id),
    list.map(({ slug }) => slug),
    list.map(({ name }) => name),
  ];
  await pool.query(
    `insert into sectors (id, slug, name, description, hue, icon, position, created_at)
     select id, slug, name, 'What ' || name || ' is about.', 'healthcare', 'factory', place, now()
     from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as t (id, slug, name, place)`,
    columns(sectors),
  );
  await pool.query(
    `insert into topics (id, slug, name, description, position, created_at)
     select id, slug, name, 'What ' || name || ' is about.', place, now()
     from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as t (id, slug, name, place)`,
    columns(topics),
  );
}

async function insert(pool: pg.Pool, pieces: Piece[]): Promise<void> {
  const column = <K extends keyof Piece>(name: K) => pieces.map((piece) => piece[name]);
  await pool.query(
    `insert into happenings (id, stage, kind, title, summary, story, state_code, place, partnership, credit, license,
       year, slug, published_at, created_at, changed_at, stage_since)
     select id, 'published', kind, title, summary, story, state, place, partnership, credit, 'cc-by',
       year, slug, at, at, at, at
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::integer[], $11::text[], $12::timestamptz[])
       as t (id, kind, title, summary, story, state, place, partnership, credit, year, slug, at)`,
    [
      column("id"),
      column("kind"),
      column("title"),
      column("summary"),
      column("story"),
      column("state"),
      column("place"),
      column("partnership"),
      column("credit"),
      column("year"),
      column("slug"),
      column("publishedAt"),
    ],
  );
  await insertParts(pool, pieces);
}

async function insertParts(pool: pg.Pool, pieces: Piece[]): Promise<void> {
  const pairs = (of: (piece: Piece) => string[]) => {
    const flat = pieces.flatMap((piece) => of(piece).map((value) => [piece.id, value] as const));
    return [flat.map(([id]) => id), flat.map(([, value]) => value)];
  };
  await pool.query(
    "insert into happening_states (happening, state_code) select * from unnest($1::uuid[], $2::text[])",
    pairs(({ state, alsoState }) => (alsoState ? [state, alsoState] : [state])),
  );
  await pool.query(
    "insert into happening_sectors (happening, sector) select * from unnest($1::uuid[], $2::uuid[])",
    pairs(({ sectors }) => sectors),
  );
  await pool.query(
    "insert into happening_topics (happening, topic) select * from unnest($1::uuid[], $2::uuid[])",
    pairs(({ topics }) => topics),
  );
  const linked = pieces.filter(({ link }) => link);
  await pool.query(
    `insert into artefacts (id, happening, position, kind, title, url)
     select id, happening, 1, 'document', title, url
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as t (id, happening, title, url)`,
    [
      linked.map(({ link }) => link!.id),
      linked.map(({ id }) => id),
      linked.map(({ link }) => link!.title),
      linked.map(({ link }) => link!.url),
    ],
  ); // The names of documents are among the words, which are made anew when a happening is touched.
  await pool.query("update happenings set changed_at = changed_at where id = any($1)", [
    linked.map(({ id }) => id),
  ]);
  await pool.query("select list_happenings($1)", [pieces.map(({ id }) => id)]);
}
