-- Files (decision 51). Bytes lie in the store of files, each under the SHA-256 of what it holds; here stands what is known of them.
create table file (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind ~ '^[a-z]{1,20}$'),
  size integer not null check (size > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- Of what was sent: an image is drawn anew before it is kept.
  sent_digest text not null check (sent_digest ~ '^[0-9a-f]{64}$'),
  thumbnail text check (thumbnail ~ '^[0-9a-f]{64}$'),
  width integer check (width > 0),
  height integer check (height > 0),
  findings text[] not null,
  recorded_at timestamptz not null,
  recorded_by uuid references person (id)
);
create index file_digest on file (digest);
create index file_sent_digest on file (sent_digest);
create index file_brought on file (recorded_by, recorded_at);
create trigger file_is_final before update or delete on file for each row execute function forbid_change();

create table attachment (
  id uuid primary key,
  file_id uuid not null references file (id),
  subject_kind text not null check (subject_kind in ('recommendation', 'conference', 'issued_document')),
  subject_id uuid not null,
  purpose text not null check (purpose ~ '^[a-z_]{1,20}$'),
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  recorded_in uuid references post (id),
  constraint attachment_file unique (file_id)
);
create index attachment_subject on attachment (subject_id);
create trigger attachment_is_final before update or delete on attachment
  for each row execute function forbid_change();

create table attachment_removal (
  attachment_id uuid primary key references attachment (id),
  reason text not null check (length(reason) between 1 and 1000),
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  recorded_in uuid references post (id)
);
create trigger attachment_removal_is_final before update or delete on attachment_removal
  for each row execute function forbid_change();

-- What may be shown to the public: the last word holds.
create table attachment_approval (
  id uuid primary key,
  attachment_id uuid not null references attachment (id),
  approved boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  recorded_in uuid references post (id)
);
create index attachment_approval_of on attachment_approval (attachment_id, id desc);
create trigger attachment_approval_is_final before update or delete on attachment_approval
  for each row execute function forbid_change();
