-- What a partnership's team works with at its shared table. Nothing here is public.
create table workspaces (
  partnership uuid primary key references partnerships on delete cascade,
  -- IANA name; its main state's zone where this is null.
  time_zone text,
  -- Where answers to its mails go: a person, never the machine.
  reply_name text,
  reply_email text check (reply_email = lower(reply_email)),
  version integer not null default 1
);

-- The companies and bodies a partnership works with or wants to. Those of the network's directory are linked; a name
-- that is only asked about stays here.
create table roster_companies (
  id uuid primary key,
  partnership uuid not null references partnerships on delete cascade,
  organization uuid references organizations on delete set null,
  name text not null check (name <> '' and length(name) <= 160),
  -- The inner table or the circle around it: who drives, and who listens and then helps.
  side text not null check (side in ('business', 'public')),
  place text not null default '',
  -- How many work there, in the classes of the field; null where nobody knows.
  size text check (size in ('1-9', '10-49', '50-249', '250-999', '1000+')),
  note text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create unique index roster_companies_once on roster_companies (partnership, lower(name));
create index roster_companies_by_organization on roster_companies (organization) where organization is not null;

create table roster_contacts (
  id uuid primary key,
  partnership uuid not null references partnerships on delete cascade,
  company uuid references roster_companies on delete set null,
  -- Their account, where they have one under this address.
  person uuid references people on delete set null,
  -- Empty where only an address is known.
  name text not null default '' check (length(name) <= 120),
  -- How a letter calls them, where it is not the first of their names.
  greeting text not null default '' check (length(greeting) <= 60),
  title text not null default '',
  email text check (email = lower(email)),
  phone text not null default '',
  side text not null check (side in ('business', 'public')),
  standing text not null check (standing in ('shortlist', 'asked', 'willing', 'attended', 'member', 'declined', 'left')),
  is_champion boolean not null default false,
  -- Reads and approves what goes out in a champion's name.
  assistant_name text not null default '',
  assistant_email text check (assistant_email = lower(assistant_email)),
  segments text[] not null default '{}',
  -- Whether they said that the partnership may write to them, and where that is known from.
  consent text not null default 'unasked' check (consent in ('unasked', 'given', 'withdrawn')),
  consent_source text not null default '',
  consent_at timestamptz,
  -- What they said they care about, in their words; a welcome letter may take it up.
  cares_about text not null default '',
  -- The team's own note; nobody else reads it, and no letter uses it.
  note text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (name <> '' or email is not null)
);
create unique index roster_contacts_once on roster_contacts (partnership, email) where email is not null;
create index roster_contacts_by_name on roster_contacts (partnership, lower(name), id);
create index roster_contacts_by_standing on roster_contacts (partnership, standing);
create index roster_contacts_by_company on roster_contacts (company) where company is not null;
create index roster_contacts_by_person on roster_contacts (person) where person is not null;
create index roster_contacts_by_email on roster_contacts (email) where email is not null;
create index roster_contacts_by_assistant on roster_contacts (assistant_email) where assistant_email is not null;

-- Who knows whom: the one that could ask.
create table roster_ties (
  contact uuid not null references roster_contacts on delete cascade,
  known_by uuid not null references roster_contacts on delete cascade,
  note text not null default '',
  primary key (contact, known_by),
  check (contact <> known_by)
);
create index roster_ties_by_knower on roster_ties (known_by);

-- Each step from the shortlist to the table, with who said so.
create table roster_moves (
  contact uuid not null references roster_contacts on delete cascade,
  at timestamptz not null,
  standing text not null,
  word text not null default '',
  by_name text not null
);
create index roster_moves_by_contact on roster_moves (contact, at);
