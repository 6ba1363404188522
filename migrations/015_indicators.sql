-- A set of indicators as it was asked: answers name the set's version, so that they stay comparable.
create table indicator_sets (
  version integer primary key check (version > 0),
  name text not null,
  -- What is new in this version, for whoever answered the one before.
  note text not null default '',
  source text not null default '',
  -- Indicators with their four levels in words (content.ts says the shape).
  content jsonb not null,
  state text not null check (state in ('draft', 'current', 'past')),
  -- Counts the changes of a draft, so that two editors do not overwrite each other.
  revision integer not null default 1,
  created_at timestamptz not null,
  published_at timestamptz,
  check ((state = 'draft') = (published_at is null))
);
create unique index indicator_sets_current on indicator_sets ((true)) where state = 'current';
create unique index indicator_sets_draft on indicator_sets ((true)) where state = 'draft';

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
  created_at timestamptz not null,
  check ((state = 'settled') = (settled_at is not null)),
  check (state = 'settled' or (shared_with = 'partnership' and not in_picture))
);
create index assessments_by_partnership on assessments (partnership, held_on desc, created_at desc);
create unique index assessments_one_open on assessments (partnership) where state = 'open';
create index assessments_in_picture on assessments (set_version, partnership, held_on desc) where in_picture;
create index assessments_shared on assessments (partnership, held_on desc) where shared_with <> 'partnership';

-- Who answers: somebody with an account, or somebody who was sent a link. A forgotten one has neither name nor person.
create table assessment_respondents (
  id uuid primary key,
  assessment uuid not null references assessments on delete cascade,
  person uuid references people on delete set null,
  name text not null,
  email text check (email = lower(email)),
  -- Part of what a link is sealed with; a new one ends the links before. Null where no link opens it.
  link_key text,
  invited_by uuid references people on delete set null,
  added_at timestamptz not null,
  answered_at timestamptz
);
create index assessment_respondents_by_assessment on assessment_respondents (assessment, added_at, id);
create unique index assessment_respondents_once on assessment_respondents (assessment, person) where person is not null;
create unique index assessment_respondents_one_mail on assessment_respondents (assessment, email) where email is not null;
create index assessment_respondents_by_person on assessment_respondents (person) where person is not null;
create index assessment_respondents_by_email on assessment_respondents (email) where email is not null;

-- What each of them thinks; null is "cannot say". The others see it once they have answered themselves.
create table assessment_answers (
  respondent uuid not null references assessment_respondents on delete cascade,
  indicator text not null,
  level integer check (level between 1 and 4),
  note text not null default '',
  primary key (respondent, indicator)
);
-- What the team settled on, with what the record said beside it on the day it was settled.
create table assessment_results (
  assessment uuid not null references assessments on delete cascade,
  indicator text not null,
  level integer check (level between 1 and 4),
  note text not null default '',
  evidence jsonb not null default '[]',
  primary key (assessment, indicator)
);

-- The network's picture as it was last drawn. Who is counted in it is kept, so that the next one differs from it by
-- nobody or by at least five (decision 008); readers are shown the sums alone.
create table indicator_pictures (
  set_version integer primary key references indicator_sets (version),
  drawn_at timestamptz not null,
  counted jsonb not null,
  groups jsonb not null
);
