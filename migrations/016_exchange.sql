-- A table that an editor brings: read, tried out row by row, and then taken in as a whole or not at all.
create table imports (
  id uuid primary key,
  kind text not null,
  file_name text not null,
  file_path text not null,
  bytes bigint not null,
  state text not null check (state in ('reading', 'tried', 'refused', 'taking-in', 'done', 'failed', 'dropped')),
  by_person uuid references people on delete set null,
  by_name text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  rows_read integer not null default 0,
  rows_total integer,
  counts jsonb not null default '{}',
  problem text,
  -- What the directory looked like when it was tried: a later change means trying again.
  tried_at timestamptz
);
create index imports_newest on imports (created_at desc);
create table import_rows (
  import uuid not null references imports on delete cascade,
  number integer not null,
  outcome text not null check (outcome in ('new', 'changed', 'unchanged', 'refused')),
  title text not null,
  cells jsonb not null,
  problems jsonb not null default '[]',
  changes jsonb not null default '[]',
  target uuid,
  primary key (import, number)
);
create index import_rows_by_outcome on import_rows (import, outcome, number);
