create table partnerships (
  id uuid primary key,
  -- Given once and kept, so that links to it live.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> '' and length(name) <= 160),
  summary text not null default '',
  -- The region in words: "Rio Grande Valley".
  region text not null default '',
  -- How much of its counties is known; beside the content, because the map asks it of thousands.
  counties_known text not null default 'unknown'
    check (counties_known in ('exact', 'approximate', 'whole-state', 'unknown')),
  setting text check (setting in ('rural', 'metro', 'both')),
  stage text not null check (stage in ('unknown', 'emerging', 'launching', 'active', 'paused', 'relaunched', 'closed')),
  -- As much of a date as is known: 2018, 2018-03 or 2018-03-14.
  stage_since text check (stage_since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  -- Everything a reader sees, whole (content.ts says its shape). What lists and filters ask for stands in columns and in
  -- the tables below as well, written in the same transaction.
  content jsonb not null,
  -- Whoever looks after it may write in the name of those who do; a starter's or an editor's page can be claimed.
  claimed_at timestamptz,
  -- Letters from its page reach those who look after it.
  contactable boolean not null default true,
  -- Somebody who looks after it said that all of it is true.
  confirmed_at timestamptz,
  reminded_at timestamptz,
  hidden_at timestamptz,
  -- Why an editor took it off the site, for those who look after it.
  hidden_word text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  words tsvector not null default ''
);
create index partnerships_by_name on partnerships (lower(name), id) where hidden_at is null;
create index partnerships_by_stage on partnerships (stage) where hidden_at is null;
create index partnerships_by_change on partnerships (changed_at desc, id) where hidden_at is null;
-- Which pages nobody has touched or confirmed for longest.
create index partnerships_by_freshness on partnerships (greatest(changed_at, confirmed_at), id) where hidden_at is null;
create index partnerships_reminded on partnerships (reminded_at) where reminded_at is not null;
create index partnerships_by_words on partnerships using gin (words);
create index partnerships_like on partnerships using gin (lower(name) gin_trgm_ops);

create table partnership_names (
  partnership uuid not null references partnerships on delete cascade,
  name text not null,
  primary key (partnership, name)
);
create index partnership_names_by_name on partnership_names (lower(name));
create table partnership_states (
  partnership uuid not null references partnerships on delete cascade,
  state_code text not null check (state_code ~ '^[a-z]{2}$'),
  position integer not null,
  primary key (partnership, state_code)
);
create index partnership_states_by_state on partnership_states (state_code, partnership);
create table partnership_counties (
  partnership uuid not null references partnerships on delete cascade,
  county text not null check (county ~ '^\d{5}$'),
  primary key (partnership, county)
);
create index partnership_counties_by_county on partnership_counties (county, partnership);
create table partnership_sectors (
  partnership uuid not null references partnerships on delete cascade,
  sector uuid not null references sectors (id),
  position integer not null,
  primary key (partnership, sector)
);
create index partnership_sectors_by_sector on partnership_sectors (sector, partnership);
create table partnership_themes (
  partnership uuid not null references partnerships on delete cascade,
  theme text not null,
  primary key (partnership, theme)
);
create index partnership_themes_by_theme on partnership_themes (theme, partnership);
-- Who serves it in which role, from when to when: people and organizations of the one directory. Kept from the content.
create table partnership_roles (
  partnership uuid not null references partnerships on delete cascade,
  role text not null,
  person uuid references people on delete set null,
  organization uuid references organizations (id),
  from_on text check (from_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  to_on text check (to_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$')
);
create index partnership_roles_by_partnership on partnership_roles (partnership);
create index partnership_roles_by_person on partnership_roles (person) where person is not null;
create index partnership_roles_by_organization on partnership_roles (organization) where organization is not null;

create table partnership_stages (
  id uuid primary key,
  partnership uuid not null references partnerships on delete cascade,
  stage text not null,
  since text check (since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  word text not null default '',
  at timestamptz not null,
  by_person uuid,
  by_name text not null
);
create index partnership_stages_by_partnership on partnership_stages (partnership, at desc);

-- Every saved state of the content, whole; the newest equals the row.
create table partnership_versions (
  partnership uuid not null references partnerships on delete cascade,
  number integer not null,
  content jsonb not null,
  at timestamptz not null,
  by_person uuid,
  by_name text not null,
  -- Whom the writer stood in for: an assistant edits for the champion, visibly.
  on_behalf_of text not null default '',
  note text not null default '',
  primary key (partnership, number)
);

create table partnership_claims (
  id uuid primary key,
  partnership uuid not null references partnerships on delete cascade,
  person uuid not null references people on delete cascade,
  role text not null,
  message text not null,
  state text not null check (state in ('waiting', 'granted', 'declined', 'withdrawn')),
  reason text not null default '',
  in_hand uuid references people on delete set null,
  made_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references people on delete set null
);
create unique index partnership_claims_once on partnership_claims (partnership, person) where state = 'waiting';
create index partnership_claims_waiting on partnership_claims (made_at) where state = 'waiting';

create index partnership_claims_by_partnership on partnership_claims (partnership, made_at);
create index partnership_claims_by_person on partnership_claims (person, made_at);

-- A partnership that has no page yet, as somebody in it proposes one.
create table partnership_proposals (
  id uuid primary key,
  person uuid not null references people on delete cascade,
  name text not null check (name <> '' and length(name) <= 160),
  state_code text not null check (state_code ~ '^[a-z]{2}$'),
  region text not null default '',
  summary text not null default '',
  stage text not null,
  role text not null,
  message text not null default '',
  state text not null check (state in ('waiting', 'published', 'declined', 'withdrawn')),
  reason text not null default '',
  -- The page that came of it.
  partnership uuid references partnerships on delete set null,
  in_hand uuid references people on delete set null,
  made_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references people on delete set null
);
create unique index partnership_proposals_once on partnership_proposals (person, lower(name)) where state = 'waiting';
create index partnership_proposals_waiting on partnership_proposals (made_at) where state = 'waiting';
create index partnership_proposals_by_person on partnership_proposals (person, made_at);

-- A happening names its partnership in words; where those are a partnership's name in that state, it is that partnership's.
alter table happenings add column partnership_slug text;
create index happenings_by_partnership on happenings (partnership_slug, listed_at desc, id)
  where partnership_slug is not null and listed_at is not null;

create function partnership_named(asked text, state text) returns text language sql stable as $$
  select p.slug from partnership_names n
    join partnerships p on p.id = n.partnership and p.hidden_at is null
    join partnership_states s on s.partnership = p.id and s.state_code = state
  where lower(n.name) = lower(asked) order by p.created_at, p.slug limit 1
$$;
create function keep_partnership_of_happening() returns trigger language plpgsql as $$
begin
  new.partnership_slug := case when new.partnership <> '' then partnership_named(new.partnership, new.state_code) end;
  return new;
end $$;
create trigger keep_partnership_of_happening before insert or update of partnership, state_code
  on happenings for each row execute function keep_partnership_of_happening();

-- Looks again whose happenings these are, after names, states or the page itself came or went.
create function link_happenings(names text[]) returns void language sql as $$
  update happenings set partnership_slug = partnership_named(partnership, state_code)
  where partnership <> '' and lower(partnership) = any (select lower(name) from unnest(names) as name)
    and partnership_slug is distinct from partnership_named(partnership, state_code)
$$;
create index happenings_by_partnership_name on happenings (lower(partnership)) where partnership <> '';

create function partnership_words(p partnerships) returns tsvector language sql stable as $$
  select setweight(to_tsvector('english', search_text(p.name || ' ' || coalesce((
           select string_agg(n.name, ' ') from partnership_names n where n.partnership = p.id), ''))), 'A')
    || setweight(to_tsvector('english', search_text(p.summary || ' ' || p.region)), 'B')
    || setweight(to_tsvector('english', search_text(coalesce(p.content ->> 'story', '') || ' ' || coalesce((
           select string_agg(one ->> 'title', ' ') from jsonb_array_elements(p.content -> 'priorities') one), ''))), 'C')
$$;

-- Said aloud, because the planner takes a function for a thousand rows and then reads the whole archive for four of them:
-- at ten thousand happenings that made a page eight times dearer.
alter function happenings_like rows 4;
