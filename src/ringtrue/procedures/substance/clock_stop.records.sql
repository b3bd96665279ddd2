select
    'met by pauses' as family,
    team as object,
    item,
    service,
    reason,
    target_minutes,
    elapsed_minutes,
    minutes_without_pauses,
    null as waited_minutes,
    source_file,
    source_row
from judged
where verdict = 'deviation'
union all
select
    'empty waits' as family,
    user_waits.team as object,
    user_waits."case" as item,
    cases.service,
    case when user_waits.has_message then 'waited for the user, and ended without a reply' else 'waited for the user without a message at its start' end
        as reason,
    null as target_minutes,
    null as elapsed_minutes,
    null as minutes_without_pauses,
    (epoch(user_waits.ends_at) - epoch(user_waits.starts_at)) / 60.0 as waited_minutes,
    user_waits.source_file,
    user_waits.source_row
from user_waits
join cases on cases.id = user_waits."case"
where user_waits.is_empty
