-- Whoever does not take a post that was offered may say why, and whoever offered it is told.
alter table post_offer add column declined_reason text;
alter table post_offer add constraint post_offer_declined_reason check (declined_reason is null or declined_at is not null);

alter table notification add column offer_id uuid references post_offer (id);
alter table notification drop constraint notification_subject_check;
alter table notification add constraint notification_subject_check
  check (num_nonnulls(recommendation_id, conference_id, plan_id, offer_id) = 1);
