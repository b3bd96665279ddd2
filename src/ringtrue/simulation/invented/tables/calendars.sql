-- Hours of services and rosters of teams. The desks' rosters touch or overlap, so that one of the three is always at work.
with hours as (
    select *
    from (
        values
            ('office-berlin', 'Europe/Berlin', 5, '08:00', '18:00'),
            ('office-toronto', 'America/Toronto', 5, '08:00', '18:00'),
            ('extended-berlin', 'Europe/Berlin', 6, '07:00', '19:00'),
            ('always', 'UTC', 7, '00:00', '24:00'),
            ('roster-berlin', 'Europe/Berlin', 6, '07:00', '20:00'),
            ('roster-toronto', 'America/Toronto', 5, '08:00', '18:00'),
            ('desk-berlin', 'Europe/Berlin', 7, '07:00', '19:00'),
            ('desk-toronto', 'America/Toronto', 7, '08:00', '20:00'),
            ('desk-singapore', 'Asia/Singapore', 7, '08:00', '15:00')
    ) as given (id, zone, days, opens, closes)
)
select hours.id, hours.zone, cast(days.weekday as bigint) as weekday, hours.opens, hours.closes
from hours
join range(1, 8) as days (weekday) on days.weekday <= hours.days
order by hours.id, days.weekday
