-- Every lowering of a case's priority: the calendar in which its first target counts, and whether the record shows why: a lower impact, or
-- a note of a workaround, within an hour.
-- A change of impact whose direction cannot be read leaves has_reason unknown (NULL).
with lowered as (
    select steps."case", steps.step, steps."at", steps.old, steps.new, steps.team, steps.actor, steps.source_file, steps.source_row
    from steps
    join priorities as before on before.name = steps.old
    join priorities as after on after.name = steps.new
    where steps.field = 'priority' and after.rank > before.rank
),
reasons as (
    select
        lowered."case",
        lowered.step,
        bool_or(
            coalesce(near.field = 'impact' and after.rank > before.rank, false)
            or coalesce(
                near.field = 'users_affected'
                and cast(nullif(regexp_extract(near.new, '^([0-9]+)', 1), '') as integer)
                    < cast(nullif(regexp_extract(near.old, '^([0-9]+)', 1), '') as integer),
                false
            )
            or regexp_matches(
                lower(coalesce(near.note, '')), 'work-?around|work around|umgehung|übergangslösung|contournement|solución temporal'
            )
        ) as is_shown,
        bool_or(near.field = 'impact' and near.old <> near.new and (after.rank is null or before.rank is null)) as is_unread
    from lowered
    join steps as near on near."case" = lowered."case" and abs(epoch(near."at") - epoch(lowered."at")) <= 3600
    left join priorities as before on before.name = near.old
    left join priorities as after on after.name = near.new
    group by lowered."case", lowered.step
)
select
    lowered.*,
    first_targets.target_minutes,
    first_targets.calendar,
    case when reasons.is_shown then true when reasons.is_unread then null else false end as has_reason
from lowered
left join bound_targets as first_targets on first_targets."case" = lowered."case" and first_targets.basis = 'first'
left join reasons on reasons."case" = lowered."case" and reasons.step = lowered.step
