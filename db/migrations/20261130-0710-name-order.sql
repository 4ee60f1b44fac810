-- Names are put in order by their letters, whichever apostrophe or dash a program wrote: versions of ICU differ on those.
create function plain_signs(name text) returns text language sql immutable strict parallel safe
return translate(name, '’‘‛ʼʻʽʹ´`′＇‐‑‒–—―−', '''''''''''''''''''''''-------');
