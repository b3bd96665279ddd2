with recorded as (
    select count(*) > 0 as messages from steps where activity = 'message_to_user'
),
waits as (
    select "case", count(*) as waits, count(*) filter (where not has_message or not has_reply) as empty_waits
    from user_waits
    group by "case"
),
clocks as (
    select
        case_clock.*,
        coalesce(case_clock.attained and not case_clock.attained_unpaused, false) as kept_by_pauses,
        not recorded.messages or coalesce(waits.empty_waits, 0) > 0 as looks_empty
    from case_clock
    cross join recorded
    left join waits on waits."case" = case_clock."case"
)
select
    "case" as item,
    service,
    attained is null as clock_unknown,
    kept_by_pauses and looks_empty as met_by_pauses,
    kept_by_pauses and not looks_empty as explained,
    team,
    target_minutes,
    elapsed as elapsed_minutes,
    biz as minutes_without_pauses,
    source_file,
    source_row
from clocks
where attained is null or attained
