-- A partnership's action plan: what business decided, who does what until when, and how it goes.
create table action_plans (
  partnership uuid primary key references partnerships on delete cascade,
  -- What everybody may see of it; nothing until the team says so.
  shown text not null default 'nothing' check (shown in ('nothing', 'priorities', 'actions')),
  -- Whether owners of open actions are asked once a month.
  asks boolean not null default true,
  version integer not null default 1,
  begun_at timestamptz not null
);

-- A priority with the charter of the team that works on it.
create table plan_priorities (
  id uuid primary key,
  partnership uuid not null references action_plans on delete cascade,
  title text not null check (title <> '' and length(title) <= 160),
  theme text,
  state text not null default 'open' check (state in ('open', 'under-way', 'achieved', 'set-aside')),
  business_lead uuid references roster_contacts on delete set null,
  support_lead uuid references roster_contacts on delete set null,
  problem text not null default '',
  desired_result text not null default '',
  measure text not null default '',
  first_days text not null default '',
  rhythm text not null default '',
  -- What a launch voted on, where it came from there; it is taken over once.
  launch_group uuid,
  position integer not null,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index plan_priorities_by_partnership on plan_priorities (partnership, position);
create unique index plan_priorities_once on plan_priorities (partnership, launch_group) where launch_group is not null;

create table plan_members (
  priority uuid not null references plan_priorities on delete cascade,
  contact uuid not null references roster_contacts on delete cascade,
  role text not null check (role in ('champion', 'member', 'support')),
  added_at timestamptz not null,
  primary key (priority, contact)
);
create index plan_members_by_contact on plan_members (contact);

create table plan_team_meetings (
  id uuid primary key,
  priority uuid not null references plan_priorities on delete cascade,
  met_on date not null,
  word text not null default '',
  by_name text not null,
  at timestamptz not null
);
create index plan_team_meetings_by_priority on plan_team_meetings (priority, met_on desc);

create table plan_objectives (
  id uuid primary key,
  priority uuid not null references plan_priorities on delete cascade,
  title text not null check (title <> '' and length(title) <= 200),
  position integer not null,
  version integer not null default 1
);
create index plan_objectives_by_priority on plan_objectives (priority, position);

create table plan_actions (
  id uuid primary key,
  partnership uuid not null references action_plans on delete cascade,
  priority uuid not null references plan_priorities on delete cascade,
  objective uuid references plan_objectives on delete set null,
  words text not null check (words <> '' and length(words) <= 300),
  owner uuid references roster_contacts on delete set null,
  -- An owner who is not on the roster; nobody can write to them.
  owner_name text not null default '' check (length(owner_name) <= 120),
  due_on date,
  status text not null default 'open' check (status in ('open', 'on-track', 'stuck', 'done', 'dropped')),
  status_on date not null,
  evidence text not null default '',
  evidence_url text check (evidence_url ~ '^https?://'),
  is_quick_win boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (owner is null or owner_name = ''),
  check (not is_quick_win or status = 'done')
);
-- The order of the plan: what is stuck first, what is over last, each by day.
create index plan_actions_by_partnership on plan_actions
  (partnership, (status <> 'stuck'), (status in ('done', 'dropped')), due_on, id);
create index plan_actions_by_priority on plan_actions (priority);
create index plan_actions_by_owner on plan_actions (owner) where owner is not null;

-- How an action was said to stand, each time: by the team, or by its owner with a word.
create table plan_words (
  id uuid primary key,
  action uuid not null references plan_actions on delete cascade,
  status text not null,
  word text not null default '',
  -- The owner who answered a letter; their words go with them.
  contact uuid references roster_contacts on delete cascade,
  by_name text not null default '',
  at timestamptz not null
);
create index plan_words_by_action on plan_words (action, at desc);
create index plan_words_by_contact on plan_words (contact, at) where contact is not null;

-- The plan as it stood when the team reviewed it; never changed. Names stand apart, so that they go with whoever
-- leaves the roster.
create table plan_reviews (
  partnership uuid not null references action_plans on delete cascade,
  number integer not null,
  content jsonb not null,
  reviewed_on date not null,
  word text not null default '',
  by_name text not null,
  at timestamptz not null,
  primary key (partnership, number)
);
create table plan_review_names (
  partnership uuid not null,
  number integer not null,
  contact uuid not null references roster_contacts on delete cascade,
  name text not null,
  primary key (partnership, number, contact),
  foreign key (partnership, number) references plan_reviews on delete cascade
);
create index plan_review_names_by_contact on plan_review_names (contact);

-- The monthly letter: a partnership's owners are asked once for a month, whatever fails and however many processes try.
create table plan_rounds (
  partnership uuid not null references action_plans on delete cascade,
  month text not null check (month ~ '^\d{4}-\d\d$'),
  at timestamptz not null,
  primary key (partnership, month)
);
create table plan_letters (
  id uuid primary key,
  partnership uuid not null,
  month text not null,
  contact uuid not null references roster_contacts on delete cascade,
  actions integer not null,
  -- Null once the link was withdrawn.
  link_key text,
  link_ends_at timestamptz not null,
  sent_at timestamptz not null,
  answered_at timestamptz,
  foreign key (partnership, month) references plan_rounds on delete cascade,
  unique (partnership, month, contact)
);
create index plan_letters_by_partnership on plan_letters (partnership, sent_at desc, id);
create index plan_letters_by_contact on plan_letters (contact);

-- Who asked for no more of these; it holds also where somebody is taken off the roster and put on it again.
create table plan_stops (
  partnership uuid not null references partnerships on delete cascade,
  email text not null check (email = lower(email)),
  at timestamptz not null,
  primary key (partnership, email)
);
create index plan_stops_by_email on plan_stops (email);
