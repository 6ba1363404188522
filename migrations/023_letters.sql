-- Mail that a person writes through the house, many at a time.
alter table mails
  -- Who it comes from, where that is a person and not the site: "Dana Ruiz, Platte Valley Healthcare Partnership".
  add column from_name text,
  add column reply_name text,
  -- Personal correspondence: no machine's mark on it.
  add column personal boolean not null default false,
  -- Where one press ends such mail; told to mail programs in a header.
  add column unsubscribe_url text,
  -- Those that were written together are sent together, by one job over lines that stay open.
  add column batch uuid,
  -- The house stopped while it had this one in hand, so it may have gone out twice.
  add column retaken_at timestamptz;
create index mails_waiting_in_batch on mails (batch) where batch is not null and state = 'queued';

-- Small things that go along, such as a calendar entry.
create table mail_attachments (
  mail uuid not null references mails on delete cascade,
  position integer not null,
  name text not null check (name <> '' and length(name) <= 120),
  type text not null,
  bytes bytea not null check (length(bytes) <= 1048576),
  primary key (mail, position)
);
