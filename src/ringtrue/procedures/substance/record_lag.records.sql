select
    sort as family,
    object,
    item,
    service,
    reason,
    claimed_at,
    recorded_at,
    lag_hours,
    allowed_hours,
    own_rule,
    source_file,
    source_row
from judged
where verdict = 'deviation'
