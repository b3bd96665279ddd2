-- Every problem that is marked resolved and linked to incidents: its fix, the trouble that most of its incidents are about, and the
-- windows of equal length before and after the fix in which incidents can be counted. A window reaches back no further than the
-- months that the data hold whole.
with linked as (
    select "from" as problem, "to" as incident from case_links where kind in ('problem_of', 'caused_by', 'resolved_by')
    union
    select "to" as problem, "from" as incident from case_links where kind in ('problem_of', 'caused_by', 'resolved_by')
),
told as (
    select
        problems.id as problem,
        coalesce(problems.resolved_at, problems.closed_at) as fixed_at,
        incident_keys.service,
        incident_keys.trouble,
        count(*) as incidents,
        row_number() over (partition by problems.id order by count(*) desc, incident_keys.trouble) as place
    from cases as problems
    join linked on linked.problem = problems.id
    join incident_keys on incident_keys."case" = linked.incident
    where
        problems.kind = 'problem'
        and (problems.state is null or problems.state in ('resolved', 'closed'))
        and coalesce(problems.resolved_at, problems.closed_at) is not null
        and incident_keys.trouble is not null
    group by problems.id, coalesce(problems.resolved_at, problems.closed_at), incident_keys.service, incident_keys.trouble
)
select
    told.problem,
    told.service,
    told.trouble,
    told.incidents as linked_incidents,
    told.fixed_at,
    least(epoch(told.fixed_at) - epoch(whole_arrivals.starts_at), epoch(audit_period.as_of) - epoch(told.fixed_at)) / 86400.0 as days
from told
cross join whole_arrivals
cross join audit_period
where told.place = 1
