-- Every case that is still open; where none is, all cases, none of which can be judged.
with given as (
    select
        count(*) filter (where table_name = 'target_runs' and column_name = 'case') > 0 as runs,
        count(*) filter (where table_name = 'cases' and column_name = 'reported_attained') > 0 as attainments
    from given_columns
),
timed as (
    select distinct "case" from target_runs where state is null or state <> 'cancelled'
),
open_cases as (
    select case_clock.*, timed."case" is not null as has_run
    from case_clock
    left join timed on timed."case" = case_clock."case"
    where case_clock.is_open and (case_clock.state is null or case_clock.state not in ('resolved', 'closed'))
),
signs as (
    select
        count(*) > 0 as some_open,
        bool_or(has_run) as runs_known,
        bool_or(reported_attained is not null) as attainments_known
    from open_cases
),
resolved as (
    select service, kind, wall from case_clock where not is_open and wall >= 0
),
usual as (
    select service, kind, 3 * quantile_cont(wall, 0.95) as limit_minutes
    from resolved
    where service is not null
    group by service, kind
    having count(*) >= $least_cases
),
usual_of_kind as (
    select kind, 3 * quantile_cont(wall, 0.95) as limit_minutes
    from resolved
    group by kind
    having count(*) >= $least_cases
),
held as (
    select
        open_cases."case",
        open_cases.service,
        open_cases.state,
        open_cases.opened_at,
        case when open_cases.target_minutes is null then open_cases.wall else open_cases.biz end as open_minutes,
        coalesce(3 * open_cases.target_minutes, usual.limit_minutes, usual_of_kind.limit_minutes) as limit_minutes,
        case
            when open_cases.target_minutes is not null then 'three times its own target'
            when usual.limit_minutes is not null then 'three times what 95 % of the resolved cases of its service and kind took'
            when usual_of_kind.limit_minutes is not null then 'three times what 95 % of the resolved cases of its kind took'
        end as limit_is,
        case
            when cases.in_reports is not null then not cases.in_reports
            when coalesce(given.runs and signs.runs_known, false) or coalesce(given.attainments and signs.attainments_known, false)
                then not open_cases.has_run and open_cases.reported_attained is null
        end as left_out,
        cases.exclusion,
        open_cases.source_file,
        open_cases.source_row
    from open_cases
    join cases on cases.id = open_cases."case"
    cross join given
    cross join signs
    left join usual on usual.service = open_cases.service and coalesce(usual.kind, '') = coalesce(open_cases.kind, '')
    left join usual_of_kind on coalesce(usual_of_kind.kind, '') = coalesce(open_cases.kind, '')
)
select
    "case" as item,
    service,
    false as none_open,
    open_minutes is null or open_minutes < 0 as opening_unknown,
    limit_minutes is null as limit_unknown,
    open_minutes > limit_minutes and left_out is null as reports_unknown,
    open_minutes > limit_minutes and coalesce(left_out, false) as old_and_left_out,
    state,
    opened_at,
    round(open_minutes / 60.0, 1) as clock_hours,
    round(limit_minutes / 60.0, 1) as limit_hours,
    limit_is,
    exclusion,
    open_minutes > limit_minutes and not left_out as old_in_reports,
    source_file,
    source_row
from held
union all
select
    case_clock."case" as item,
    case_clock.service,
    true as none_open,
    false as opening_unknown,
    false as limit_unknown,
    false as reports_unknown,
    false as old_and_left_out,
    case_clock.state,
    case_clock.opened_at,
    null as clock_hours,
    null as limit_hours,
    null as limit_is,
    null as exclusion,
    false as old_in_reports,
    case_clock.source_file,
    case_clock.source_row
from case_clock
cross join signs
where not signs.some_open
