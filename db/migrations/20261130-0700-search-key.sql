-- What is looked for by words has one key, whoever makes it: `searchKey` of the kernel is the same, letter by letter.

create function search_key(words text) returns text language sql immutable strict parallel safe
return btrim(regexp_replace(replace(
  regexp_replace(
    regexp_replace(
      translate(
        lower(regexp_replace(
          translate(normalize(replace(words, '´', ''''), nfkd), '’‘‛ʼʻʽʹ`′', ''''''''''''''''''''),
          '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g')),
        'đðɖɗƀɓƚłŧħøıɨʉς', 'ddddbbllthoiiuσ'),
      '[\u0001-&(-/:-`{-\u00bf\u00d7\u00f7\u02c0-\u02ff\u1680\u2000-\u2bff\u3000-\u303f\ufe10-\ufe6f\uff00-\uff0f\ufeff\ufffd]+',
      ' ', 'g'),
    '(^| )([a-z]) ?'' ?(?=[a-z])', '\1\2', 'g'),
  '''', ''), '([bcdfghjklmnprstvxz]|qu)y', '\1i', 'g'));

-- The key of a code or number, which people write with other signs or without any.
create function code_key(code text) returns text language sql immutable strict parallel safe
return replace(search_key(code), ' ', '');

-- A paper is looked for by its number, signs or none, and by what it is about.
create function document_key(symbol text, abstract text) returns text language sql immutable parallel safe
return search_key(symbol || ' ' || coalesce(abstract, '')) || ' ' || code_key(symbol);

drop index person_full_name_search;
create index person_full_name_search on person using gin (search_key(full_name) gin_trgm_ops);
drop function fold_tone(text);

create index unit_code_search on unit (code_key(code));
create index issued_document_search on issued_document using gin (document_key(symbol, abstract) gin_trgm_ops);

drop index unit_name_search;
update unit_name set search = search_key(
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(name,
    '^[Pp](\.| |(?=[0-9])) *', 'phường '), '^[Qq](\.| |(?=[0-9])) *', 'quận '),
    '^[Xx](\.| |(?=[0-9])) *', 'xã '), '^[Hh](\.| |(?=[0-9])) *', 'huyện '));
set constraints all immediate;
create index unit_name_search on unit_name using gin (search gin_trgm_ops);

drop index unit_alias_search;
update unit_alias set search = search_key(name);
create index unit_alias_search on unit_alias using gin (search gin_trgm_ops);

-- Only the key changes here: nothing that is read of a matter at present.
drop index recommendation_search;
alter table recommendation disable trigger recommendation_updated;
update recommendation set search = search_key(code || ' ' || text);
set constraints all immediate;
alter table recommendation enable trigger recommendation_updated;
create index recommendation_search on recommendation using gin (search gin_trgm_ops);

-- The order of the Vietnamese alphabet, numbers by their size, in every list; Intl.Collator("vi") gives the same.
create collation vietnamese (provider = icu, locale = 'vi-u-kn-true');
