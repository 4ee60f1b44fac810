-- A coordinating agency says that its part is done; a draft is sent back (decision 26).
alter table recommendation_event add column coordinator_id uuid references unit;
alter table recommendation_event drop constraint recommendation_event_act_check,
  add constraint recommendation_event_act_check check (act in (
    'rule', 'assign', 'return', 'ask_extension', 'refuse_extension', 'extend', 'finish_duty', 'draft_answer', 'send_back',
    'approve_answer', 'answer', 'schedule', 'block', 'forward_up', 'reply_from_above', 'merge', 'hold', 'release',
    'route_out', 'reject', 'confirm', 'close', 'reopen', 'hand_over')),
  add constraint recommendation_event_duty_check check (act <> 'finish_duty' or coordinator_id is not null);

create or replace view standing_event as
  select e.* from recommendation_event e
  where not exists (select from recommendation_annulment a where a.event_id = e.id);

-- Whether whoever wrote a draft answer may approve it in this unit; the last word holds.
create table own_approval (
  id uuid primary key,
  unit_id uuid not null references unit,
  allowed boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid references person
);
create index own_approval_of on own_approval (unit_id, recorded_at);
create trigger own_approval_is_final before update or delete on own_approval
  for each row execute function forbid_change();
