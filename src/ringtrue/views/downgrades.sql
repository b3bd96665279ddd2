-- Every lowering of a case's priority: the calendar in which its first target counts, and whether the record shows why: a lower impact, or
-- a note of a workaround, within an hour.
with lowered as (
    select steps."case", steps.step, steps."at", steps.old, steps.new, steps.team, steps.actor, steps.source_file, steps.source_row
    from steps
    join priorities as before on before.name = steps.old
    join priorities as after on after.name = steps.new
    where steps.field = 'priority' and after.rank > before.rank
),
reasons as (
    select distinct lowered."case", lowered.step
    from lowered
    join steps as near on near."case" = lowered."case" and abs(epoch(near."at") - epoch(lowered."at")) <= 3600
    left join priorities as before on before.name = near.old
    left join priorities as after on after.name = near.new
    where
        (near.field = 'impact' and after.rank > before.rank)
        or regexp_matches(lower(coalesce(near.note, '')), 'work-?around|umgehung|übergangslösung|contournement|solución temporal')
)
select
    lowered.*,
    first_targets.target_minutes,
    first_targets.calendar,
    reasons."case" is not null as has_reason
from lowered
left join bound_targets as first_targets on first_targets."case" = lowered."case" and first_targets.basis = 'first'
left join reasons on reasons."case" = lowered."case" and reasons.step = lowered.step
