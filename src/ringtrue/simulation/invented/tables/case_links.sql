-- Links between calls and major incidents, between incidents and the problem behind them, and from problems to the change that ended them.
with children as (
    select names.id as "from", 'case' as from_kind, parents.id as "to", 'case' as to_kind, 'child_of' as kind
    from case_plans
    join case_names as names on names.key = case_plans.key
    join case_names as parents on parents.key = case_plans.parent
),
behind as (
    select case_names.id as "from", 'problem' as from_kind, cases.id as "to", 'case' as to_kind, 'problem_of' as kind
    from problem_plans
    join case_names on case_names.key = 'problem ' || problem_plans.service
    join cases
        on cases.service = problem_plans.service
        and cases.configuration_item = problem_plans.item
        and cases.kind = 'incident'
        and epoch(cases.opened_at) >= problem_plans.trouble_from
        and epoch(cases.opened_at) < coalesce(problem_plans.fixed, epoch($ends))
        and draw('linked', cases.id) < 0.8
    where $part = 0
),
ended as (
    select case_names.id as "from", 'problem' as from_kind, arg_max(changes.id, changes.ended_at) as "to", 'change' as to_kind, 'resolved_by' as kind
    from problem_plans
    join case_names on case_names.key = 'problem ' || problem_plans.service
    join changes on changes.service = problem_plans.service and epoch(changes.ended_at) < problem_plans.fixed and epoch(changes.ended_at) > problem_plans.opened
    where $part = 0
    group by case_names.id
)
select * from children
union all
select * from behind
union all
select * from ended
order by "from", "to"
