-- One team closes many cases as duplicates of the case that told the same trouble first, and links them.
create or replace temp table copies as
with chosen as (
    select id from teams where world <> 'desk' order by draw('linked duplicates', id) limit 1
),
numbered as (
    select
        id,
        team,
        state,
        kind,
        major,
        lag(id) over (partition by service order by opened_at, id) as original,
        lag(requester) over (partition by service order by opened_at, id) <> requester as is_other
    from cases
    where kind = 'incident'
)
select id, original
from numbered
where
    team in (select id from chosen)
    and state = 'closed'
    and not major
    and is_other
    and id not in (select "from" from case_links)
    and draw('linked duplicates hit', id) < 0.12;
insert into case_links
select id as "from", 'case' as from_kind, original as "to", 'case' as to_kind, 'duplicate_of' as kind
from copies;
update cases set close_code = 'Duplicate', close_note = 'Same trouble as ' || copies.original || ', told there first; solved together with it, see the note of that case.'
from copies
where cases.id = copies.id;
