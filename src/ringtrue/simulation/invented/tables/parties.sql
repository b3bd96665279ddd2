-- People, teams, units, companies and programs.
with others as (
    select *
    from (
        values
            ('provider', 'Ringwell IT', 'company', null, true),
            ('customer', 'Ringwell Works', 'company', null, false),
            ('internal-supplier-01', 'Facilities', 'unit', 'provider', true),
            ('internal-supplier-02', 'Telephony', 'unit', 'provider', true),
            ('internal-supplier-03', 'Print shop', 'unit', 'provider', true),
            ('supplier-01', 'Nordwerk Hosting', 'company', null, false),
            ('supplier-02', 'Blueline Networks', 'company', null, false),
            ('supplier-03', 'Castell Software', 'company', null, false),
            ('supplier-04', 'Kanto Devices', 'company', null, false),
            ('supplier-05', 'Meridian Cloud', 'company', null, false),
            ('supplier-06', 'Ostara Payments', 'company', null, false),
            ('supplier-07', 'Veldt Security', 'company', null, false),
            ('supplier-08', 'Lumen Print', 'company', null, false),
            ('mailbox-service-desk', 'servicedesk@ringwell.example', 'shared_mailbox', 'provider', true),
            ('automation-closing', 'Closing job', 'automation', 'provider', true),
            ('automation-monitoring', 'Monitoring', 'automation', 'provider', true)
    ) as given (id, name, kind, parent, provider_side)
),
everyone as (
    select id, name, 'person' as kind, parent, provider_side, cast(null as varchar) as calendar, active_from, active_to from people
    union all
    select id, name, 'team', 'provider', true, roster, null, null from teams
    union all
    select unit, name, 'unit', 'customer', false, null, null, null from customers
    union all
    select id, name, kind, parent, provider_side, null, null, null from others
)
select * from everyone order by id
