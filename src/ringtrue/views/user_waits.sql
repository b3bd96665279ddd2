-- kept
-- Every ended wait for the user, and what the record shows of it. has_message: a message to the user within half an hour of its start (NULL:
-- no history holds any such message). has_reply: the user replied or ended the wait, or it ended without any staff, by the clock (NULL: no
-- history holds any reply). is_empty: one of the two is missing; NULL where nothing of this kind is recorded anywhere.
with recorded as (
    select
        count(*) filter (where activity = 'message_to_user') > 0 as messages,
        count(*) filter (where activity = 'reply_from_user') > 0 as replies
    from steps
),
waits as (
    select "case", starts_step, starts_at, ends_at, started_by, ended_by, team, source_file, source_row
    from pauses
    where state = 'waiting_user' and not is_open and starts_at < ends_at
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
),
users as (
    select id from parties where provider_side = false
),
seen as (
    select
        waits.*,
        case when recorded.messages then messages."case" is not null end as has_message,
        case
            when recorded.replies
                then replies."case" is not null
                    or automation.actor is not null
                    or users.id is not null
                    or coalesce(waits.ended_by = cases.requester, false)
        end as has_reply
    from waits
    cross join recorded
    join cases on cases.id = waits."case"
    left join messages on messages."case" = waits."case" and messages.starts_step = waits.starts_step
    left join replies on replies."case" = waits."case" and replies.starts_step = waits.starts_step
    left join automation on automation.actor = waits.ended_by
    left join users on users.id = waits.ended_by
)
select
    *,
    case
        when has_message is null and has_reply is null then null
        else not (coalesce(has_message, true) and coalesce(has_reply, true))
    end as is_empty
from seen
