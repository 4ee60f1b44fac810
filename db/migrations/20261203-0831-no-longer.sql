-- An act that waited for its locks is judged again when it has them (decision 44): who asks is no longer who they were, or the
-- structure is no longer what it was judged by. Then nothing of it is written.
create function no_longer() returns boolean language plpgsql volatile as $$
begin
  raise exception 'what the act was judged by holds no longer' using errcode = 'DT002';
end $$;

-- The act that takes in a matter knows whether its unit has a register, and begins it itself.
drop trigger register_begun on recommendation;
create trigger register_begun after insert on recommendation
  referencing new table as changed for each statement
  when (current_setting('doi_thoai.kept_by_act', true) is distinct from 'yes') execute function begin_registers();
