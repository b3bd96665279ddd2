with holders as (
    select
        live_services.id as service,
        role_holders.role,
        role_holders.party,
        role_holders.kind,
        role_holders.provider_side,
        (role_holders.valid_from is null or role_holders.valid_from <= today."at")
        and (role_holders.valid_to is null or role_holders.valid_to >= today."at")
        and (role_holders.gone_at is null or role_holders.gone_at >= today."at") as is_held
    from live_services
    cross join today
    join role_holders on coalesce(role_holders.service, live_services.id) = live_services.id
    where role_holders.role in ('customer', 'user') and role_holders.process is null
),
users as (
    select service, party from holders where role = 'user' and is_held
    union
    select service, requester as party from cases where service is not null and requester is not null
),
customers as (
    select distinct
        holders.service,
        holders.party,
        case
            when holders.kind in ('shared_mailbox', 'automation') then 'mailbox'
            when holders.provider_side then 'provider'
            when
                holders.kind is distinct from 'person'
                and regexp_matches(
                    lower(coalesce(parties.name, holders.party)),
                    '^(end.?users?|users|staff|employees|everyone|everybody|benutzer|anwender|nutzer|utilisateurs|usuarios)$|\b(all|alle|tous les|todos los) (users|staff|employees|mitarbeiter|mitarbeitenden|benutzer|nutzer|anwender|utilisateurs|usuarios|empleados)\b'
                )
                then 'list'
            when holders.provider_side is null then 'unknown'
            else 'customer'
        end as sort
    from holders
    left join parties on parties.id = holders.party
    where holders.role = 'customer' and holders.is_held
),
once_held as (
    select distinct service from holders where role = 'customer'
),
counted as (
    select
        customers.service,
        count(*) as customers,
        count(users.party) as customers_who_use,
        count(*) filter (where customers.sort = 'customer') as true_customers,
        count(*) filter (where customers.sort = 'unknown') as unknown,
        count(*) filter (where customers.sort = 'mailbox') as mailboxes,
        count(*) filter (where customers.sort = 'provider') as providers
    from customers
    left join users on users.service = customers.service and users.party = customers.party
    group by customers.service
),
using_it as (
    select service, count(*) as users from users group by service
),
found as (
    select
        live_services.*,
        counted.service is not null as has_customer,
        once_held.service is not null as had_customer,
        coalesce(counted.customers, 0) as customers,
        coalesce(counted.customers_who_use, 0) as customers_who_use,
        coalesce(counted.true_customers, 0) as true_customers,
        coalesce(counted.unknown, 0) as unknown,
        coalesce(counted.mailboxes, 0) as mailboxes,
        coalesce(counted.providers, 0) as providers,
        coalesce(using_it.users, 0) as users,
        coalesce(
            counted.customers >= $least_customers
            and counted.customers_who_use = counted.customers
            and counted.customers_who_use >= $most_of_users * using_it.users,
            false
        ) as are_the_users
    from live_services
    left join counted on counted.service = live_services.id
    left join once_held on once_held.service = live_services.id
    left join using_it on using_it.service = live_services.id
)
select
    id as item,
    id as service,
    unknown > 0 and true_customers = 0 and not are_the_users as side_unknown,
    not has_customer and not had_customer as no_customer,
    not has_customer and had_customer as customer_gone,
    has_customer and mailboxes = customers as only_mailbox,
    has_customer and providers > 0 and providers + mailboxes = customers as only_provider,
    has_customer and (are_the_users or (true_customers = 0 and unknown = 0)) as only_users,
    customers,
    users,
    customers_who_use,
    customers_who_use > 0 and not are_the_users as truly_both,
    source_file,
    source_row
from found
