with told as (
    select
        count(*) filter (where table_name = 'requirements' and column_name in ('metric', 'target')) = 2
        or count(*) filter (where (table_name = 'targets' and column_name = 'requirement') or table_name = 'trace_links') > 0 as measures
    from given_columns
),
customers as (
    select distinct party from role_holders where role = 'customer'
),
accepted as (
    select distinct approval_decisions.object as requirement
    from approval_decisions
    join customers on customers.party = approval_decisions.approver
    where approval_decisions.object_kind = 'requirement' and approval_decisions.is_granted
),
looked_at as (
    select
        requirements.*,
        requirement_measurability.has_metric,
        requirement_measurability.has_operator,
        requirement_measurability.has_value,
        requirement_measurability.has_unit,
        requirement_measurability.vague as vague_word,
        accepted.requirement is not null
        and coalesce(requirements.facet, 'other') in ('utility', 'experience', 'sustainability', 'other') as has_acceptance
    from requirements
    cross join audit_period
    join requirement_measurability on requirement_measurability.requirement = requirements.id
    left join accepted on accepted.requirement = requirements.id
    where
        (requirements.service in (select id from live_services) or (requirements.service is null and not audit_period.scoped))
        and (requirements.agreed_at is null or requirements.agreed_at < audit_period.ends_at)
)
select
    looked_at.id as item,
    looked_at.service,
    not told.measures as measures_untold,
    looked_at.vague_word is not null
        and not (has_metric and has_operator and has_value and has_unit)
        and not has_acceptance as vague,
    not has_metric and not has_acceptance as no_metric,
    not has_value and not has_acceptance as no_value,
    not has_operator and not has_acceptance as no_operator,
    not has_unit and not has_acceptance as no_unit,
    looked_at.facet,
    looked_at.statement,
    looked_at.vague_word,
    has_acceptance and not (has_metric and has_operator and has_value and has_unit) as accepted,
    looked_at.source_file,
    looked_at.source_row
from looked_at
cross join told
