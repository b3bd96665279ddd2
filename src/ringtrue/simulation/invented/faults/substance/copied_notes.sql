-- One team closes many of its cases with one of the same few notes.
create or replace temp table planted as
with busy as (
    select team as id from cases where close_note is not null and closed_at >= timestamp '2025-10-01' group by team having count(*) >= 100
)
select arg_min(id, draw('copies notes', id)) as object from busy;
update cases
set close_note = pick('copied note', id, [
    'The service was started again, tested from outside, and the user was told that it works.',
    'Settings were compared with the standard, put right where needed, and the user was informed.',
    'The fault could not be seen any more after the cache had been emptied on the device.',
    'Access was granted anew by the desk after the manager had said yes on the phone.'
])
where team in (select object from planted) and close_note is not null and draw('copied hit', id) < 0.6 * $strength;
