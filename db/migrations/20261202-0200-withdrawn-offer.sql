-- An offer of a post can be taken back before it is accepted; from then on its link works no longer.
alter table post_offer
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid references person,
  add constraint post_offer_withdrawn_open check (withdrawn_at is null or accepted_at is null);
create index post_offer_withdrawn_by on post_offer (withdrawn_by);
