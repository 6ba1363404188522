-- What a member tells of themselves, and to whom: `public`, `members` or `nobody`, for the whole and for each part.
create table profiles (
  person uuid primary key references people on delete cascade,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Nobody is listed who has not said so.
  listed_for text not null default 'nobody' check (listed_for in ('public', 'members', 'nobody')),
  -- Whether others may write through the relay, and who.
  written_by text not null default 'nobody' check (written_by in ('public', 'members', 'nobody')),
  role text not null default '',
  title text not null default '' check (length(title) <= 120),
  organization uuid references organizations on delete set null,
  about text not null default '',
  can_help text not null default '',
  looking_for text not null default '',
  photo uuid references media (id),
  -- Part → who sees it; a part that is not named is seen by nobody.
  shown jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null
);

create table profile_places (
  person uuid not null references profiles (person) on delete cascade,
  state_code text not null check (state_code ~ '^[a-z]{2}$'),
  county text check (county ~ '^\d{5}$')
);
create unique index profile_places_once on profile_places (person, state_code, coalesce(county, ''));
create index profile_places_by_state on profile_places (state_code, person);
create table profile_sectors (
  person uuid not null references profiles (person) on delete cascade,
  sector uuid not null references sectors (id),
  primary key (person, sector)
);
create index profile_sectors_by_sector on profile_sectors (sector, person);
create table profile_topics (
  person uuid not null references profiles (person) on delete cascade,
  topic uuid not null references topics (id),
  primary key (person, topic)
);
create index profile_topics_by_topic on profile_topics (topic, person);
-- Which phases of a partnership they work in now.
create table profile_phases (
  person uuid not null references profiles (person) on delete cascade,
  phase text not null,
  primary key (person, phase)
);
create index profile_phases_by_phase on profile_phases (phase, person);

create table passkeys (
  id text primary key,
  person uuid not null references people on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_by_person on passkeys (person);

-- Letters that go through the house so that no address shows. The text stays only while it is held.
create table relay_letters (
  id uuid primary key,
  to_kind text not null check (to_kind in ('person', 'partnership')),
  to_id uuid not null,
  from_person uuid references people on delete set null,
  from_name text not null,
  from_email text not null,
  text text not null,
  doubt text,
  state text not null check (state in ('held', 'passed-on', 'dropped')),
  received_at timestamptz not null,
  decided_at timestamptz
);
create index relay_letters_held on relay_letters (received_at) where state = 'held';
create index relay_letters_by_recipient on relay_letters (to_kind, to_id, received_at desc);

-- A newcomer's first days: somebody greets them in person.
create table welcomes (
  person uuid primary key references people on delete cascade,
  joined_at timestamptz not null,
  in_hand uuid references people on delete set null,
  greeted_at timestamptz,
  greeted_by uuid references people on delete set null,
  note text not null default ''
);
create index welcomes_waiting on welcomes (joined_at) where greeted_at is null;
