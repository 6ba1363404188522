create table sponsors (
  id uuid primary key,
  slug text not null unique,
  name text not null check (name <> ''),
  tier text not null check (tier in ('presenting', 'founding', 'supporting', 'in-kind')),
  season text check (season ~ '^\d{4}(-\d{4})?$'),
  position integer not null,
  paragraph text not null,
  url text check (url ~ '^https?://'),
  logo uuid references media (id),
  source text,
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);

create table sponsor_opportunities (
  id uuid primary key,
  slug text not null unique,
  name text not null check (name <> ''),
  season text check (season ~ '^\d{4}(-\d{4})?$'),
  position integer not null,
  summary text not null,
  paragraph text not null,
  open boolean not null,
  version integer not null default 1
);

create table sponsor_inquiries (
  id uuid primary key,
  received_at timestamptz not null,
  name text not null,
  organization text not null,
  email text not null,
  opportunity uuid references sponsor_opportunities (id),
  message text not null,
  state text not null check (state in ('new', 'answered', 'closed')),
  in_hand uuid references people (id) on delete set null,
  doubt text,
  version integer not null default 1
);
create index sponsor_inquiries_by_state on sponsor_inquiries (state, received_at);

create table sponsor_answers (
  id uuid primary key,
  inquiry uuid not null references sponsor_inquiries (id),
  at timestamptz not null,
  by_person uuid not null,
  by_name text not null,
  text text not null
);
create index sponsor_answers_by_inquiry on sponsor_answers (inquiry, at);
