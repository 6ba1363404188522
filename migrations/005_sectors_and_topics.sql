-- A sector is a named set of NAICS codes. Sets may overlap: a partnership's "advanced manufacturing" is somebody
-- else's "aerospace".
create table sectors (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  description text not null,
  hue text not null,
  icon text not null,
  position integer not null,
  -- Health care and education are run by public bodies too; leaving those out would hide half of the jobs.
  include_public_ownership boolean not null default false,
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);

create table sector_codes (
  sector uuid not null references sectors (id) on delete cascade,
  code text not null check (code ~ '^\d{2}(-\d{2})?$|^\d{3,6}$'),
  vintage integer not null check (vintage in (2017, 2022)),
  primary key (sector, code, vintage)
);

create table topics (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  description text not null,
  position integer not null,
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
