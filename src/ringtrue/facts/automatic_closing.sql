-- Who or what closes: closings by the clock are held against nobody.
select
    'share of closings made by ' || case when automation.actor = '' then 'nobody who is named' else automation.actor end
    || case automation.because
        when 'fixed delay' then
            ', most of them ' || cast(cast(automation.delay_hours as bigint) as varchar) || ' hours after resolution'
        when 'nearly all closings' then ', who makes nearly all of them'
        else ', declared to be automatic'
    end
    || ': taken for automatic closing, held against nobody' as statement,
    cast(count(*) filter (where coalesce(closings.closed_by, '') = automation.actor) as double) / count(*) as value,
    count(*) as n
from automation
cross join closings
group by automation.actor, automation.because, automation.delay_hours
having count(*) filter (where coalesce(closings.closed_by, '') = automation.actor) > 0
order by statement
