-- What units write of no matter in particular (plans, hand-overs) is asked for the names that their matters withhold: few
-- matters of a register do, and the others need not be looked at.
create index recommendation_names_withheld on recommendation (unit_id) where withheld_names <> '{}';
