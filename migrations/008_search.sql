-- A text as it is searched: letters without their accents, so that résumé and resume are one word.
create function search_text(words text) returns text language sql immutable parallel safe as $$
  select normalize(regexp_replace(normalize(words, nfkd), '[\u0300-\u036f]', '', 'g'), nfc)
$$;

create or replace function happening_words(h happenings) returns tsvector language sql stable as $$
  select setweight(to_tsvector('english', search_text(h.title)), 'A')
    || setweight(to_tsvector('english', search_text(h.summary || ' ' || h.partnership || ' ' || h.place)), 'B')
    || setweight(to_tsvector('english', search_text(coalesce((
         select string_agg(a.title || ' ' || coalesce(translate(m.name, '._-', '   '), ''), ' ')
         from artefacts a left join media m on m.id = a.media where a.happening = h.id), ''))), 'B')
    || setweight(to_tsvector('english', search_text(h.story || ' ' || h.credit)), 'C')
$$;
update happenings set words = happening_words(happenings);

-- The planner does not know that looking into a text's words means fetching them from beside the row, which makes
-- reading the whole table fifty times dearer than the index; here it has no choice.
create function happenings_with_words(asked tsquery)
returns table (id uuid, kind text, listed_at timestamptz)
language sql stable set enable_seqscan = off as $$
  select id, kind, listed_at from happenings where words @@ asked and listed_at is not null
$$;

-- "nurses" is no slip where "nurse" is known.
alter table known_words add column stem text
  generated always as ((ts_lexize('english_stem', word))[1]) stored;
create index known_words_by_stem on known_words (stem);
create index known_words_by_beginning on known_words (word text_pattern_ops);
