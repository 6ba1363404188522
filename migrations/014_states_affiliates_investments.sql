-- What a state's page says in its own words; who keeps it is a grant.
create table state_pages (
  state_code text primary key check (state_code ~ '^[a-z]{2}$'),
  intro text not null,
  sources jsonb not null default '[]',
  links jsonb not null default '[]',
  version integer not null default 1,
  changed_at timestamptz not null
);
-- Every saved state of the words, whole; the newest equals the row.
create table state_page_versions (
  state_code text not null references state_pages on delete cascade,
  number integer not null,
  content jsonb not null,
  note text not null default '',
  at timestamptz not null,
  by_person uuid,
  by_name text not null,
  primary key (state_code, number)
);
-- Whom a state lead knows as coaches and facilitators, and whom the state invited where. Nobody else sees them.
create table state_coaches (
  id uuid primary key,
  state_code text not null check (state_code ~ '^[a-z]{2}$'),
  person uuid references people on delete set null,
  name text not null check (name <> '' and length(name) <= 120),
  organization text not null default '',
  partnership uuid references partnerships on delete set null,
  note text not null default '',
  from_on text check (from_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  to_on text check (to_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  created_at timestamptz not null
);
create index state_coaches_by_state on state_coaches (state_code, created_at, id);

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
  -- Entered by mistake: nobody but editors sees it, and nothing is lost.
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (kind <> 'state' or state_code is not null),
  check (left_on is null or joined_on is null or left(left_on, length(joined_on)) >= left(joined_on, length(left_on)))
);
create unique index affiliates_one_of_a_state on affiliates (state_code) where kind = 'state' and retired_at is null;
create index affiliates_listed on affiliates (array_position(array['state', 'region', 'organization'], kind), lower(name), id)
  where retired_at is null;
create index affiliates_by_state on affiliates (state_code) where retired_at is null;
create table affiliate_leads (
  affiliate uuid not null references affiliates on delete cascade,
  position integer not null,
  person uuid references people on delete set null,
  -- Empty where only the organization that leads is told.
  name text not null,
  title text not null default '',
  organization text not null default '',
  from_on text check (from_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  to_on text check (to_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  -- How and when they agreed to be named; without it a name that was typed is shown to editors only.
  consent jsonb,
  primary key (affiliate, position),
  check (name <> '' or organization <> '')
);
create index affiliate_leads_by_person on affiliate_leads (person) where person is not null;

create table investments (
  id uuid primary key,
  state_code text check (state_code ~ '^[a-z]{2}$'),
  investor text not null check (investor <> '' and length(investor) <= 160),
  organization uuid references organizations (id),
  -- Whole dollars; null where the source tells of an investment without its amount.
  dollars bigint check (dollars > 0),
  -- The source says "more than".
  at_least boolean not null default false,
  in_kind boolean not null default false,
  -- Null where the source does not say which years; `years_note` then says what it does say.
  from_year integer check (from_year between 1990 and 2100),
  to_year integer check (to_year between 1990 and 2100),
  years_note text not null default '',
  purpose text not null check (purpose <> ''),
  came_of_it text not null default '',
  -- An investment that is counted inside another one (a grant paid out of a program): never added a second time.
  part_of uuid references investments (id),
  -- An editor looked at entries that seemed the same money, and they are not.
  told_apart boolean not null default false,
  source_name text not null check (source_name <> ''),
  source_url text check (source_url ~ '^https?://'),
  source_note text not null default '',
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (to_year >= from_year),
  check ((from_year is null) = (to_year is null)),
  check (part_of <> id)
);
create index investments_by_state on investments (state_code, from_year, lower(investor), id) where retired_at is null;
create index investments_by_whole on investments (part_of) where part_of is not null;

-- Where a sponsor is a state, or belongs to one, the state's page says thank you too.
alter table sponsors add column state_code text check (state_code ~ '^[a-z]{2}$');
