-- A notice of conclusion that was issued stays as it was, and so do its lines; what changes is a further edition.
create trigger notice_of_conclusion_is_final before update or delete on notice_of_conclusion
  for each row when (old.issued_on is not null) execute function forbid_change();

create function forbid_change_once_issued() returns trigger language plpgsql as $$
begin
  if exists (select from notice_of_conclusion n where n.id = old.notice_id and n.issued_on is not null) then
    raise exception '% is final once its notice is issued', tg_table_name;
  end if;
  return coalesce(new, old);
end $$;
create trigger notice_line_is_final before update or delete on notice_line
  for each row execute function forbid_change_once_issued();
create trigger notice_line_coordinator_is_final before update or delete on notice_line_coordinator
  for each row execute function forbid_change_once_issued();
