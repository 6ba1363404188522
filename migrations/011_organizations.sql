-- One directory of organizations: whoever a partnership, a person, an affiliate or an investment belongs to is found here,
-- so that nobody is typed twice.
create table organizations (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> '' and length(name) <= 160),
  also_known_as text[] not null default '{}',
  kind text not null check (kind in (
    'business', 'college', 'school', 'workforce-board', 'economic-developer', 'chamber',
    'agency', 'union', 'community-body', 'other')),
  state_code text check (state_code ~ '^[a-z]{2}$'),
  place text not null default '',
  url text check (url ~ '^https?://'),
  -- Where the facts come from, for what was not told by the organization itself.
  source text not null default '',
  -- After a merge the old address leads to the one that stayed.
  merged_into uuid references organizations (id),
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  words tsvector not null default ''
);
create index organizations_by_name on organizations (lower(name), id) where merged_into is null;
create index organizations_by_state on organizations (state_code, lower(name), id) where merged_into is null;
create index organizations_by_kind on organizations (kind, lower(name), id) where merged_into is null;
create index organizations_merged on organizations (merged_into) where merged_into is not null;
create index organizations_by_words on organizations using gin (words);

-- Every name of an organization without what people write differently: accents, points, "Inc." (key.ts).
create table organization_keys (
  organization uuid not null references organizations on delete cascade,
  key text not null,
  primary key (organization, key)
);
create index organization_keys_by_key on organization_keys (key);
create index organization_keys_alike on organization_keys using gin (key gin_trgm_ops);
