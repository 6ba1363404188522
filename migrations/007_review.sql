-- Which version of a happening an editor has had before their eyes; the desk shows what changed since.
create table happening_reads (
  happening uuid not null references happenings (id) on delete cascade,
  person uuid not null references people (id) on delete cascade,
  version integer not null,
  at timestamptz not null,
  primary key (happening, person)
);

-- The version that an editor set a time for: if its sender changes it after that, it does not go out by itself.
alter table happenings add column publish_version integer;
update happenings set publish_version = version where stage = 'scheduled';

-- The editors' own lists.
create index happenings_changed on happenings (changed_at desc, id);
create index happenings_changed_by_stage on happenings (stage, changed_at desc, id);
create index happenings_in_hand on happenings (in_hand) where in_hand is not null;
