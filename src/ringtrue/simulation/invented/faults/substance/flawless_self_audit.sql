-- The last internal audits, or the last management reviews, found nothing and decided nothing.
create or replace temp table planted as
select case when draw('flawless-self-audit', 'which') < 0.5 then 'internal_audit' else 'management_review' end as object;
create or replace temp table emptied as
select id
from (select id, row_number() over (order by held_at desc) as place from reviews where kind in (select object from planted)) as latest
where place <= ceil(4 * $strength);
delete from actions where origin in (select id from emptied) and origin_kind in ('review', 'finding', 'audit');
update reviews set findings = 0, decisions = 0 where id in (select id from emptied);
