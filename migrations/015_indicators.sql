-- A set of indicators as it was asked: answers name the set's version, so that they stay comparable.
create table indicator_sets (
  version integer primary key,
  name text not null,
  note text not null default '',
  source text not null default '',
  -- Indicators with their four levels in words (content.ts says the shape).
  content jsonb not null,
  state text not null check (state in ('draft', 'current', 'past')),
  created_at timestamptz not null,
  published_at timestamptz
);
create unique index indicator_sets_current on indicator_sets ((true)) where state = 'current';

-- One time that a partnership looked at itself.
create table assessments (
  id uuid primary key,
  partnership uuid not null references partnerships on delete cascade,
  set_version integer not null references indicator_sets (version),
  held_on date not null,
  state text not null check (state in ('open', 'settled')),
  note text not null default '',
  -- Private to the partnership unless it says otherwise: its state's lead, or everyone.
  shared_with text not null default 'partnership' check (shared_with in ('partnership', 'state', 'public')),
  -- Whether it counts, without its name, in the network's picture.
  in_picture boolean not null default false,
  opened_by uuid references people on delete set null,
  settled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create index assessments_by_partnership on assessments (partnership, held_on desc);
create unique index assessments_one_open on assessments (partnership) where state = 'open';

-- What each of several people thinks, seen by the others once all differences are looked at together.
create table assessment_answers (
  assessment uuid not null references assessments on delete cascade,
  person uuid references people on delete set null,
  respondent uuid not null,
  name text not null,
  indicator text not null,
  level integer check (level between 1 and 4),
  note text not null default '',
  at timestamptz not null,
  primary key (assessment, respondent, indicator)
);
-- What the team settled on.
create table assessment_results (
  assessment uuid not null references assessments on delete cascade,
  indicator text not null,
  level integer check (level between 1 and 4),
  note text not null default '',
  primary key (assessment, indicator)
);
