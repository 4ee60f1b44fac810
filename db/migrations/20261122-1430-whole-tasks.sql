-- A task of a notice may say all that its matter says: 5000 characters cut the longest ones short.
alter table notice_line
  drop constraint notice_line_task_check,
  add constraint notice_line_task_check check (length(task) between 1 and 50000);
