with pairs as (
    select unnest(['customer', 'customer', 'provider']) as first_role, unnest(['provider', 'user', 'user']) as second_role
)
select
    concat(perceptions.service, '|', pairs.first_role, '|', pairs.second_role) as object,
    perceptions.question as family,
    perceptions.id as item,
    perceptions.service,
    concat('answered as ', perceptions.role) as reason,
    perceptions.score,
    perceptions.answered_at,
    perceptions.source_file,
    perceptions.source_row
from perceptions
join pairs on perceptions.role in (pairs.first_role, pairs.second_role)
