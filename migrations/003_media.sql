-- One uploaded file. Its content lies in the file store under its hash; several rows may name the same content.
create table media (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  kind text not null check (kind ~ '^[a-z0-9]{2,8}$'),
  name text not null check (length(name) between 1 and 200),
  alt text check (length(alt) between 1 and 500),
  decorative boolean not null default false,
  visibility text not null check (visibility in ('private', 'public')),
  width integer check (width > 0),
  height integer check (height > 0),
  -- What readers get of a picture: itself without what the camera wrote into it, and smaller versions.
  cleaned jsonb,
  sizes jsonb not null default '[]' check (jsonb_typeof(sizes) = 'array'),
  prepared_at timestamptz,
  problem text,
  created_at timestamptz not null,
  check (not decorative or alt is null),
  check ((width is null) = (height is null)),
  check (cleaned is null or prepared_at is not null),
  check (problem is null or cleaned is null)
);
create index media_by_content on media (sha256);
-- The sweep asks of each stored content whether a row still names it.
create index media_by_cleaned on media ((cleaned ->> 'sha256')) where cleaned is not null;
create index media_by_sizes on media using gin (sizes jsonb_path_ops);
