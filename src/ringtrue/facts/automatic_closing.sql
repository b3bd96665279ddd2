-- Who or what closes: closings by the clock are held against nobody.
with made as (
    select coalesce(closed_by, '') as actor, count(*) as closings from closings group by coalesce(closed_by, '')
)
select distinct
    'share of closings made by ' || case when automation.actor = '' then 'nobody who is named' else automation.actor end
    || case automation.because
        when 'fixed delay' then
            ', most of them ' || cast(cast(automation.delay_hours as bigint) as varchar) || ' hours after resolution'
        when 'nearly all closings' then ', who makes nearly all of them'
        else ', declared to be automatic'
    end
    || ': taken for automatic closing, held against nobody' as statement,
    cast(made.closings as double) / (select count(*) from closings) as value,
    (select count(*) from closings) as n
from automation
join made on made.actor = automation.actor
order by statement
