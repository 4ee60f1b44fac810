-- What is done at set times, by one process at a time however many serve: through which of its times each is done, and until
-- when a process has taken the next upon itself.
create table job_run (
  name text primary key,
  done_through timestamptz not null,
  taken_until timestamptz
);
comment on table job_run is 'Work that the product does by itself at set times.';

drop schema if exists pgboss cascade;
