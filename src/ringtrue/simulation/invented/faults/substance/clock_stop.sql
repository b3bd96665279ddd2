-- Some teams put cases on hold for the user without asking anything, and go on without an answer.
create or replace temp table planted as
select id as object from teams where world <> 'desk' order by draw('clock-stop', id) limit 3;
create or replace temp table unasked as
select id as "case" from cases where team in (select object from planted) and draw('clock-stop hit', id) < 0.9 * $strength;
delete from case_events
where activity in ('message_to_user', 'reply_from_user') and "case" in (select "case" from unasked);
