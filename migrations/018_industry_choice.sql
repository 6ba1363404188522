-- A region has a team: somebody who keeps it, and members.
alter table grants drop constraint grants_role_check;
alter table grants add constraint grants_role_check
  check (role in ('partnership-editor', 'state-lead', 'state-editor', 'region-keeper', 'region-member'));
alter table grants drop constraint grants_check;
alter table grants add constraint grants_check
  check ((role in ('state-lead', 'state-editor')) = (scope ~ '^[a-z]{2}$'));
alter table grant_invitations drop constraint grant_invitations_role_check;
alter table grant_invitations add constraint grant_invitations_role_check
  check (role in ('partnership-editor', 'state-lead', 'state-editor', 'region-keeper', 'region-member'));

-- A named set of counties, across state lines where a team works so.
create table regions (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  note text not null default '',
  -- Private to its team unless the team says otherwise: the leads of its states, or everyone.
  shown text not null default 'team' check (shown in ('team', 'state', 'everyone')),
  partnership uuid references partnerships on delete set null,
  -- The number of the shape that counts now.
  shape integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index regions_shown_to_everyone on regions (lower(name), id) where shown = 'everyone';
create index regions_by_partnership on regions (partnership) where partnership is not null;

-- Its shapes, one after the other. What was decided names the shape it was decided on, so none is ever changed.
create table region_shapes (
  region uuid not null references regions on delete cascade,
  number integer not null check (number > 0),
  -- FIPS codes, and the states they lie in, both sorted.
  counties text[] not null check (cardinality(counties) between 1 and 200),
  states text[] not null check (cardinality(states) > 0),
  -- Why it was changed.
  note text not null default '',
  by_person uuid references people on delete set null,
  by_name text not null,
  at timestamptz not null,
  primary key (region, number)
);
create index region_shapes_by_state on region_shapes using gin (states);
alter table regions add constraint regions_have_their_shape
  foreign key (id, shape) references region_shapes (region, number) deferrable initially deferred;

create function refuse_to_reshape() returns trigger language plpgsql as $$
begin
  raise exception 'the shape of a region is never changed; a new one is added';
end $$;
create trigger region_shapes_stay before update on region_shapes for each row
  when (old.region is distinct from new.region or old.number is distinct from new.number
    or old.counties is distinct from new.counties or old.at is distinct from new.at)
  execute function refuse_to_reshape();

-- A team's way to its sector: the question, the candidates, what counts how much.
create table sector_choices (
  id uuid primary key,
  region uuid not null references regions on delete cascade,
  shape integer not null,
  title text not null,
  -- Periods, whose employers, and at which level the candidates are (choice/content.ts says the shape).
  question jsonb not null,
  candidates jsonb not null default '[]',
  criteria jsonb not null default '[]',
  preset text not null default '',
  -- How figures become comparable: by their place between the least and the most, or by rank.
  scale text not null check (scale in ('min-max', 'rank')),
  state text not null check (state in ('open', 'decided')),
  opened_by uuid references people on delete set null,
  -- The decision that it takes up again.
  reopens uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  foreign key (region, shape) references region_shapes (region, number)
);
create index sector_choices_by_region on sector_choices (region, created_at desc, id);

-- Who scores: somebody of the team, or somebody who was sent a link. A forgotten one has neither name nor person.
create table choice_scorers (
  id uuid primary key,
  choice uuid not null references sector_choices on delete cascade,
  person uuid references people on delete set null,
  name text not null,
  email text check (email = lower(email)),
  -- Part of what a link is sealed with; a new one ends the links before. Null where no link opens it.
  link_key text,
  invited_by uuid references people on delete set null,
  added_at timestamptz not null,
  scored_at timestamptz,
  -- How often they have changed their scores since.
  changes integer not null default 0
);
create index choice_scorers_by_choice on choice_scorers (choice, added_at, id);
create unique index choice_scorers_once on choice_scorers (choice, person) where person is not null;
create unique index choice_scorers_one_mail on choice_scorers (choice, email) where email is not null;
create index choice_scorers_by_person on choice_scorers (person) where person is not null;
create index choice_scorers_by_email on choice_scorers (email) where email is not null;

-- What each of them thinks of one candidate by one criterion; null is "cannot say".
create table choice_scores (
  scorer uuid not null references choice_scorers on delete cascade,
  candidate text not null,
  criterion text not null,
  score integer check (score between 1 and 5),
  note text not null default '',
  primary key (scorer, candidate, criterion)
);
-- What the team settled on after talking about it.
create table choice_settlements (
  choice uuid not null references sector_choices on delete cascade,
  candidate text not null,
  criterion text not null,
  score integer not null check (score between 1 and 5),
  note text not null default '',
  primary key (choice, candidate, criterion)
);
-- Elimination: by one criterion after the other, the weakest are left out.
create table choice_rounds (
  choice uuid not null references sector_choices on delete cascade,
  number integer not null check (number > 0),
  criterion text not null,
  dropped jsonb not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  primary key (choice, number)
);

-- What a team decided, with everything it stood on. Never changed; taken up again only as a new version.
create table sector_decisions (
  id uuid primary key,
  -- The first version's id, the same in all of them.
  series uuid not null,
  number integer not null check (number > 0),
  region uuid not null references regions,
  shape integer not null,
  choice uuid not null references sector_choices,
  record jsonb not null,
  decided_on date not null,
  shown text not null check (shown in ('team', 'state', 'everyone')),
  -- Counts the changes of who may see it.
  version integer not null default 1,
  created_at timestamptz not null,
  unique (series, number),
  unique (choice),
  foreign key (region, shape) references region_shapes (region, number)
);
create index sector_decisions_by_region on sector_decisions (region, decided_on desc, created_at desc);
create index sector_decisions_for_everyone on sector_decisions (created_at desc, id) where shown = 'everyone';
alter table sector_choices add constraint sector_choices_reopen_a_decision
  foreign key (reopens) references sector_decisions (id);

-- Who agreed, and who did not and why. The only names in a decision, so that somebody can be forgotten.
create table decision_voices (
  decision uuid not null references sector_decisions,
  position integer not null,
  person uuid references people on delete set null,
  name text not null,
  role text not null,
  agrees boolean not null,
  words text not null,
  primary key (decision, position)
);
create index decision_voices_by_person on decision_voices (person) where person is not null;
create index decision_voices_by_name on decision_voices (lower(name));

create function refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'a decision is never changed; it is taken up again as a new version';
end $$;
create trigger sector_decisions_stay before update on sector_decisions for each row
  when ((old.id, old.series, old.number, old.region, old.shape, old.choice, old.record, old.decided_on, old.created_at)
    is distinct from (new.id, new.series, new.number, new.region, new.shape, new.choice, new.record, new.decided_on,
      new.created_at))
  execute function refuse_to_rewrite();
create trigger sector_decisions_last before delete on sector_decisions for each row
  execute function refuse_to_rewrite();
-- A name, a role and words may be emptied, when somebody is forgotten, and never become others.
create trigger decision_voices_stay before update on decision_voices for each row
  when ((old.decision, old.position, old.agrees) is distinct from (new.decision, new.position, new.agrees)
    or new.name not in (old.name, '') or new.role not in (old.role, '') or new.words not in (old.words, ''))
  execute function refuse_to_rewrite();
create trigger decision_voices_last before delete on decision_voices for each row
  execute function refuse_to_rewrite();

-- What a team adds to the sheet of facts that goes out with an invitation.
create table fact_sheets (
  decision uuid primary key references sector_decisions,
  ask text not null,
  contact text not null,
  version integer not null default 1,
  changed_at timestamptz not null
);
