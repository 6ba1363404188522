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

-- Texts that letters begin from: the site's own, those that a partnership made its own, and those that partnerships share.
create table letter_templates (
  id uuid primary key,
  -- Part of its address in the library; null for a partnership's own.
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Whose it is; for a shared one, who is thanked for it.
  partnership uuid references partnerships on delete cascade,
  state text not null check (state in ('site', 'own', 'offered', 'shared', 'declined', 'withdrawn')),
  kind text not null,
  title text not null check (title <> '' and length(title) <= 120),
  about text not null default '' check (length(about) <= 600),
  subject text not null check (length(subject) <= 200),
  -- Restricted Markdown with {{fields}}.
  body text not null check (length(body) <= 12000),
  -- How somebody is greeted whose name nobody knows.
  unknown_greeting text not null default 'Dear neighbor' check (length(unknown_greeting) <= 80),
  credit text not null default '',
  based_on uuid references letter_templates on delete set null,
  -- Of an offer: what an editor said.
  word text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null default '',
  check ((state in ('site', 'shared')) = (slug is not null)),
  check ((state = 'site') = (partnership is null))
);
create unique index letter_templates_own_once on letter_templates (partnership, kind) where state = 'own';
create index letter_templates_by_state on letter_templates (state, kind, title, id);
create index letter_templates_by_base on letter_templates (based_on) where based_on is not null;

create table letter_template_versions (
  template uuid not null references letter_templates on delete cascade,
  version integer not null,
  subject text not null,
  body text not null,
  unknown_greeting text not null,
  at timestamptz not null,
  by_name text not null,
  primary key (template, version)
);

-- One text to one audience: the invitations to a meeting, the follow-up to those who came.
create table letter_rounds (
  id uuid primary key,
  partnership uuid not null references partnerships on delete cascade,
  meeting uuid references meetings on delete set null,
  kind text not null,
  audience text not null check (audience in ('invited', 'unanswered', 'came', 'could-not-come', 'new-business', 'chosen')),
  chosen uuid[] not null default '{}',
  template uuid references letter_templates on delete set null,
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) <= 12000),
  unknown_greeting text not null check (length(unknown_greeting) <= 80),
  -- The one thing to do.
  action_label text not null default '' check (length(action_label) <= 80),
  action_url text check (action_url ~ '^https?://'),
  -- In whose name: the team's, one champion's, or that of the champion who asks each.
  signing text not null check (signing in ('team', 'champion', 'inviter')),
  signed_by uuid references roster_contacts on delete set null,
  -- Where answers go: a person.
  reply_name text not null default '',
  reply_email text check (reply_email = lower(reply_email)),
  state text not null default 'draft' check (state in ('draft', 'scheduled', 'sent')),
  send_at timestamptz,
  -- Written by the house when a meeting ended; a second end of the same meeting writes no second one.
  written_for text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz,
  check (state <> 'scheduled' or send_at is not null)
);
create index letter_rounds_by_partnership on letter_rounds (partnership, created_at desc, id);
create index letter_rounds_by_meeting on letter_rounds (meeting, kind) where meeting is not null;
create unique index letter_rounds_written_once on letter_rounds (meeting, written_for) where written_for is not null;
create index letter_rounds_by_signer on letter_rounds (signed_by) where signed_by is not null;
create index letter_rounds_by_template on letter_rounds (template) where template is not null;

-- What one person is sent in a round. There is a row once something is its own, or it went out.
create table letters (
  id uuid primary key,
  round uuid not null references letter_rounds on delete cascade,
  contact uuid references roster_contacts on delete set null,
  guest uuid references meeting_guests on delete set null,
  -- In whose name, where the round is signed by several.
  signer uuid references roster_contacts on delete set null,
  -- What is known for this letter alone: {met, caresAbout}.
  facts jsonb not null default '{}',
  -- Its own words where it does not follow the round's.
  subject text check (length(subject) <= 200),
  body text check (length(body) <= 12000),
  state text not null default 'draft' check (state in ('draft', 'approved', 'sent-back', 'left-out', 'sent')),
  -- What a reviewer said when they sent it back.
  word text not null default '' check (length(word) <= 1000),
  decided_at timestamptz,
  decided_by text not null default '',
  link_key text,
  version integer not null default 1,
  created_at timestamptz not null,
  -- As it was sent, and never changed.
  mail uuid,
  sent_at timestamptz,
  sent_to text,
  sent_from text,
  sent_reply_to text,
  sent_subject text,
  sent_text text,
  sent_html text,
  check ((state = 'sent') = (sent_at is not null))
);
create unique index letters_once on letters (round, contact) where contact is not null;
create index letters_by_contact on letters (contact) where contact is not null;
create index letters_by_guest on letters (guest) where guest is not null;
create index letters_by_signer on letters (round, signer);
create index letters_by_recipient on letters (sent_to) where sent_to is not null;

-- What was sent stays as it was sent, whatever a later release gets wrong. It can be taken away as a whole, when the
-- person it names asks to be forgotten.
create function keep_sent_letters() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null and (new.sent_at, new.sent_to, new.sent_from, new.sent_reply_to, new.sent_subject, new.sent_text, new.sent_html)
    is distinct from (old.sent_at, old.sent_to, old.sent_from, old.sent_reply_to, old.sent_subject, old.sent_text, old.sent_html) then
    raise exception 'a letter that was sent is kept as it was sent';
  end if;
  return new;
end $$;
create trigger letters_stay_as_sent before update on letters for each row execute function keep_sent_letters();

-- A champion, or whoever reads for them, looks at their letters by a link without an account.
create table letter_reviews (
  id uuid primary key,
  round uuid not null references letter_rounds on delete cascade,
  -- In whose name the letters are.
  champion uuid not null references roster_contacts on delete cascade,
  reviewer_name text not null,
  reviewer_email text check (reviewer_email = lower(reviewer_email)),
  -- The mail that brought the link, to know whether it arrived.
  mail uuid,
  link_key text,
  link_ends_at timestamptz,
  opened_at timestamptz,
  -- To the round's one text, in the version they saw; letters that are read one by one hold their own answer.
  answer text check (answer in ('approved', 'sent-back')),
  answered_at timestamptz,
  text_version integer,
  word text not null default '' check (length(word) <= 1000),
  created_at timestamptz not null
);
create index letter_reviews_by_round on letter_reviews (round, created_at);
create index letter_reviews_by_champion on letter_reviews (champion);
create index letter_reviews_by_reviewer on letter_reviews (reviewer_email) where reviewer_email is not null;

-- A partnership's own Word file with {fields}, for letters on its own paper.
create table letter_word_files (
  id uuid primary key,
  partnership uuid not null references partnerships on delete cascade,
  name text not null check (name <> '' and length(name) <= 200),
  bytes bytea not null check (length(bytes) <= 5242880),
  fields text[] not null,
  created_at timestamptz not null,
  by_name text not null
);
create index letter_word_files_by_partnership on letter_word_files (partnership, created_at desc);

-- Letters on paper, made by a job; each is kept as soon as it is made, so that a job that was cut short goes on.
create table letter_prints (
  id uuid primary key,
  round uuid not null references letter_rounds on delete cascade,
  word_file uuid references letter_word_files on delete set null,
  problem text not null default '',
  created_at timestamptz not null,
  finished_at timestamptz
);
create index letter_prints_by_round on letter_prints (round, created_at desc);
create index letter_prints_by_word_file on letter_prints (word_file) where word_file is not null;

create table letter_papers (
  print uuid not null references letter_prints on delete cascade,
  position integer not null,
  contact uuid references roster_contacts on delete cascade,
  -- What the files are called, without their ending.
  name text not null,
  -- What is on it (paper/paper.ts says the shape).
  content jsonb not null,
  docx bytea,
  pdf bytea,
  -- Why there is no PDF of it.
  note text not null default '',
  made_at timestamptz,
  primary key (print, position)
);
create index letter_papers_by_contact on letter_papers (contact) where contact is not null;
