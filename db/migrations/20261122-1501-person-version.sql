-- A person's name, telephone and e-mail address can be put right; what stood there before is kept with who changed it and
-- when. Papers that were issued keep the name that they bear.
alter table person add column version integer not null default 1;

create table person_version (
  person_id uuid not null references person (id),
  version integer not null,
  full_name text not null,
  email text,
  phone text,
  superseded_at timestamptz not null,
  superseded_by uuid references person (id),
  superseded_in uuid references post (id),
  primary key (person_id, version)
);
create trigger person_version_is_final before update or delete on person_version
  for each row execute function forbid_change();
