-- A code of the second factor works once: the hash of each that was taken, until no app shows it any more.
create table used_second_factor_code (
  user_id uuid not null references account_user on delete cascade,
  code_hash text not null,
  used_at timestamptz not null,
  primary key (user_id, code_hash)
);
create index used_second_factor_code_at on used_second_factor_code (used_at);
