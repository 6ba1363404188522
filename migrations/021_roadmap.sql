-- A partnership's way from its academy to its second meeting, and on.
create table roadmaps (
  partnership uuid primary key references partnerships on delete cascade,
  -- Dates of steps count from here; without it they have none.
  launch_on date,
  begun_at timestamptz not null,
  version integer not null default 1
);

create table roadmap_steps (
  id uuid primary key,
  partnership uuid not null references roadmaps on delete cascade,
  -- Which step of the default plan it was made from; null for the team's own.
  step text,
  phase text not null check (phase in ('team', 'sector', 'prepare', 'launch', 'act', 'sustain')),
  title text not null check (title <> '' and length(title) <= 160),
  note text not null default '',
  -- Days from the launch, before it negative; a date set by hand counts instead.
  days_from_launch integer check (days_from_launch between -1000 and 1000),
  due_on date,
  position integer not null,
  done_at timestamptz,
  -- Empty where the work ticked it by itself.
  done_by text not null default '',
  -- What ticked it, in words of the roadmap.
  done_how text not null default '',
  set_aside_at timestamptz,
  created_at timestamptz not null
);
create index roadmap_steps_by_partnership on roadmap_steps (partnership, position);
create unique index roadmap_steps_once on roadmap_steps (partnership, step) where step is not null;

-- What the team says to the field's questions before it goes on.
create table roadmap_gates (
  partnership uuid not null references roadmaps on delete cascade,
  question text not null,
  answer text not null check (answer in ('yes', 'partly', 'not-yet')),
  word text not null default '',
  by_name text not null,
  at timestamptz not null,
  primary key (partnership, question)
);
