-- The house: what every act needs, whatever it is about.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- Dates without an end are 'infinity' and dates without a beginning '-infinity', so that
-- "true on day d" is always  from_on <= d and d <= until_on  (both days belong to the period).

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception 'the past of % may not be changed', tg_table_name using errcode = 'DT001';
end $$;

-- One line for each act done: who, in what post, on what, with what input.
create table audit_entry (
  id uuid primary key,
  act text not null,
  at timestamptz not null,
  person_id uuid,
  post_id uuid,
  actor_label text not null,
  unit_id uuid,
  subject_id uuid,
  input jsonb not null,
  request_id text
);
create index audit_entry_subject on audit_entry (subject_id, at);
create index audit_entry_person on audit_entry (person_id, at);
create trigger audit_entry_is_final before update or delete on audit_entry
  for each row execute function forbid_change();

-- What the world outside must still be told. Written in the act's transaction, sent by a job.
create table outbox (
  id uuid primary key,
  topic text not null,
  payload jsonb not null,
  recorded_at timestamptz not null,
  processed_at timestamptz,
  attempts int not null default 0,
  last_error text
);
create index outbox_waiting on outbox (recorded_at) where processed_at is null;

-- An act repeated with the same key by the same actor is done once; the first answer is given again.
create table performed_act (
  actor_key text not null,
  idempotency_key text not null check (length(idempotency_key) between 8 and 200),
  act text not null,
  input_hash text not null,
  result jsonb not null,
  recorded_at timestamptz not null,
  primary key (actor_key, idempotency_key)
);
