-- What a member tells of themselves, and to whom: `public`, `members` or `nobody`, for the whole and for each part.
create table profiles (
  person uuid primary key references people on delete cascade,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Folded, for the order of the directory; the name itself is the person's.
  sort_name text not null default '',
  -- Nobody is listed who has not said so.
  listed_for text not null default 'nobody' check (listed_for in ('public', 'members', 'nobody')),
  -- Who may write to them through the relay.
  written_by text not null default 'nobody' check (written_by in ('public', 'members', 'nobody')),
  role text not null default '',
  title text not null default '' check (length(title) <= 120),
  -- The one in the directory of organizations, where it is there; what they typed stays theirs either way.
  organization uuid references organizations on delete set null,
  organization_name text not null default '' check (length(organization_name) <= 160),
  states text[] not null default '{}',
  counties text[] not null default '{}',
  sectors uuid[] not null default '{}',
  topics uuid[] not null default '{}',
  -- Which phases of a partnership they work in now.
  phases text[] not null default '{}',
  about text not null default '',
  can_help text not null default '',
  looking_for text not null default '',
  photo uuid references media (id),
  photo_alt text not null default '' check (length(photo_alt) <= 250),
  -- Part → who sees it; a part that is not named is seen by nobody.
  shown jsonb not null default '{}',
  -- By what they are found, for each audience: words of the parts that it may see, and marks such as `@state:ne` for
  -- what it may filter by. Null where it may not see them at all. Written with every save (profiles/finding.ts).
  found_public tsvector,
  found_members tsvector,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (listed_for = 'public' or found_public is null),
  check (listed_for <> 'nobody' or found_members is null)
);
create index profiles_found_public on profiles using gin (found_public) with (fastupdate = off);
create index profiles_found_members on profiles using gin (found_members) with (fastupdate = off);
create index profiles_public_by_name on profiles (sort_name, person) where found_public is not null;
create index profiles_members_by_name on profiles (sort_name, person) where found_members is not null;
create index profiles_by_organization on profiles (organization) where organization is not null;

create table passkeys (
  id text primary key,
  person uuid not null references people on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (length(name) <= 80),
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_by_person on passkeys (person, created_at);

-- A challenge answers once, soon, and for what it was asked; only its hash is kept.
create table passkey_challenges (
  challenge_hash text primary key check (length(challenge_hash) = 43),
  -- Who adds a passkey; null where somebody signs in, of whom nothing is known yet.
  person uuid references people on delete cascade,
  expires_at timestamptz not null
);
create index passkey_challenges_by_expiry on passkey_challenges (expires_at);

-- Letters that go through the house so that no address shows. Text and addresses stay only while it waits.
create table relay_letters (
  id uuid primary key,
  to_kind text not null check (to_kind in ('person', 'partnership')),
  to_id uuid not null,
  to_name text not null,
  -- Whom it goes to, where the house does not know it otherwise; lower case.
  to_addresses text[] not null default '{}',
  from_person uuid references people on delete set null,
  from_name text not null,
  from_email text not null check (from_email = lower(from_email)),
  text text not null,
  -- A keyed hash of recipient, writer and words, by which a letter sent twice is known to be one.
  mark text not null,
  doubt text,
  -- `unconfirmed`: a guest has yet to press the button in their own mailbox. `held`: an editor looks at it first.
  state text not null check (state in ('unconfirmed', 'held', 'passed-on', 'dropped')),
  received_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references people on delete set null,
  check (state in ('unconfirmed', 'held') or (text = '' and to_addresses = '{}'))
);
create index relay_letters_held on relay_letters (received_at) where state = 'held';
create index relay_letters_unconfirmed on relay_letters (received_at) where state = 'unconfirmed';
create index relay_letters_by_recipient on relay_letters (to_kind, to_id, received_at desc);
create index relay_letters_by_writer on relay_letters (from_email);
create index relay_letters_by_mark on relay_letters (mark, received_at);

-- What the links in the relay's mails open: hashes only. `recipient` is a keyed hash of the address it went to.
create table relay_links (
  token_hash text primary key check (length(token_hash) = 43),
  kind text not null check (kind in ('confirm', 'stop')),
  letter uuid not null references relay_letters on delete cascade,
  recipient text,
  expires_at timestamptz not null,
  check ((kind = 'stop') = (recipient is not null))
);
create index relay_links_by_letter on relay_links (letter);
create index relay_links_by_expiry on relay_links (expires_at);

-- Who wants no more letters, from one writer or, with an empty writer, from anybody. Addresses as keyed hashes.
create table relay_stops (
  recipient text not null,
  to_id uuid not null,
  writer text not null default '',
  stopped_at timestamptz not null,
  primary key (recipient, to_id, writer)
);

-- A newcomer's first days: somebody greets them in person.
create table welcomes (
  person uuid primary key references people on delete cascade,
  joined_at timestamptz not null,
  -- When they saw the welcome page; until then signing in leads there.
  seen_at timestamptz,
  in_hand uuid references people on delete set null,
  greeted_at timestamptz,
  greeted_by uuid references people on delete set null,
  note text not null default ''
);
create index welcomes_waiting on welcomes (joined_at) where greeted_at is null;
