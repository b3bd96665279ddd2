-- What happened to each case, as the tool's history has it; what lies after the end of the data is not in it.
with seated as (
    select
        case_steps.*,
        case_names.id,
        case_names.requester,
        coalesce(case_names.language, 'en') as language,
        case
            when case_steps.acting_team is not null and case_steps.actor is null
                then 'staff-' || right(case_steps.acting_team, length(case_steps.acting_team) - 5) || '-'
                    || cast(1 + cast(floor(teams.size * draw('seat', case_steps.key || case_steps.acting_team)) as integer) as varchar)
        end as seat
    from case_steps
    join case_names on case_names.key = case_steps.key
    left join teams on teams.id = case_steps.acting_team
    where case_steps.moment < epoch($ends)
)
select
    seated.id as "case",
    make_timestamp(seated.moment * 1000000) as "at",
    cast(seated.sequence as bigint) as sequence,
    make_timestamp((seated.moment + 1 + (seated.moment * 7 + seated.sequence) % 4) * 1000000) as recorded_at,
    seated.activity,
    seated.state,
    case
        when seated.actor = 'requester' then seated.requester
        when seated.actor is not null then seated.actor
        when people.active_to <= make_timestamp(seated.moment * 1000000) then people.successor
        else seated.seat
    end as actor,
    seated.team,
    seated.acting_team,
    seated.field,
    seated.old,
    seated.new,
    case seated.says
        when 'ask' then pick('asks', seated.key, phrases.asks)
        when 'reply' then pick('replies', seated.key, phrases.replies)
        when 'act' then pick('acts', seated.key, phrases.acts)
        when 'workaround' then phrases.workaround
        when 'ordered' then phrases.ordered
    end as note
from seated
left join people on people.id = seated.seat
left join phrases on phrases.language = seated.language and seated.says is not null
order by seated.moment, "case", seated.sequence
