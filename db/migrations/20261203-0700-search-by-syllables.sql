-- What a text is found by (decision 40): its syllables, folded as in `search_key`, and each with the one behind it, so that
-- a phrase is found as a phrase. The kernel's `syllableKeys` is the same. Made by us: the parser of PostgreSQL cuts
-- "68/2026/NĐ-CP" and "xã/phường" as it thinks fit. A word longer than any syllable is known by its beginning.

create function syllables_of(search text) returns tsvector language plpgsql immutable strict parallel safe cost 1000
as $$
declare
  syllable text;
  before text;
  keys text[] := '{}';
begin
  foreach syllable in array string_to_array(search, ' ') loop
    continue when syllable = '';
    syllable := left(syllable, 64);
    keys := array_append(keys, syllable);
    if before is not null then keys := array_append(keys, '~' || before || ' ' || syllable); end if;
    before := syllable;
  end loop;
  return array_to_tsvector(keys);
end $$;

-- What is written waits in a list that is taken in at once, and that every search reads: so it is kept short.
drop index if exists recommendation_search;
create index recommendation_syllables on recommendation using gin (syllables_of(search))
  with (fastupdate = on, gin_pending_list_limit = 256);

-- Few matters have a name that is withheld; whether one of them is found by it is asked of these alone.
create index recommendation_withheld on recommendation (id) where withheld_names <> '{}';

-- A new version of a matter finds room beside it, and no index has to be told of it.
alter table recommendation set (fillfactor = 90);

-- How frequent syllables are decides how they are looked for.
do $$ begin
  if exists (select from recommendation) then analyze recommendation; end if;
end $$;
