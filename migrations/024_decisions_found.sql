-- What a decision is found by: its region and its first sector, then what it was called and its counties, then why. No
-- names of people: those stand in decision_voices, and the search does not look there.
create function decision_words(record jsonb) returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('english', search_text((record -> 'region' ->> 'name') || ' ' || coalesce((
           select one ->> 'title' from jsonb_array_elements(record -> 'rows') one
           where one ->> 'industry' = record ->> 'first'), ''))), 'A')
    || setweight(to_tsvector('english', search_text((record ->> 'title') || ' ' || coalesce((
         select string_agg(one ->> 'name', ' ') from jsonb_array_elements(record -> 'region' -> 'counties') one), ''))), 'B')
    || setweight(to_tsvector('english', search_text(record ->> 'why')), 'C')
$$;
alter table sector_decisions add column words tsvector generated always as (decision_words(record)) stored;
create index sector_decisions_by_word on sector_decisions using gin (words) where shown = 'everyone';
