create table happenings (
  id uuid primary key,
  -- Where it stands on its way; rules.ts says which stage may follow which.
  stage text not null check (stage in (
    'unconfirmed', 'received', 'in-review', 'changes-asked', 'scheduled',
    'published', 'unpublished', 'declined', 'withdrawn')),
  kind text not null check (kind in (
    'news', 'quick-win', 'best-practice', 'champions-words', 'event-recap',
    'newsletter', 'case-study', 'video', 'podcast', 'document')),
  title text not null check (title <> ''),
  summary text not null,
  -- Restricted Markdown.
  story text not null,
  -- The main state; others it speaks of stand in happening_states.
  state_code text not null check (state_code ~ '^[a-z]{2}$'),
  place text not null,
  partnership text not null,
  credit text not null,
  source_name text not null default '',
  source_url text check (source_url ~ '^https?://'),
  source_note text not null default '',
  license text not null check (license in ('cc-by', 'as-shared')),

  year integer,
  slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  published_at timestamptz,
  -- How much of the date is known; older news often has only its year.
  date_precision text not null default 'day' check (date_precision in ('day', 'month', 'year', 'none')),
  date_note text not null default '',
  publish_at timestamptz,
  featured_at timestamptz,
  -- What every public list is ordered by; null keeps a row out of all of them.
  listed_at timestamptz generated always as (case when stage = 'published' then published_at end) stored,

  version integer not null default 1,
  in_hand uuid references people (id) on delete set null,
  in_hand_since timestamptz,
  doubt text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Since when it waits for the present stage.
  stage_since timestamptz not null,

  -- Kept by the trigger below from title, summary, story and the names of artefacts.
  words tsvector not null default '',

  constraint published_has_an_address check (stage <> 'published' or (year is not null and slug is not null and published_at is not null)),
  constraint scheduled_has_a_time check (stage <> 'scheduled' or publish_at is not null),
  unique (year, slug)
);
create index happenings_listed on happenings (listed_at desc, id) where listed_at is not null;
create index happenings_listed_by_kind on happenings (kind, listed_at desc, id) where listed_at is not null;
create index happenings_waiting on happenings (stage, stage_since) where stage in ('received', 'in-review', 'changes-asked', 'scheduled');
create index happenings_by_words on happenings using gin (words);
create index happenings_due on happenings (publish_at) where stage = 'scheduled';

-- Each carries listed_at, so that a filter is one walk along an index in the order of the list.
create table happening_states (
  happening uuid not null references happenings (id) on delete cascade,
  state_code text not null check (state_code ~ '^[a-z]{2}$'),
  listed_at timestamptz,
  primary key (happening, state_code)
);
create index happening_states_listed on happening_states (state_code, listed_at desc, happening) where listed_at is not null;

create table happening_sectors (
  happening uuid not null references happenings (id) on delete cascade,
  sector uuid not null references sectors (id),
  listed_at timestamptz,
  primary key (happening, sector)
);
create index happening_sectors_listed on happening_sectors (sector, listed_at desc, happening) where listed_at is not null;

create table happening_topics (
  happening uuid not null references happenings (id) on delete cascade,
  topic uuid not null references topics (id),
  listed_at timestamptz,
  primary key (happening, topic)
);
create index happening_topics_listed on happening_topics (topic, listed_at desc, happening) where listed_at is not null;

create function copy_listed_at() returns trigger language plpgsql as $$
begin
  select h.listed_at into new.listed_at from happenings h where h.id = new.happening;
  return new;
end $$;
create trigger copy_listed_at before insert on happening_states for each row execute function copy_listed_at();
create trigger copy_listed_at before insert on happening_sectors for each row execute function copy_listed_at();
create trigger copy_listed_at before insert on happening_topics for each row execute function copy_listed_at();

create function spread_listed_at() returns trigger language plpgsql as $$
begin
  if new.listed_at is distinct from old.listed_at then
    update happening_states set listed_at = new.listed_at where happening = new.id;
    update happening_sectors set listed_at = new.listed_at where happening = new.id;
    update happening_topics set listed_at = new.listed_at where happening = new.id;
  end if;
  return null;
end $$;
create trigger spread_listed_at after update on happenings for each row execute function spread_listed_at();

-- The documents, films and recordings that a happening is about: a file here, an address elsewhere, or, where
-- neither is known, its mention.
create table artefacts (
  id uuid primary key,
  happening uuid not null references happenings (id) on delete cascade,
  position integer not null,
  kind text not null check (kind in (
    'welcome-letter', 'follow-up-email', 'newsletter', 'video', 'case-study',
    'agenda', 'podcast', 'speech', 'report', 'picture', 'document')),
  title text not null check (title <> ''),
  note text not null default '',
  media uuid references media (id),
  url text check (url ~ '^https?://'),
  transcript text not null default '',
  transcript_promised boolean not null default false,
  transcript_note text not null default '',
  check (media is null or url is null)
);
create index artefacts_by_happening on artefacts (happening, position);
create index artefacts_by_media on artefacts (media);

create function happening_words(h happenings) returns tsvector language sql stable as $$
  select setweight(to_tsvector('english', h.title), 'A')
    || setweight(to_tsvector('english', h.summary || ' ' || h.partnership || ' ' || h.place), 'B')
    || setweight(to_tsvector('english', coalesce((
         select string_agg(a.title || ' ' || coalesce(translate(m.name, '._-', '   '), ''), ' ')
         from artefacts a left join media m on m.id = a.media where a.happening = h.id), '')), 'B')
    || setweight(to_tsvector('english', h.story || ' ' || h.credit), 'C')
$$;
create function keep_words() returns trigger language plpgsql as $$
begin
  new.words := happening_words(new);
  return new;
end $$;
create trigger keep_words before insert or update of title, summary, story, partnership, place, credit, changed_at
  on happenings for each row execute function keep_words();

-- Every saved state of the content, whole; the newest equals the row.
create table happening_versions (
  happening uuid not null references happenings (id) on delete cascade,
  number integer not null,
  content jsonb not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('submitter', 'editor', 'system')),
  by_person uuid,
  by_name text not null,
  note text not null default '',
  primary key (happening, number)
);

-- Who sent it in, apart from what is published.
create table submissions (
  happening uuid primary key references happenings (id) on delete cascade,
  name text not null,
  email text not null,
  role text not null default '',
  organization text not null default '',
  consented_at timestamptz not null,
  consent_text text not null,
  -- A keyed hash of the network address, against floods; removed after 30 days.
  network text,
  channel text not null check (channel in ('form', 'api')),
  sent_at timestamptz not null,
  confirmed_at timestamptz,
  -- Makes a double click or a repeated request one submission.
  request_key text unique,
  -- Changes when links are renewed, so that old ones stop working.
  link_key text not null
);
create index submissions_by_email on submissions (email, sent_at desc);

-- What editors and submitters wrote to each other, and editors among themselves.
create table happening_messages (
  id uuid primary key,
  happening uuid not null references happenings (id) on delete cascade,
  at timestamptz not null,
  kind text not null check (kind in ('changes-asked', 'answer', 'declined', 'note', 'letter')),
  by_kind text not null check (by_kind in ('submitter', 'editor')),
  by_person uuid,
  by_name text not null,
  text text not null
);
create index happening_messages_by_happening on happening_messages (happening, at);

create table trusted_submitters (
  email text primary key,
  since timestamptz not null,
  by_person uuid,
  by_name text not null
);

-- Words that stand in published things, for guessing what a mistyped one was meant to be.
create table known_words (
  word text primary key,
  uses integer not null default 1
);
create index known_words_alike on known_words using gin (word gin_trgm_ops);
