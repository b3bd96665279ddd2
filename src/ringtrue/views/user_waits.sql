-- kept
-- Every ended wait for the user, and what the record shows of it: a message to the user within half an hour of its start, and a reply
-- before it ended. A wait that the clock or another automatic actor ended was not ended by staff.
with waits as (
    select "case", starts_step, starts_at, ends_at, started_by, ended_by, team, source_file, source_row
    from pauses
    where state = 'waiting_user' and not is_open
),
messages as (
    select distinct waits."case", waits.starts_step
    from waits
    join steps on steps."case" = waits."case" and abs(epoch(steps."at") - epoch(waits.starts_at)) <= 1800
    where steps.activity = 'message_to_user'
),
replies as (
    select distinct waits."case", waits.starts_step
    from waits
    join steps on steps."case" = waits."case" and steps."at" >= waits.starts_at and steps."at" <= waits.ends_at
    where steps.activity = 'reply_from_user'
)
select
    waits.*,
    messages."case" is not null as has_message,
    replies."case" is not null or automation.actor is not null as has_reply
from waits
left join messages on messages."case" = waits."case" and messages.starts_step = waits.starts_step
left join replies on replies."case" = waits."case" and replies.starts_step = waits.starts_step
left join automation on automation.actor = waits.ended_by
