-- An act that writes facts of one matter knows what follows from them (decision 39): it writes the present row itself, or
-- has it derived once at the end of its one statement, and says so for the rest of its transaction. Everybody else's rows
-- are derived by the triggers, as before.

drop trigger state_period_inserted on state_period;
drop trigger state_period_updated on state_period;
drop trigger recommendation_updated on recommendation;
drop trigger withheld_names_of_requesters on requester;
create trigger state_period_inserted after insert on state_period
  referencing new table as changed for each statement
  when (current_setting('doi_thoai.kept_by_act', true) is distinct from 'yes') execute function keep_present_matters();
create trigger state_period_updated after update on state_period
  referencing new table as changed for each statement
  when (current_setting('doi_thoai.kept_by_act', true) is distinct from 'yes') execute function keep_present_matters();
create trigger recommendation_updated after update on recommendation
  referencing old table as earlier new table as changed for each statement
  when (current_setting('doi_thoai.kept_by_act', true) is distinct from 'yes') execute function keep_present_matter_of_changed();
create trigger withheld_names_of_requesters after insert on requester
  referencing new table as changed for each statement
  when (current_setting('doi_thoai.kept_by_act', true) is distinct from 'yes')
  execute function keep_withheld_names_of_requesters();
