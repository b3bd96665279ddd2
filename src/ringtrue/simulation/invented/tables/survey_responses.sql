-- What was answered. After a case: fewer are content where the time was missed or the month was bad. About a service: customers, users and
-- provider see it alike.
with answered as (
    select
        survey_invites.*,
        survey_invites.sent_at + to_seconds(600 + cast(least(600000, 90000 * draw_exponential('answers after', survey_invites.id)) as bigint)) as answered_at
    from survey_invites
    where
        draw('answers', survey_invites.id) < case
            when survey_invites.role = 'customer' then 0.97
            when survey_invites.role in ('practitioner', 'service_owner') then 0.7
            when survey_invites."case" is null then 0.3
            else 0.23
        end
),
about_cases as (
    select
        answered.*,
        draw('content', answered.id) as luck,
        service_moods.content + 0.05 * coalesce(moods.mood, 0) - case when cases.reported_attained = false then 0.3 else 0 end as content
    from answered
    join service_moods on service_moods.service = answered.service
    join cases on cases.id = answered."case"
    left join moods on moods.service = answered.service and moods.month = date_trunc('month', answered.answered_at)
),
side as (
    select
        answered.*,
        case when answered.role in ('practitioner', 'service_owner') then 'provider' else answered.role end as side
    from answered
    where answered."case" is null
),
about_services as (
    select
        side.* exclude (side),
        (
            row_number() over (partition by side.service, side.side order by side.sent_at, draw('order', side.id)) * 0.6180339887
            + draw('content side', side.service || side.side)
        ) % 1 as luck,
        service_moods.content
    from side
    join service_moods on service_moods.service = side.service
),
scored as (
    select * from about_cases
    union all
    select * from about_services
)
select
    'ANS-' || right(id, length(id) - 4) as id,
    id as invite,
    "case",
    service,
    party,
    role,
    case when "case" is null then 'The service helps me to reach what I need it for.' else 'I am content with how I was helped.' end as item,
    case
        when luck < 0.55 * content then 5.0
        when luck < content then 4.0
        when luck < content + 0.45 * (1 - content) then 3.0
        when luck < content + 0.82 * (1 - content) then 2.0
        else 1.0
    end as score,
    1.0 as scale_min,
    5.0 as scale_max,
    answered_at,
    case
        when draw('comments', id) < 0.12 then pick('comment', id, [
            'Quick and friendly.', 'Danke, alles gut.', 'Merci, rapide.', 'Todo bien.', 'Had to call twice.', 'Hat gedauert, aber gut erklärt.',
            'Would like to be told earlier.', 'Good explanation.'
        ])
    end as comment
from scored
where answered_at < $ends - interval 6 hour
order by id
