-- What a year's plans ask and what was held of them changes a few times a day in a nation, and a desk tells it each time it is
-- opened (decision 43). So the database keeps one word that is new after every transaction that changed plans or conferences;
-- what is reckoned of them is remembered with it.
create table dialogue_edition (
  is_only boolean primary key default true check (is_only),
  edition uuid not null
);
insert into dialogue_edition (edition) values (gen_random_uuid());

create function renew_dialogue_edition() returns trigger
language plpgsql as $$
begin
  if current_setting('doi_thoai.dialogue_renewed_in', true) is distinct from pg_current_xact_id()::text then
    update dialogue_edition set edition = gen_random_uuid();
    perform set_config('doi_thoai.dialogue_renewed_in', pg_current_xact_id()::text, true);
  end if;
  return null;
end
$$;

-- Only at the end of a transaction: who changes a conference waits for nobody who changes another.
create constraint trigger dialogue_edition after insert or update or delete on plan
  deferrable initially deferred for each row execute function renew_dialogue_edition();
create constraint trigger dialogue_edition after insert or update or delete on plan_requirement
  deferrable initially deferred for each row execute function renew_dialogue_edition();
create constraint trigger dialogue_edition after insert or update or delete on planned_conference
  deferrable initially deferred for each row execute function renew_dialogue_edition();
create constraint trigger dialogue_edition after insert or update or delete on conference
  deferrable initially deferred for each row execute function renew_dialogue_edition();
create constraint trigger dialogue_edition after insert or update or delete on conference_chair
  deferrable initially deferred for each row execute function renew_dialogue_edition();

-- The latest conferences of all are looked at in their order, those of few units by unit, and those to which one is invited.
create index conference_by_day on conference (held_on, id);
create index conference_prepared on conference (held_on, id)
  where held_recorded_at is null and called_off_recorded_at is null;
create index conference_invitation_of_unit on conference_invitation (unit_id) where unit_id is not null and withdrawn_at is null;
