-- The states in which an agreed clock stops, where the targets do not say.
select
    'targets do not say in which states their clock stops: waiting for the user was taken' as statement,
    count(*) filter (where pause_states is null) as value,
    count(*) as n
from targets
where metric = 'resolution_minutes'
having count(*) filter (where pause_states is null) > 0
