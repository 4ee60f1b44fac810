-- A post offered by a link to somebody whom the unit's administrator does not keep: who accepts it holds it. Only the hash of
-- the link's secret is kept; it works once, and no longer than its writer holds the post it was written in.
create table post_offer (
  id uuid primary key,
  token_hash text not null unique,
  unit_id uuid not null references unit,
  capacity text not null,
  title text,
  acting boolean not null,
  from_on date not null,
  until_on date,
  recorded_at timestamptz not null,
  recorded_by uuid references person,
  recorded_in uuid references post,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references person,
  check ((accepted_at is null) = (accepted_by is null))
);
create index post_offer_unit on post_offer (unit_id);
create index post_offer_recorded_by on post_offer (recorded_by);
create index post_offer_recorded_in on post_offer (recorded_in);
create index post_offer_accepted_by on post_offer (accepted_by);
