-- Every list that a reader can filter out, ready to be read from its top: a list is a choice of at most one state,
-- sector, topic and kind, and each published happening has an entry in all those it belongs to (some thirty).
-- So any combination is one walk along one index, whose length is that of the page and not that of the archive.
-- Nothing but immutable operators, so that it is computed in place and not called.
create function list_of(state text, sector uuid, topic uuid, kind text) returns bigint
language sql immutable parallel safe as $$
  select ('x' || left(md5(coalesce(state, '') || '/' || coalesce(sector::text, '') || '/'
    || coalesce(topic::text, '') || '/' || coalesce(kind, '')), 16))::bit(64)::bigint
$$;

create table list_entries (
  list bigint not null,
  listed_at timestamptz not null,
  -- No foreign key: thirty lookups a publication for what the trigger below keeps true anyway.
  happening uuid not null
);
create index list_entries_newest on list_entries (list, listed_at, happening);
create index list_entries_of on list_entries (happening);

create table list_lengths (
  list bigint primary key,
  entries integer not null
);

create function list_happenings(wanted uuid[]) returns void language plpgsql as $$
begin
  -- Lengths are counted up and down by whoever publishes; two at once would wait for each other's rows in any order.
  perform pg_advisory_xact_lock(7301957);
  with gone as (
    delete from list_entries where happening = any (wanted) returning list
  ), added as (
    insert into list_entries (list, listed_at, happening)
    select list_of(s.state, x.sector, t.topic, k.kind), h.listed_at, h.id
    from happenings h
      cross join lateral (select null as state union all
        select hs.state_code from happening_states hs where hs.happening = h.id) s
      cross join lateral (select null::uuid as sector union all
        select hx.sector from happening_sectors hx where hx.happening = h.id) x
      cross join lateral (select null::uuid as topic union all
        select ht.topic from happening_topics ht where ht.happening = h.id) t
      cross join lateral (values (null), (h.kind)) k (kind)
    where h.id = any (wanted) and h.listed_at is not null
    returning list
  )
  insert into list_lengths (list, entries)
    select list, sum(step) from (select list, -1 as step from gone union all select list, 1 from added) steps
    group by list having sum(step) <> 0
    on conflict (list) do update set entries = list_lengths.entries + excluded.entries;
end $$;

-- `changed_at` is touched once the parts in other tables are written, as for the words.
create function keep_listed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform list_happenings(array[old.id]);
  elsif new.listed_at is not null or (tg_op = 'UPDATE' and old.listed_at is not null) then
    perform list_happenings(array[new.id]);
  end if;
  return null;
end $$;
create trigger keep_listed after insert or delete or update of stage, published_at, kind, changed_at
  on happenings for each row execute function keep_listed();

select list_happenings((select array_agg(id) from happenings where listed_at is not null));

-- The names of a state's partnerships are read off one after the other, however many happenings each has.
create index happenings_partnerships on happenings (state_code, partnership)
  where listed_at is not null and partnership <> '';

create index happenings_featured on happenings (featured_at desc) where featured_at is not null and listed_at is not null;

-- Others like a happening: the newest of every list that it shares with them, those of narrow lists and of several
-- lists first. In plpgsql because its plan is kept: making it anew for every reader took longer than carrying it out.
create function happenings_like(h happenings, looked_at integer, most integer)
returns table (id uuid) language plpgsql stable as $$
begin
  return query
    select e.happening
    from (
      select list_of(null, s.sector, t.topic, null) as list, 4 as weight
        from happening_sectors s, happening_topics t where s.happening = h.id and t.happening = h.id
      union all
      select list_of(h.state_code, s.sector, null, null), 3 from happening_sectors s where s.happening = h.id
      union all
      select list_of(null, null, t.topic, null), 2 from happening_topics t where t.happening = h.id
      union all
      select list_of(null, s.sector, null, null), 1 from happening_sectors s where s.happening = h.id
      union all
      select list_of(h.state_code, null, null, null), 1
    ) as shared
    cross join lateral (
      select entry.happening, entry.listed_at from list_entries entry
      where entry.list = shared.list and entry.happening <> h.id
      order by entry.listed_at desc, entry.happening desc limit looked_at
    ) as e
    group by e.happening, e.listed_at
    order by sum(shared.weight) desc, e.listed_at desc, e.happening desc limit most;
end $$;
