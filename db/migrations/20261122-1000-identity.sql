-- Who signs in, from where, and with what: accounts of people, their sessions, links, tokens.
-- The columns of the first five tables are those that the sign-in library keeps.

create table account_user (
  id uuid primary key,
  person_id uuid not null unique references person,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table account_session (
  id uuid primary key,
  user_id uuid not null references account_user on delete cascade,
  token text not null unique,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_session_user on account_session (user_id);

create table account_credential (
  id uuid primary key,
  user_id uuid not null references account_user on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index account_credential_user on account_credential (user_id);

create table account_second_factor (
  id uuid primary key,
  user_id uuid not null unique references account_user on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);
create index account_second_factor_secret on account_second_factor (secret);

create table account_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_verification_identifier on account_verification (identifier);

create table account_rate_limit (
  id uuid primary key,
  key text not null unique,
  count int not null,
  last_request bigint not null
);

-- Failed sign-ins of one name, whether or not there is such an account. Only the name's hash is kept:
-- people also type their password into the wrong box.
create table sign_in_failure (
  name_hash text primary key,
  failures int not null check (failures > 0),
  last_failure_at timestamptz not null,
  locked_until timestamptz
);

-- An account that an administrator has locked, and until when it was. The audit line says who did it.
create table account_lock (
  id uuid primary key,
  user_id uuid not null references account_user on delete cascade,
  reason text not null check (length(reason) between 1 and 500),
  from_at timestamptz not null,
  until_at timestamptz,
  check (from_at <= until_at)
);
create unique index account_lock_open on account_lock (user_id) where until_at is null;

-- A link that works once: for a person to choose a name and a password, or a new password.
-- Without a person it makes the first administrator.
create table invitation (
  id uuid primary key,
  person_id uuid references person,
  token_hash text not null unique,
  resets_second_factor boolean not null default false,
  recorded_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  check (accepted_at is null or withdrawn_at is null)
);
create unique index invitation_open on invitation (coalesce(person_id, '00000000-0000-0000-0000-000000000000'))
  where accepted_at is null and withdrawn_at is null;

-- What a program shows to act in a post; it works no longer than the post is held.
create table api_token (
  id uuid primary key,
  post_id uuid not null references post,
  label text not null check (length(label) between 1 and 100),
  token_hash text not null unique,
  recorded_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check (recorded_at < expires_at)
);
create index api_token_post on api_token (post_id);

-- Settings that every process of the product must share.
create table shared_setting (
  name text primary key,
  value text not null
);
