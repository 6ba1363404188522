-- Everyone who has confirmed an address here, and those an editor has invited.
create table people (
  id uuid primary key,
  email text not null unique
    check (email = lower(email) and length(email) <= 254 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  name text not null check (length(name) <= 120),
  role text not null check (role in ('member', 'editor')),
  created_at timestamptz not null,
  last_seen_at timestamptz
);
create index people_editors on people (created_at, id) where role = 'editor';

-- Only hashes of tokens: whoever reads this table cannot sign in with it.
create table sessions (
  token_hash text primary key check (length(token_hash) = 43),
  person_id uuid not null references people on delete cascade,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  check (expires_at > created_at)
);
create index sessions_by_person on sessions (person_id);
create index sessions_by_expiry on sessions (expires_at);

create table sign_in_links (
  token_hash text primary key check (length(token_hash) = 43),
  kind text not null check (kind in ('sign-in', 'first-editor')),
  email text check (email = lower(email)),
  return_to text check (return_to ~ '^/([^/\\]|$)'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (expires_at > created_at),
  check ((kind = 'sign-in') = (email is not null))
);
create index sign_in_links_unused on sign_in_links (email) where used_at is null;
create index sign_in_links_by_expiry on sign_in_links (expires_at);
