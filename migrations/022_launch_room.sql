-- The launch room: what a meeting finds, groups, votes on and signs up for, live.
create table launch_rooms (
  meeting uuid primary key references meetings on delete cascade,
  -- What is typed on a phone to come in; drawn as a QR code on the projector.
  code text not null unique check (code ~ '^[A-HJ-NP-Z2-9]{6}$'),
  step text not null default 'capture'
    check (step in ('capture', 'group', 'vote', 'count', 'results', 'sign-up', 'closed')),
  votes_each integer not null default 3 check (votes_each between 1 and 9),
  -- Public partners listen and do not vote, unless the room says otherwise.
  public_votes boolean not null default false,
  -- Whether phones may put opportunities on the screen, or the scribe alone.
  phones_capture boolean not null default true,
  -- Said when the box is opened: companies that voted. A company that leaves the roster later takes nothing away.
  companies_voted integer,
  changed_at timestamptz not null,
  created_at timestamptz not null
);

-- What opportunities are put together under; after the vote, what people sign up for.
create table launch_groups (
  id uuid primary key,
  meeting uuid not null references launch_rooms on delete cascade,
  title text not null default '' check (length(title) <= 120),
  position integer not null,
  version integer not null default 1,
  -- Null until the box is opened.
  votes integer check (votes >= 0),
  -- A priority: people may sign up for it.
  taken_on boolean not null default false,
  created_at timestamptz not null
);
create index launch_groups_by_meeting on launch_groups (meeting, position, id);

create table launch_opportunities (
  -- Made by the phone that sends it, so that one sent twice is one.
  id uuid primary key,
  meeting uuid not null references launch_rooms on delete cascade,
  launch_group uuid references launch_groups on delete set null,
  words text not null check (words <> '' and length(words) <= 280),
  company text not null default '' check (length(company) <= 120),
  version integer not null default 1,
  created_at timestamptz not null
);
create index launch_opportunities_by_meeting on launch_opportunities (meeting, created_at, id);
create index launch_opportunities_by_group on launch_opportunities (launch_group) where launch_group is not null;

-- The box that the votes are in, locked: all sums under one cover that is made anew with every vote, so that no copy of
-- this table, old or new, tells what a vote was. The key is thrown away when the box is opened.
create table launch_boxes (
  meeting uuid primary key references launch_rooms on delete cascade,
  key text not null,
  sums text not null
);

-- Which companies' votes are in, and nothing of what they were: no time, no order, no number.
create table launch_papers (
  meeting uuid not null references launch_rooms on delete cascade,
  company uuid not null references roster_companies on delete cascade,
  used boolean not null default false,
  -- What the phone that voted named its sending, sealed: the same sent again is answered as before.
  receipt text,
  primary key (meeting, company)
);

-- Companies that are not among the guests and ask to vote.
create table launch_askers (
  id uuid primary key,
  meeting uuid not null references launch_rooms on delete cascade,
  name text not null check (name <> '' and length(name) <= 120),
  state text not null default 'asking' check (state in ('asking', 'let-in', 'declined')),
  company uuid references roster_companies on delete set null,
  created_at timestamptz not null
);
create index launch_askers_by_meeting on launch_askers (meeting, created_at, id);

create table launch_sign_ups (
  -- Made by the phone, as above.
  id uuid primary key,
  meeting uuid not null references launch_rooms on delete cascade,
  launch_group uuid not null references launch_groups on delete cascade,
  -- Who leaves the roster leaves the list.
  contact uuid not null references roster_contacts on delete cascade,
  -- As they wrote it: what the roster calls them is not for every screen in the room.
  name text not null check (name <> '' and length(name) <= 120),
  company text not null default '' check (length(company) <= 120),
  role text not null check (role in ('champion', 'member', 'support')),
  created_at timestamptz not null,
  unique (launch_group, contact)
);
create index launch_sign_ups_by_meeting on launch_sign_ups (meeting, created_at, id);
create index launch_sign_ups_by_contact on launch_sign_ups (contact);
