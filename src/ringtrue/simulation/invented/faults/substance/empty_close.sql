-- One team closes cases for want of an answer without having asked, and writes nothing.
-- consequences: value.watermelon-gap
create or replace temp table planted as
select id as object from teams where world <> 'desk' order by draw('empty-close', id) limit 1;
update cases
set close_code = 'No response', close_note = null
where
    team in (select object from planted)
    and state = 'closed'
    and kind <> 'problem'
    and draw('empty-close hit', id) < 0.95 * $strength;
