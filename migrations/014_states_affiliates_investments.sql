-- What a state's page says in its own words; who keeps it is a grant.
create table state_pages (
  state_code text primary key check (state_code ~ '^[a-z]{2}$'),
  intro text not null,
  sources jsonb not null default '[]',
  links jsonb not null default '[]',
  version integer not null default 1,
  changed_at timestamptz not null
);
create table state_page_versions (
  state_code text not null references state_pages on delete cascade,
  number integer not null,
  content jsonb not null,
  at timestamptz not null,
  by_person uuid,
  by_name text not null,
  primary key (state_code, number)
);
-- Whom a state lead knows as coaches and facilitators, and whom the state invited where.
create table state_coaches (
  id uuid primary key,
  state_code text not null check (state_code ~ '^[a-z]{2}$'),
  person uuid references people on delete set null,
  name text not null,
  organization text not null default '',
  partnership uuid references partnerships on delete set null,
  note text not null default '',
  from_on text,
  to_on text,
  created_at timestamptz not null
);
create index state_coaches_by_state on state_coaches (state_code);

-- Places and bodies that adopted the model.
create table affiliates (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> '' and length(name) <= 160),
  kind text not null check (kind in ('state', 'region', 'organization')),
  state_code text check (state_code ~ '^[a-z]{2}$'),
  counties text[] not null default '{}',
  organization uuid references organizations (id),
  summary text not null default '',
  story text not null default '',
  url text check (url ~ '^https?://'),
  -- As much of the date as is known.
  joined_on text check (joined_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  left_on text check (left_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  sources jsonb not null default '[]',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (kind <> 'state' or state_code is not null)
);
create table affiliate_leads (
  affiliate uuid not null references affiliates on delete cascade,
  position integer not null,
  person uuid references people on delete set null,
  name text not null,
  title text not null default '',
  organization text not null default '',
  from_on text,
  to_on text,
  primary key (affiliate, position)
);

create table investments (
  id uuid primary key,
  state_code text check (state_code ~ '^[a-z]{2}$'),
  investor text not null check (investor <> ''),
  organization uuid references organizations (id),
  -- Whole dollars; null where the source tells of an investment without its amount.
  dollars bigint check (dollars > 0),
  in_kind boolean not null default false,
  from_year integer not null check (from_year between 1990 and 2100),
  to_year integer not null check (to_year between 1990 and 2100),
  purpose text not null check (purpose <> ''),
  came_of_it text not null default '',
  -- An investment that is counted inside another one (a grant paid out of a program): never added a second time.
  part_of uuid references investments (id),
  source_name text not null check (source_name <> ''),
  source_url text check (source_url ~ '^https?://'),
  source_note text not null default '',
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (to_year >= from_year),
  check (part_of <> id)
);
create index investments_by_state on investments (state_code, from_year);
