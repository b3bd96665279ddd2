-- Numbers by chance that follow from the seed, a purpose and a key alone, the same in every version and on every machine.
create or replace macro draw(purpose, key) as
    ((md5_number_lower('$seed|' || purpose || '|' || key) >> 11) / 9007199254740992.0);
create or replace macro draw_exponential(purpose, key) as -ln(1 - draw(purpose, key));
create or replace macro draw_normal(purpose, key) as
    sqrt(-2 * ln(1 - draw(purpose, key))) * cos(6.283185307179586 * draw(purpose || ' angle', key));
create or replace macro pick(purpose, key, choices) as choices[1 + cast(floor(len(choices) * draw(purpose, key)) as integer)];
create or replace macro after(moment, seconds) as moment + to_seconds(cast(floor(seconds) as bigint));
create or replace macro after_days(moment, days) as moment + to_seconds(cast(floor(86400 * (days)) as bigint));
-- One throw of many dice: eight numbers from 0 to 255, so that a row's choices need no throw each. A throw of many also gives a share.
create or replace macro dice(purpose, key) as md5_number_lower('$seed|' || purpose || '|' || key);
create or replace macro die(thrown, place) as cast((thrown >> (8 * place)) & 255 as integer);
create or replace macro nth(thrown, place, choices) as choices[1 + cast((thrown >> (8 * place)) & 255 as integer) % len(choices)];
