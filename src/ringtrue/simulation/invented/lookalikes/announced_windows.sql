-- Some services have a long window of maintenance that customers were told of weeks before; it was entered only afterwards.
insert into outages by name
select
    'OUT-window-' || id as id,
    id as service,
    timestamp '2026-03-10 04:00:00' as started_at,
    timestamp '2026-03-12 04:00:00' as ended_at,
    true as user_visible,
    true as excluded,
    timestamp '2026-02-16 09:00:00' as exclusion_announced_at,
    timestamp '2026-03-13 08:00:00' as exclusion_recorded_at
from services
where status = 'live' and live_from < timestamp '2025-10-01' and draw('long window', id) < 0.3;
