-- A matter that comes in wrote 27 entries of indexes (decision 39). What leads nowhere (no village, no conference, no agency
-- yet, no number of a register) is looked for by nobody, and the agency's open work is found by how matters stand at present.

drop index state_period_lead;

drop index recommendation_conference;
create index recommendation_conference on recommendation (conference_id) where conference_id is not null;
drop index recommendation_village;
create index recommendation_village on recommendation (village_id) where village_id is not null;
alter table recommendation drop constraint recommendation_unit_id_ref_key;
create unique index recommendation_unit_id_ref_key on recommendation (unit_id, ref) where ref is not null;

drop index present_matter_village;
create index present_matter_village on present_matter (village_id, received_on) where village_id is not null;
drop index present_matter_lead;
create index present_matter_lead on present_matter (lead_id, sort_due_on, recommendation_id)
  where is_open and lead_id is not null;

-- A move raises the version of its matter and leaves it with its unit: no register begins by that.
drop trigger register_begun_by_change on recommendation;
create trigger register_begun_by_change after update on recommendation
  referencing new table as changed for each statement
  when (current_setting('doi_thoai.kept_by_act', true) is distinct from 'yes') execute function begin_registers();
