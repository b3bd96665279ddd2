-- Many requirements name no need: somebody wrote them down, and nobody knows for whom.
-- consequences: thread.need-coverage, thread.unclosed-thread
create or replace temp table planted as
select 'organisation' as object;
create or replace temp table orphans as
select id from requirements where draw('orphan requirement', id) < 0.55 * $strength;
delete from trace_links where from_kind = 'need' and to_kind = 'requirement' and "to" in (select id from orphans);
update requirements set needs = cast([] as varchar[]) where id in (select id from orphans);
