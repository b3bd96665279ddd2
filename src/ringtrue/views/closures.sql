-- Every closing of a case, whether it was made by a person or by the clock, and whether a recorded campaign or migration (of its
-- service, or of all) was under way; one without an end lasts a day.
with campaigns as (
    select service, "at" as begins_at, coalesce(until, "at" + interval 1 day) as ends_at
    from context_events
    where kind in ('campaign', 'migration')
),
in_campaigns as (
    select distinct closings."case"
    from closings
    join campaigns
        on closings.closed_at >= campaigns.begins_at
        and closings.closed_at <= campaigns.ends_at
        and coalesce(campaigns.service, closings.service, '') = coalesce(closings.service, '')
)
select closings.*, automation.actor is not null as is_automatic, in_campaigns."case" is not null as in_campaign
from closings
left join automation on automation.actor = coalesce(closings.closed_by, '')
left join in_campaigns on in_campaigns."case" = closings."case"
