-- Every link between needs, requirements, targets, measures and objectives, told once and in one direction, from the need towards the reading:
-- those of trace_links, whichever way they point, and those that requirements, targets and measures name themselves.
with told as (
    select from_kind, "from" as one, to_kind, "to" as other from trace_links
    union all
    select 'need' as from_kind, unnest(needs) as one, 'requirement' as to_kind, id as other from requirements
    union all
    select 'requirement' as from_kind, requirement as one, 'target' as to_kind, id as other from targets where requirement is not null
    union all
    select 'requirement' as from_kind, unnest(requirements) as one, 'measure' as to_kind, id as other from measures
    union all
    select 'measure' as from_kind, id as one, 'objective' as to_kind, objective as other from measures where objective is not null
),
places as (
    select unnest(['need', 'requirement', 'target', 'measure', 'objective']) as kind, unnest([1, 2, 3, 4, 5]) as place
)
select distinct
    case when begins.place <= ends.place then told.from_kind else told.to_kind end as from_kind,
    case when begins.place <= ends.place then told.one else told.other end as "from",
    case when begins.place <= ends.place then told.to_kind else told.from_kind end as to_kind,
    case when begins.place <= ends.place then told.other else told.one end as "to"
from told
join places as begins on begins.kind = told.from_kind
join places as ends on ends.kind = told.to_kind
