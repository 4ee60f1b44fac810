-- What is held waits for its reviewer: whoever sees it reads the few there are, of a unit and of all, the earliest received first.
create index present_matter_held on present_matter (received_on, recommendation_id) where hidden = 'held';
create index present_matter_held_of_unit on present_matter (unit_id, received_on, recommendation_id) where hidden = 'held';
