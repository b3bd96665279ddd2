with given as (
    select
        count(*) filter (where table_name = 'parties' and column_name = 'provider_side') > 0 as sides,
        count(*) filter (where table_name = 'parties' and column_name = 'kind') > 0 as kinds
    from given_columns
),
holders as (
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
    select
        holders.service,
        holders.party,
        bool_or(holders.kind in ('shared_mailbox', 'automation')) as is_mailbox,
        bool_or(holders.provider_side) as is_provider,
        bool_or(
            holders.kind is distinct from 'person'
            and regexp_matches(
                lower(coalesce(parties.name, holders.party)),
                '^(all )?(end.?users?|users|staff|employees|everyone|everybody)$|\b(all|alle|tous les|todos los) (users|staff|employees|mitarbeiter|mitarbeitenden|benutzer|nutzer|anwender|utilisateurs|usuarios|empleados)\b|^(benutzer|anwender|nutzer|utilisateurs|usuarios)$'
            )
        ) as is_list
    from holders
    left join parties on parties.id = holders.party
    where holders.role = 'customer' and holders.is_held
    group by holders.service, holders.party
),
once_held as (
    select distinct service from holders where role = 'customer'
),
counted as (
    select
        customers.service,
        count(*) as customers,
        count(users.party) as customers_who_use,
        count(*) filter (where customers.is_mailbox) as mailboxes,
        count(*) filter (where not coalesce(customers.is_mailbox, false) and customers.is_provider) as providers,
        count(*) filter (where customers.is_list) as lists,
        count(*) filter (where customers.is_provider is null and not coalesce(customers.is_mailbox or customers.is_list, false)) as of_unknown_side
    from customers
    left join users on users.service = customers.service and users.party = customers.party
    group by customers.service
),
using_it as (
    select service, count(*) as users from users group by service
)
select
    live_services.id as item,
    live_services.id as service,
    counted.service is null and once_held.service is null as no_customer,
    counted.service is null and once_held.service is not null as customer_gone,
    case
        when counted.mailboxes + counted.providers + counted.lists < counted.customers - counted.of_unknown_side then false
        when counted.of_unknown_side > 0 and counted.mailboxes = 0 and counted.lists = 0 and counted.providers = 0 and given.sides and given.kinds then false
        when counted.of_unknown_side > 0 then null
        when counted.service is null then false
        else counted.mailboxes = counted.customers
    end as only_mailbox,
    coalesce(counted.of_unknown_side = 0 and counted.providers > 0 and counted.providers + counted.mailboxes = counted.customers, false) as only_provider,
    coalesce(
        (counted.lists > 0 and counted.lists + counted.mailboxes + counted.providers >= counted.customers)
        or (
            counted.customers >= $least_customers
            and counted.customers_who_use = counted.customers
            and counted.customers_who_use >= $most_of_users * using_it.users
        ),
        false
    ) as only_users,
    coalesce(counted.customers, 0) as customers,
    coalesce(using_it.users, 0) as users,
    coalesce(counted.customers_who_use, 0) as customers_who_use,
    coalesce(counted.customers_who_use > 0 and counted.customers < $least_customers, false) as truly_both,
    live_services.source_file,
    live_services.source_row
from live_services
cross join given
left join counted on counted.service = live_services.id
left join once_held on once_held.service = live_services.id
left join using_it on using_it.service = live_services.id
