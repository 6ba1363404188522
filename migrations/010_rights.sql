-- The directory knows of people who have told no address: a champion whom a convener names, with consent.
alter table people alter column email drop not null;

-- Administrators may do all that editors may, and a few things more. Whoever was an editor so far could do everything.
alter table people drop constraint people_role_check;
alter table people add constraint people_role_check check (role in ('member', 'editor', 'administrator'));
alter table people add constraint people_desk_has_address check (role = 'member' or email is not null);
update people set role = 'administrator' where role = 'editor';
drop index people_editors;
create index people_editors on people (created_at, id) where role <> 'member';

-- What somebody is for one partnership or one state. Ended ones stay, so that the past can be told.
create table grants (
  id uuid primary key,
  person uuid not null references people on delete cascade,
  role text not null check (role in ('partnership-editor', 'state-lead', 'state-editor')),
  -- A partnership's id, or a state's code.
  scope text not null,
  -- Whom they stand in for, in words: a champion's assistant edits for the champion, and readers of the log see it.
  on_behalf_of text not null default '',
  granted_by uuid references people on delete set null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  check ((role = 'partnership-editor') = (scope !~ '^[a-z]{2}$'))
);
create unique index grants_standing on grants (person, role, scope) where ended_at is null;
create index grants_by_scope on grants (scope, role) where ended_at is null;

-- Invitations to tend something together: only the hash of the token is kept, and it works once, for one address.
create table grant_invitations (
  id uuid primary key,
  token_hash text not null unique check (length(token_hash) = 43),
  email text not null check (email = lower(email)),
  name text not null default '',
  role text not null check (role in ('partnership-editor', 'state-lead', 'state-editor')),
  scope text not null,
  -- What they are invited to, in words, and the page on which they then start; the house knows both, the link neither.
  what text not null,
  leads_to text not null check (leads_to ~ '^/'),
  on_behalf_of text not null default '',
  invited_by uuid references people on delete set null,
  invited_by_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  check (expires_at > created_at)
);
-- One open invitation for one address; an expired one is withdrawn when the next is written.
create unique index grant_invitations_open on grant_invitations (scope, role, email)
  where used_at is null and withdrawn_at is null;
create index grant_invitations_by_email on grant_invitations (email);
