-- The last review period of each service: since when its measures must have been read (since, as_of: seconds since 1970), and what that
-- rests on. It runs from the last service review but one; else it is as long as an agreement of service levels says; else 92 days.
-- two_since: the same for its last two review periods.
with held as (
    select reviews.service, reviews.held_at, row_number() over (partition by reviews.service order by reviews.held_at desc, reviews.id) as place
    from reviews
    cross join audit_period
    where reviews.kind = 'service_review' and reviews.held_at <= audit_period.as_of
),
agreed_days as (
    select service, min(review_days) as review_days from agreements where kind = 'sla' and review_days > 0 group by service
)
select
    services.id as service,
    coalesce(epoch(held.held_at), epoch(audit_period.as_of) - coalesce(agreed_days.review_days, 92) * 86400.0) as since,
    case
        when held.held_at is not null then 'the last review but one'
        when agreed_days.review_days is not null then 'one review period, as agreed'
        else 'one review period, as usual'
    end as since_is,
    coalesce(
        epoch(third.held_at),
        least(epoch(held.held_at), epoch(audit_period.as_of) - 2 * coalesce(agreed_days.review_days, 92) * 86400.0)
    ) as two_since,
    epoch(audit_period.as_of) as as_of
from services
cross join audit_period
left join held on held.service = services.id and held.place = 2
left join held as third on third.service = services.id and third.place = 3
left join agreed_days on agreed_days.service = services.id
