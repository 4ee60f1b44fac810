-- The words of a matter that a person approved for posting. An approval is of exactly the words it was made from, known
-- by their digest: where these change there is none, and nobody has to think of taking it back.
create table public_version (
  id uuid primary key,
  recommendation_id uuid not null references recommendation,
  original_digest bytea not null check (length(original_digest) = 32),
  text text not null check (length(text) between 1 and 50000),
  approved_at timestamptz not null,
  approved_by uuid references person,
  approved_in uuid references post
);
create index public_version_of on public_version (recommendation_id, original_digest, id desc);
create trigger public_version_is_final before update or delete on public_version
  for each row execute function forbid_change();
