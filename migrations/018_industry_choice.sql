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
