-- A table that an editor brings: read, tried out row by row, and then taken in as a whole or not at all.
create table imports (
  id uuid primary key,
  kind text not null,
  file_name text not null,
  -- In the file store, until the rows have been read.
  sha256 text not null,
  bytes bigint not null,
  state text not null check (state in ('reading', 'tried', 'refused', 'taking-in', 'done', 'failed', 'dropped')),
  by_person uuid references people on delete set null,
  by_name text not null,
  by_email text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  -- The file is read once; when it is tried again, the rows below are.
  read_at timestamptz,
  -- Counts the dry runs: who says yes says it to the last one.
  tries integer not null default 0,
  rows_tried integer not null default 0,
  rows_total integer,
  -- Column key → number of its column in the file, from 0, for saying where something stands.
  columns jsonb not null default '{}',
  -- Outcome → number of rows.
  counts jsonb not null default '{}',
  -- What an editor should know of the file as a whole: sentences.
  notes jsonb not null default '[]',
  problem text,
  -- The editor has said to take in the good rows and to leave the refused ones out.
  leaves_out boolean not null default false
);
create index imports_newest on imports (created_at desc, id);

create table import_rows (
  import uuid not null references imports on delete cascade,
  -- As the spreadsheet program shows it.
  number integer not null,
  outcome text not null check (outcome in ('untried', 'new', 'changed', 'unchanged', 'refused')),
  title text not null,
  cells jsonb not null,
  -- What could not be taken from the file, whatever the directory says: formulas, for instance.
  misread jsonb not null default '[]',
  problems jsonb not null default '[]',
  changes jsonb not null default '[]',
  target uuid,
  primary key (import, number)
);
create index import_rows_by_outcome on import_rows (import, outcome, number);

-- Two things that look alike and are not the same, as somebody found who looked.
create table known_apart (
  kind text not null,
  a uuid not null,
  b uuid not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (kind, a, b),
  check (a < b)
);
