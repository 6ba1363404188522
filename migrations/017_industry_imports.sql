-- Figures that somebody brings: looked at, and then taken in as a whole or not at all. The figures themselves are files.
create table industry_imports (
  id uuid primary key,
  state text not null check (state in ('looking', 'looked', 'refused', 'taking-in', 'done', 'failed', 'dropped')),
  -- [{ name, sha256, bytes }], in the file store until a day later.
  files jsonb not null,
  -- What the look at them found, as holdings/findings.ts describes.
  findings jsonb,
  -- The set of figures that was held when they were looked at; null where none was.
  held_set text,
  -- The set that came of it.
  new_set text,
  -- How far a job is, 0 to 1, and with what.
  share real not null default 0,
  doing text not null default '',
  problem text,
  by_person uuid references people on delete set null,
  by_name text not null,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index industry_imports_newest on industry_imports (created_at desc, id);
