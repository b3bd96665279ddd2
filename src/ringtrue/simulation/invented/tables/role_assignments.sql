-- Who holds which role: for a service, a process or neither. A successor takes over on the day on which the other leaves.
with held as (
    select id as party, role, cast(null as varchar) as service, cast(null as varchar) as process, 'R' as duty from people where role = 'top_management'
    union all
    select id, role, null, null, 'R' from people where role = 'auditor'
    union all
    select
        id, role, null,
        ['incident management', 'request fulfilment', 'problem management', 'change enablement', 'service level management', 'supplier management',
            'continual improvement', 'information security'][1 + cast(number % 1000 as integer)],
        'A'
    from people
    where role = 'process_owner'
    union all
    select owner, 'service_owner', service, null, 'A' from service_profiles
    union all
    select customer, 'customer', service, null, 'A' from service_profiles
    union all
    select 'sponsor-' || right(unit, 2), 'sponsor', service, null, 'A' from service_profiles
    union all
    select supplier, 'external_supplier', service, null, 'R' from service_profiles where number % 3 <> 2
    union all
    select 'internal-supplier-0' || cast(1 + (number // 3) % 3 as varchar), 'internal_supplier', service, null, 'R' from service_profiles where number % 3 = 2
    union all
    select people.id, 'practitioner', service_profiles.service, null, 'R'
    from service_profiles
    join people on people.parent in (service_profiles.home_team, service_profiles.second_team, service_profiles.third_team)
        and people.role = 'practitioner'
    union all
    select id, 'practitioner', null, 'incident management', 'R' from people where role = 'practitioner' and parent like 'team-desk-%'
    union all
    select people.id, 'user', service_profiles.service, null, 'I'
    from people
    join service_profiles on draw('uses', people.id || service_profiles.service) < 0.12
    where people.role = 'user' and people.number < 400
),
-- Only those whose role is tied to their seat have a successor to name here: staff and their successors stand in the list themselves.
kept as (
    select held.*, people.active_from as valid_from, people.active_to as valid_to, people.successor
    from held
    left join people on people.id = held.party
)
select party, role, service, process, duty, valid_from, valid_to from kept
union all
select kept.successor, role, service, process, duty, kept.valid_to, null
from kept
where kept.successor is not null and role in ('service_owner', 'customer')
order by role, service, process, party
