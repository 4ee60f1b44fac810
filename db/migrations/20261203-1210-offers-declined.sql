-- A post that was offered may be declined: the link works no longer, and who offered it sees who does not take it.
alter table post_offer add column declined_at timestamptz;
alter table post_offer add column declined_by uuid references person (id);
alter table post_offer add constraint post_offer_declined check (
  (declined_at is null) = (declined_by is null)
  and (declined_at is null or (accepted_at is null and withdrawn_at is null)));
create index post_offer_declined_by on post_offer (declined_by);

-- Whoever opens a link to make an account reads who sent it; of links of before this is not known.
alter table invitation add column recorded_by uuid references person (id);
create index invitation_recorded_by on invitation (recorded_by);
