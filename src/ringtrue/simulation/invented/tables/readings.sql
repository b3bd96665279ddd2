-- helper
-- What each measure read month by month, before it was written down: value, and what was missed. Readings of outcomes follow the moods of the
-- services; every measure has its worst month, some have more. What availability was, is counted in availability_months.
with numbered as (
    select
        moods.service,
        moods.month,
        moods.mood,
        facet_words.*,
        moods.service || '-' || facet_words.part as thread,
        coalesce(facet_words.target, service_people.availability) as aim,
        draw('reading', moods.service || facet_words.part || strftime(moods.month, '%Y-%m')) as noise,
        moods.month >= timestamp '2025-11-01' and moods.month < timestamp '2026-08-01' as may_be_worst,
        moods.month >= timestamp '2026-08-01' as is_late
    from moods
    join service_people on service_people.service = moods.service
    cross join facet_words
    where moods.is_live
),
ranked as (
    select
        *,
        row_number() over (
            partition by thread, may_be_worst order by case kind when 'outcome' then mood else noise end, month
        ) = 1 and may_be_worst as is_worst
    from numbered
),
distances as (
    select
        *,
        case
            when is_worst then -0.1 - 0.3 * noise
            when kind = 'outcome' then 0.6 + 0.5 * mood + 0.3 * (noise - 0.5)
            else 0.1 + 0.9 * noise
        end as raw_distance
    from ranked
),
kept as (
    select *, case when is_late then greatest(raw_distance, 0.05) else raw_distance end as distance from distances
)
select
    kept.service,
    kept.part,
    'M-' || kept.thread as measure,
    kept.month,
    kept.kind,
    kept.aim,
    kept.direction,
    case
        when kept.facet = 'availability' then availability_months.availability
        when kept.direction = 'up' then least(100, round(kept.aim + kept.spread * kept.distance, 2))
        else round(kept.aim - kept.spread * kept.distance, 2)
    end as value
from kept
left join availability_months on availability_months.service = kept.service and availability_months.month = kept.month
