-- Partnerships whose figures may go into a sum for their state.
create table state_sum_consents (
  partnership uuid primary key references partnerships on delete cascade,
  since timestamptz not null
);

-- A finished year's figures of a state, made once. Which partnerships are in it is written down nowhere.
create table state_sums (
  state_code text not null check (state_code ~ '^[a-z]{2}$'),
  year integer not null,
  partnerships integer not null check (partnerships >= 5),
  sums jsonb not null,
  drawn_at timestamptz not null,
  primary key (state_code, year)
);
