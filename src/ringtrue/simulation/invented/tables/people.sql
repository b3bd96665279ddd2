-- helper
-- Every person: the users and managers of the customer's units, and the staff of the provider. Who leaves has a successor from the next day.
with seats as (
    select 'user-' || lpad(cast(number + 1 as varchar), cast(greatest(4, length(cast($users as varchar))) as integer), '0') as id, 'user' as role, number, false as provider_side
    from range($users) as counted (number)
    union all
    select 'customer-' || lpad(cast(number + 1 as varchar), 2, '0'), 'customer', number, false from range(30) as counted (number)
    union all
    select 'sponsor-' || lpad(cast(number + 1 as varchar), 2, '0'), 'sponsor', number, false from range(10) as counted (number)
    union all
    select 'owner-' || lpad(cast(number + 1 as varchar), 2, '0'), 'service_owner', number, true
    from range(cast(ceil($services / 2.0) as bigint)) as counted (number)
    union all
    select 'process-owner-' || lpad(cast(number + 1 as varchar), 2, '0'), 'process_owner', number, true from range(8) as counted (number)
    union all
    select 'manager-' || lpad(cast(number + 1 as varchar), 2, '0'), 'top_management', number, true from range(3) as counted (number)
    union all
    select 'auditor-' || lpad(cast(number + 1 as varchar), 2, '0'), 'auditor', number, true from range(2) as counted (number)
    union all
    select 'staff-' || right(teams.id, length(teams.id) - 5) || '-' || cast(members.number + 1 as varchar), 'practitioner', members.number, true
    from teams
    join range(12) as members (number) on members.number < teams.size
),
placed as (
    select
        seats.*,
        case
            when role in ('user', 'sponsor') then 'unit-' || lpad(cast(1 + number % 10 as varchar), 2, '0')
            when role = 'customer' then 'unit-' || lpad(cast(1 + number % 10 as varchar), 2, '0')
            when role = 'practitioner' then 'team-' || left(right(id, length(id) - 6), length(id) - 6 - length(cast(number + 1 as varchar)) - 1)
            else 'provider'
        end as parent,
        case
            when role = 'practitioner' and draw('leaves', id) < 0.12 then true
            when role = 'service_owner' and number % 7 = 3 then true
            when role = 'customer' and number = 4 then true
            else false
        end as leaves,
        date_trunc('day', after_days($begins, (0.25 + 0.6 * draw('leaves when', id)) * ($months * 30))) as left_at
    from seats
),
everybody as (
    select id, role, number, provider_side, parent, cast(null as timestamp) as active_from, case when leaves then left_at end as active_to,
        case when leaves then id || '-b' end as successor
    from placed
    union all
    select id || '-b', role, number + 1000, provider_side, parent, left_at as active_from, cast(null as timestamp) as active_to,
        cast(null as varchar) as successor
    from placed
    where leaves
)
select
    everybody.*,
    pick('first name', id, [
        'Ada', 'Amir', 'Anna', 'Ben', 'Carla', 'Chen', 'Clara', 'Daniel', 'Diego', 'Elena', 'Emil', 'Fatima', 'Felix', 'Grace', 'Hanna', 'Hugo',
        'Ines', 'Ivan', 'Jana', 'Jonas', 'Julia', 'Karim', 'Lea', 'Liam', 'Lucia', 'Marc', 'Maria', 'Mei', 'Milan', 'Nadia', 'Noah', 'Nora',
        'Olga', 'Omar', 'Paul', 'Priya', 'Rosa', 'Samir', 'Sara', 'Sofia', 'Theo', 'Tom', 'Uta', 'Vera', 'Viktor', 'Wei', 'Yara', 'Zoe'
    ]) || ' ' || pick('last name', id, [
        'Abel', 'Bauer', 'Bergmann', 'Castro', 'Chandra', 'Dubois', 'Ek', 'Ferrari', 'Fischer', 'Garcia', 'Gruber', 'Haddad', 'Hansen', 'Ito',
        'Jansen', 'Keller', 'Khan', 'Kowalski', 'Lambert', 'Lang', 'Lopez', 'Martin', 'Meyer', 'Moreau', 'Nguyen', 'Novak', 'Okafor', 'Olsen',
        'Park', 'Petit', 'Popov', 'Quinn', 'Ramos', 'Richter', 'Rossi', 'Sato', 'Schmidt', 'Silva', 'Singh', 'Tan', 'Thomas', 'Urban', 'Vogel',
        'Wagner', 'Weber', 'Wong', 'Young', 'Zimmer'
    ]) as name
from everybody
order by id
