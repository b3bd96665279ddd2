select 'met by pauses' as family, team as object, item, service, reason, target_minutes, elapsed_minutes, minutes_without_pauses, source_file, source_row
from judged
where verdict = 'deviation'
union all
select 'empty waits' as family, user_waits.team as object, user_waits."case" as item, cases.service,
    'waited for the user without a message or a reply' as reason, null as target_minutes, null as elapsed_minutes,
    (epoch(user_waits.ends_at) - epoch(user_waits.starts_at)) / 60.0 as minutes_without_pauses,
    user_waits.source_file, user_waits.source_row
from user_waits
join cases on cases.id = user_waits."case"
where not user_waits.has_message or not user_waits.has_reply
