-- A partnership's meetings: its launch, the full meetings after it, action teams, the support team, champions' preparation.
create table meetings (
  id uuid primary key,
  partnership uuid not null references partnerships on delete cascade,
  kind text not null check (kind in ('launch', 'partnership', 'action-team', 'support-team', 'champions')),
  title text not null check (title <> '' and length(title) <= 160),
  -- What a wall clock shows there, and the moment it means: where a zone's rules change, the clock on the invitation
  -- stays right. A time that comes twice on a day names which of the two.
  starts_local text not null check (starts_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  occurrence text check (occurrence in ('first', 'second')),
  time_zone text not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 1440),
  -- Where: a name and an address for a map, or a link to meet by.
  place text not null default '',
  address text not null default '',
  online_url text check (online_url ~ '^https?://'),
  purpose text not null default '',
  -- Why it was called off, as its guests are told.
  cancel_word text not null default '',
  -- Items in order: {minutes, title, lead, note} (tables.ts says the shape).
  agenda jsonb not null default '[]',
  -- Who welcomes; a champion of the roster.
  welcomed_by uuid references roster_contacts on delete set null,
  state text not null default 'planned' check (state in ('planned', 'under-way', 'held', 'cancelled')),
  -- When those who came are told that notes will come, and when they did.
  notes text not null default '',
  notes_promised_on date,
  notes_published_at timestamptz,
  opened_at timestamptz,
  ended_at timestamptz,
  -- Part of what three kinds of links are sealed with; null where there is none. `come` lets somebody ask to come who
  -- was not invited, `door` lets those who stand at the door say that they are there.
  come_key text,
  door_key text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((state = 'held') = (ended_at is not null))
);
create index meetings_by_partnership on meetings (partnership, starts_at desc, id);
create index meetings_coming on meetings (starts_at) where state = 'planned';

-- Who is asked to come, who said what, who came.
create table meeting_guests (
  id uuid primary key,
  meeting uuid not null references meetings on delete cascade,
  -- Somebody on the roster; null once they were taken off it, so that counts stay true.
  contact uuid references roster_contacts on delete set null,
  -- As it was on the day; figures over years do not change when somebody changes jobs.
  side text not null check (side in ('business', 'public')),
  company uuid references roster_companies on delete set null,
  -- The champion in whose name they are asked.
  invited_by uuid references roster_contacts on delete set null,
  -- `walked-in`: came unasked. `withdrawn`: not asked any more; their links open nothing.
  state text not null default 'listed' check (state in ('listed', 'invited', 'walked-in', 'withdrawn')),
  invited_at timestamptz,
  reminded_at timestamptz,
  answer text check (answer in ('yes', 'no', 'maybe')),
  answered_at timestamptz,
  -- Their words with the answer: what they would like to talk about, food, who comes in their place.
  answer_note text not null default '',
  -- Facilitator, scribe, timekeeper, greeter; empty for most.
  room_role text not null default '',
  came_at timestamptz,
  came_by text check (came_by in ('self', 'greeter', 'sheet', 'later')),
  -- Whether this was the first meeting of theirs; set when they came.
  is_first boolean not null default false,
  -- When the link to the notes went out to them.
  notes_sent_at timestamptz,
  link_key text,
  created_at timestamptz not null
);
create unique index meeting_guests_once on meeting_guests (meeting, contact) where contact is not null;
create index meeting_guests_by_contact on meeting_guests (contact) where contact is not null;
create index meeting_guests_by_company on meeting_guests (company) where company is not null;

-- Every answer that was given, so that two which disagree are both seen; the newest counts.
create table meeting_answers (
  id bigint primary key generated always as identity,
  guest uuid not null references meeting_guests on delete cascade,
  at timestamptz not null,
  answer text not null check (answer in ('yes', 'no', 'maybe')),
  note text not null default '',
  -- Empty: by their own link. Else who of the team wrote it down.
  by_name text not null default ''
);
create index meeting_answers_by_guest on meeting_answers (guest, id);

-- People who were not invited and ask by an open link whether they may come. They are on no roster until the team says
-- yes, and forgotten when they do not confirm their address.
create table meeting_askers (
  id uuid primary key,
  meeting uuid not null references meetings on delete cascade,
  name text not null check (name <> '' and length(name) <= 120),
  company text not null check (company <> ''),
  side text not null check (side in ('business', 'public')),
  email text not null check (email = lower(email)),
  note text not null default '',
  doubt text,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decision text check (decision in ('yes', 'no')),
  link_key text,
  check ((decided_at is null) = (decision is null))
);
create unique index meeting_askers_once on meeting_askers (meeting, email);
create index meeting_askers_by_email on meeting_askers (email);
create index meeting_askers_unconfirmed on meeting_askers (asked_at) where confirmed_at is null;
