-- An answer to an invitation is given by several: the head of a village, the officers of an agency, the office for anyone.
-- The second of two who write at once is told of the first one's answer instead of undoing it.
alter table conference_invitation add column version integer not null default 1;
