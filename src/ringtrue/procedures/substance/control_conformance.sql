with given as (
    select
        count(*) filter (where table_name = 'control_records') > 0 as records,
        count(*) filter (where table_name = 'role_assignments') > 0 as roles
    from given_columns
),
activities as (
    select unnest([
        'registered', 'classified', 'assigned', 'work_started', 'note', 'message_to_user', 'reply_from_user', 'waiting', 'resumed', 'field_changed',
        'escalated', 'linked', 'resolved', 'confirmed', 'reopened', 'closed'
    ]) as activity
),
things as (
    select 'case' as object_kind, id as object, service, coalesce(closed_at, resolved_at) as ended_at,
        coalesce(state = 'cancelled', false) as dropped, source_file, source_row
    from cases
    union all
    select 'change' as object_kind, id as object, service, coalesce(ended_at, started_at) as ended_at,
        started_at is null and ended_at is null and regexp_matches(lower(coalesce(outcome, '')), '(cancel|withdr|reject)') as dropped,
        source_file, source_row
    from changes
    union all
    select 'service' as object_kind, id as object, id as service, live_from as ended_at, false as dropped, source_file, source_row from services
),
asked as (
    select
        controls.id as control,
        controls.interval_days,
        coalesce(lower(trim(controls.step)), controls.id) as step,
        lower(trim(controls.after_step)) as after_step,
        controls.entitled_roles,
        things.*
    from controls
    cross join audit_period
    join control_objects on control_objects.control = controls.id
    join things on things.object_kind = control_objects.object_kind and things.object = control_objects.object
    where
        controls.mandatory
        and (
            control_objects.object_kind = 'service'
            or control_objects."at" is null
            or (
                control_objects."at" >= greatest(audit_period.starts_at, controls.in_force_from)
                and control_objects."at" < least(audit_period.ends_at, controls.in_force_to)
            )
        )
        and (not audit_period.scoped or things.service in (select service from audit_scope))
),
wanted as (
    select object_kind, step from asked
    union
    select object_kind, after_step as step from asked where after_step is not null
),
taken as (
    select 'case' as object_kind, steps."case" as object, steps.activity as step, steps."at", steps.actor as party, null as record
    from steps
    join wanted on wanted.object_kind = 'case' and wanted.step = steps.activity
    union all
    select controls.object_kind, control_records.object, lower(trim(controls.step)) as step, control_records.performed_at as "at",
        control_records.performed_by as party, control_records.id as record
    from control_records
    join controls on controls.id = control_records.control
    where control_records.object is not null and controls.step is not null
    union all
    select controls.object_kind, control_records.object, controls.id as step, control_records.performed_at as "at",
        control_records.performed_by as party, control_records.id as record
    from control_records
    join controls on controls.id = control_records.control
    where control_records.object is not null
    union all
    select 'change' as object_kind, approval_decisions.object, wanted.step, approval_decisions.decided_at as "at", approval_decisions.approver as party, null as record
    from approval_decisions
    join wanted on wanted.object_kind = 'change' and starts_with(wanted.step, 'approv')
    where
        approval_decisions.object_kind = 'change'
        and not approval_decisions.is_refused
    union all
    select 'change' as object_kind, changes.id as object, wanted.step, changes.reviewed_at as "at", null as party, null as record
    from changes
    join wanted on wanted.object_kind = 'change' and starts_with(wanted.step, 'review')
    where changes.reviewed_at is not null
    union all
    select 'change' as object_kind, gate_items.change as object, wanted.step, gate_items.recorded_at as "at", null as party, null as record
    from gate_items
    join wanted on wanted.object_kind = 'change' and wanted.step = lower(trim(gate_items.item))
    where gate_items.present
),
firsts as (
    select object_kind, object, step, min("at") as "at", arg_min(party, "at") as party, count(*) as times
    from taken
    group by object_kind, object, step
),
shown as (
    select object_kind, step from firsts group by object_kind, step
),
untold as (
    select wanted.object_kind, wanted.step
    from wanted
    cross join given
    left join shown on shown.object_kind = wanted.object_kind and shown.step = wanted.step
    where shown.step is null and (not given.records or wanted.step in (select activity from activities))
),
without_history as (
    select cases.id as object from cases where cases.id not in (select "case" from steps)
),
performers as (
    select asked.control, taken.object_kind, taken.object, taken.party, taken."at"
    from taken
    join (select distinct control, object_kind, step from asked where len(entitled_roles) > 0) as asked
        on asked.object_kind = taken.object_kind and asked.step = taken.step
),
held as (
    select performers.control, performers.object_kind, performers.object, performers.party, role_holders.role
    from performers
    join role_holders
        on role_holders.party = performers.party
        and (role_holders.valid_from is null or role_holders.valid_from <= performers."at")
        and (role_holders.valid_to is null or role_holders.valid_to > performers."at")
),
entitlements as (
    select
        performers.control,
        performers.object_kind,
        performers.object,
        bool_or(coalesce(list_contains(controls.entitled_roles, held.role), false)) as is_entitled,
        bool_and(held.role is not null) as all_known
    from performers
    join controls on controls.id = performers.control
    left join held
        on held.control = performers.control and held.object_kind = performers.object_kind and held.object = performers.object
        and held.party = performers.party
    group by performers.control, performers.object_kind, performers.object
),
waived as (
    select object_kind, object
    from approvals
    where regexp_matches(lower(coalesce(decision, '')), '(waiv|exempt|exception|deviation|ausnahme|abweichung|dérog|excepci)')
    group by object_kind, object
),
accepted as (
    select distinct controls.id as control, controls.object_kind, control_records.object
    from approval_decisions
    join control_records on control_records.id = approval_decisions.object
    join controls on controls.id = control_records.control
    where
        approval_decisions.object_kind = 'control_record'
        and approval_decisions.approver <> coalesce(control_records.performed_by, '')
        and not approval_decisions.is_refused
),
judged_steps as (
    select
        asked.*,
        firsts."at" as taken_at,
        firsts.party as taken_by,
        before."at" as preceded_at,
        firsts."at" is null as is_missing,
        firsts."at" is not null
            and asked.after_step is not null
            and (before."at" is null or epoch(before."at") > epoch(firsts."at") + $clock_minutes * 60) as is_out_of_order,
        case
            when firsts."at" is null or coalesce(len(asked.entitled_roles), 0) = 0 or entitlements.is_entitled then false
            when entitlements.all_known then true
        end as is_not_entitled,
        waived.object is not null as is_waived,
        accepted.object is not null as is_accepted,
        step_untold.step is not null or (without_history.object is not null and firsts."at" is null and asked.step in (select activity from activities)) as step_unknown,
        before."at" is null and before_untold.step is not null as before_unknown
    from asked
    left join firsts on firsts.object_kind = asked.object_kind and firsts.object = asked.object and firsts.step = asked.step
    left join firsts as before on before.object_kind = asked.object_kind and before.object = asked.object and before.step = asked.after_step
    left join entitlements
        on entitlements.control = asked.control and entitlements.object_kind = asked.object_kind and entitlements.object = asked.object
    left join waived on waived.object_kind = asked.object_kind and waived.object = asked.object
    left join accepted
        on accepted.control = asked.control and accepted.object_kind = asked.object_kind and accepted.object = asked.object
    left join untold as step_untold on step_untold.object_kind = asked.object_kind and step_untold.step = asked.step
    left join untold as before_untold on before_untold.object_kind = asked.object_kind and before_untold.step = asked.after_step
    left join without_history on asked.object_kind = 'case' and without_history.object = asked.object
)
select
    judged_steps.control || '|' || judged_steps.object as item,
    judged_steps.service,
    judged_steps.is_missing and judged_steps.dropped as dropped,
    judged_steps.is_missing
        and not judged_steps.step_unknown
        and coalesce(
            epoch(judged_steps.ended_at)
                + case when judged_steps.object_kind = 'service' then coalesce(judged_steps.interval_days, 92) else $not_due_days end * 86400
                > epoch(audit_period.as_of),
            judged_steps.object_kind <> 'service'
        ) as not_due,
    judged_steps.step_unknown and judged_steps.is_missing as not_shown_anywhere,
    not judged_steps.is_missing and judged_steps.after_step is not null and judged_steps.before_unknown as order_unknown,
    judged_steps.is_not_entitled is null and not judged_steps.is_out_of_order and not judged_steps.is_accepted as roles_unknown,
    judged_steps.is_missing and not judged_steps.is_waived as missing,
    judged_steps.is_out_of_order and not judged_steps.is_waived as out_of_order,
    coalesce(judged_steps.is_not_entitled, false) and not judged_steps.is_waived and not judged_steps.is_accepted as not_entitled,
    judged_steps.control,
    judged_steps.object,
    judged_steps.step,
    judged_steps.taken_at,
    judged_steps.taken_by,
    judged_steps.after_step,
    judged_steps.preceded_at,
    (judged_steps.is_waived and (judged_steps.is_missing or judged_steps.is_out_of_order or coalesce(judged_steps.is_not_entitled, false)))
        or (judged_steps.is_accepted and coalesce(judged_steps.is_not_entitled, false)) as explained,
    judged_steps.source_file,
    judged_steps.source_row
from judged_steps
cross join audit_period
