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
  -- Items in order: {minutes, title, lead, note} (content.ts says the shape).
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
  -- `walked-in`: came unasked. `asking`: answered an open link, and the team has not said yes.
  state text not null default 'listed' check (state in ('listed', 'invited', 'walked-in', 'asking', 'withdrawn')),
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
  link_key text,
  created_at timestamptz not null
);
create unique index meeting_guests_once on meeting_guests (meeting, contact) where contact is not null;
create index meeting_guests_by_contact on meeting_guests (contact) where contact is not null;
create index meeting_guests_by_company on meeting_guests (company) where company is not null;
