-- Whom the audit spoke with: every role of each live service, nearly all who do the work, the owners of processes and the top once.
with there as (
    select party, role, service, process
    from role_assignments
    where
        coalesce(valid_from, timestamp '2000-01-01') < $ends - to_days(30)
        and coalesce(valid_to, timestamp '2100-01-01') > $ends
        and role <> 'auditor'
),
chosen as (
    select
        there.*,
        row_number() over (partition by there.role, there.party order by draw('interview', there.party || coalesce(there.service, '')), there.service) as place_of_party,
        row_number() over (
            partition by there.role, coalesce(there.service, there.process, there.party) order by draw('interview', there.party || coalesce(there.service, '')), there.party
        ) as place
    from there
    left join service_people on service_people.service = there.service
    where there.service is null or service_people.service is not null
),
spoken as (
    select * from chosen
    where
        (place <= case role when 'practitioner' then 2 when 'user' then 2 else 1 end and (role <> 'practitioner' or service is not null))
        or (role = 'practitioner' and place_of_party = 1 and draw('spoken with', party) < 0.97)
)
select
    'INT-' || lpad(cast(row_number() over (order by role, service, process, party) as varchar), 4, '0') as id,
    party,
    role,
    service,
    date_trunc('day', $ends - to_days(1 + cast(floor(24 * draw('interview day', party || role || coalesce(service, ''))) as integer)))
        + to_minutes(480 + cast(500 * draw('interview hour', party || role || coalesce(service, '')) as integer)) as held_at,
    case when draw('interviewer', party || coalesce(service, '')) < 0.5 then org_people.auditor else org_people.second_auditor end as auditor
from spoken
cross join org_people
order by id
