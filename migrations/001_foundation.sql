create extension if not exists pg_trgm;

-- What happened, told by the room it happened in: activity, audit log and cache invalidation read it.
create table events (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  name text not null check (name ~ '^[a-z-]+\.[a-z-]+$'),
  actor_kind text not null check (actor_kind in ('guest', 'person', 'system')),
  actor_id uuid,
  actor_name text not null,
  subject_kind text not null,
  subject_id text not null,
  particulars jsonb not null default '{}'
);
create index events_by_subject on events (subject_kind, subject_id, id desc);
create index events_by_name on events (name, id desc);
create index events_by_actor on events (actor_id, id desc);

-- Other processes on the same database hear of it and drop their cached pages.
create function announce_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('events', new.name);
  return null;
end $$;
create trigger announce_event after insert on events for each row execute function announce_event();

create table mails (
  id uuid primary key,
  created_at timestamptz not null,
  recipient text not null,
  reply_to text,
  subject text not null,
  text text not null,
  html text not null,
  kind text not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'kept')),
  tries integer not null default 0,
  last_problem text,
  claimed_until timestamptz,
  sent_at timestamptz
);
create index mails_by_state on mails (state, created_at desc);
create index mails_newest on mails (created_at desc, id);

-- What editors set for the whole site; one row.
create table site_settings (
  one boolean primary key default true check (one),
  name text not null,
  tagline text not null,
  description text not null,
  time_zone text not null,
  contact_email text not null,
  postal_address text not null,
  brand_color text not null check (brand_color ~ '^(#[0-9a-f]{6})?$'),
  version integer not null default 1,
  changed_at timestamptz not null,
  starter_loaded_at timestamptz
);
