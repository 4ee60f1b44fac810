-- In which post somebody wrote a matter down, so that its history names them as it names everyone after. Null where a
-- register brought it, or a unit below passed it up.
alter table recommendation add column recorded_in uuid references post (id);
alter table recommendation disable trigger recommendation_updated;
update recommendation r set recorded_in = a.post_id
from audit_entry a join post on post.id = a.post_id
where a.subject_id = r.id and a.act = 'recommendation.receive';
set constraints all immediate;
alter table recommendation enable trigger recommendation_updated;
