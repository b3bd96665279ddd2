-- Some change boards settle up to ten changes in one sitting; its minutes are written into the tool in one go the same day.
create or replace temp table sittings as
select
    approvals.id,
    boards.held_at,
    row_number() over (partition by boards.id order by approvals.id) as place
from approvals
join changes on changes.id = approvals.object and changes.class = 'normal'
join reviews as boards
    on boards.kind = 'change_board'
    and boards.held_at > changes.created_at
    and boards.held_at < changes.planned_start - interval 8 hour
    and list_contains(boards.attendees, approvals.approver)
where approvals.object_kind = 'change' and draw('long sitting', boards.id) < 0.4;
update approvals
set
    decided_at = sittings.held_at + to_minutes(cast(4 * sittings.place as integer)),
    recorded_at = sittings.held_at + interval 3 hour + to_seconds(cast(4 * sittings.place as integer))
from sittings
where sittings.id = approvals.id and sittings.place <= 10;
