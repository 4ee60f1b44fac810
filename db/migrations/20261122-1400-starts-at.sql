-- The hour at which a conference begins, by the clock on the wall of its place: part of what is announced, so it may be
-- known before or never. A text, because an hour alone lies in no zone and is read as it was written.
alter table conference
  add column starts_at text,
  add constraint conference_starts_at_check check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
