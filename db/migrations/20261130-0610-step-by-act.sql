-- Whether a step was ticked off by the act that did it; a person who knows better says so by hand in its place.
alter table conference_step add by_act boolean not null default false;
