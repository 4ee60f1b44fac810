-- The act that takes in a matter writes by how much the numbers of its register change, as it writes how the matter stands.
drop trigger told_to_register_new on present_matter;
create trigger told_to_register_new after insert on present_matter
  referencing new table as come for each statement
  when (current_setting('doi_thoai.kept_by_act', true) is distinct from 'yes') execute function tell_registers_of_new();
