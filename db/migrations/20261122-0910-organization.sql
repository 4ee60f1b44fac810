-- Units, people and posts, in time.

create table unit (
  id uuid primary key,
  code text not null unique check (length(code) between 1 and 100 and code !~ '[[:cntrl:]]'),
  kind text not null check (kind in ('centre', 'province', 'district', 'commune', 'village', 'agency', 'organisation')),
  subtype text,
  from_on date not null default '-infinity',
  until_on date not null default 'infinity',
  root_id uuid not null references unit deferrable initially deferred,
  recorded_at timestamptz not null,
  check (from_on <= until_on)
);

create table unit_name (
  unit_id uuid not null references unit,
  name text not null check (length(name) between 1 and 200),
  search text not null,
  from_on date not null default '-infinity',
  until_on date not null default 'infinity',
  check (from_on <= until_on),
  primary key (unit_id, from_on),
  exclude using gist (unit_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index unit_name_search on unit_name using gin (search gin_trgm_ops);

create table unit_parent (
  unit_id uuid not null references unit,
  parent_id uuid not null references unit,
  from_on date not null default '-infinity',
  until_on date not null default 'infinity',
  check (unit_id <> parent_id),
  check (from_on <= until_on),
  primary key (unit_id, from_on),
  exclude using gist (unit_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index unit_parent_of on unit_parent (parent_id);

-- Derived from unit_parent: every unit under every unit above it, and itself, with the days on which that held.
create table unit_ancestry (
  ancestor_id uuid not null references unit,
  descendant_id uuid not null references unit,
  depth int not null,
  from_on date not null,
  until_on date not null,
  primary key (descendant_id, ancestor_id, from_on)
);
create index unit_ancestry_below on unit_ancestry (ancestor_id, descendant_id) include (from_on, until_on, depth);

create table unit_succession (
  id uuid primary key,
  kind text not null check (kind in ('rename', 'merge', 'split', 'partial', 'reparent', 'abolish')),
  on_date date not null,
  symbol text,
  recorded_at timestamptz not null
);
create table unit_succession_side (
  succession_id uuid not null references unit_succession,
  side text not null check (side in ('from', 'to')),
  unit_id uuid not null references unit,
  primary key (succession_id, side, unit_id)
);
create index unit_succession_side_unit on unit_succession_side (unit_id, side);

create table person (
  id uuid primary key,
  full_name text not null check (length(full_name) between 1 and 200),
  email text,
  phone text,
  recorded_at timestamptz not null
);

create table post (
  id uuid primary key,
  person_id uuid not null references person,
  unit_id uuid not null references unit,
  capacity text not null,
  title text,
  acting boolean not null default false,
  from_on date not null,
  until_on date not null default 'infinity',
  recorded_at timestamptz not null,
  check (from_on <= until_on)
);
create index post_person on post (person_id);
create index post_unit on post (unit_id);
