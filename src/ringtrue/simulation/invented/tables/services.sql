-- The catalogue.
with wording as (
    select
        ['Order entry', 'Invoice run', 'Travel booking', 'Shift planning', 'Dispatch', 'Card payments', 'Supplier portal', 'Contract archive',
            'Recruiting', 'Plant maintenance', 'Customer line', 'Month-end closing', 'Meeting rooms', 'Design data', 'Spare parts', 'Web shop',
            'Payroll', 'Learning', 'Visitor desk', 'Goods receipt', 'Identity sign-in', 'Expense claims', 'Mail and calendar', 'Print',
            'Quality records', 'Remote access', 'Price lists', 'Intranet', 'Energy data', 'Fax gateway'] as names,
        ['Orders are confirmed to buyers on the day they arrive', 'Invoices reach customers in the month of delivery',
            'Travellers leave with a valid ticket', 'Every shift starts with all posts filled', 'Lorries leave the yard on time',
            'Customers pay without waiting', 'Suppliers see what is owed to them', 'Contracts are found within a minute',
            'Open posts are filled within two months', 'Machines stand still only when planned', 'Callers are helped on the first call',
            'The books close on the third day', 'Meetings start on time', 'Engineers work on the valid drawing',
            'Machines get their spare parts on the next day', 'Visitors of the shop can buy at any hour', 'Staff are paid on the day agreed',
            'Staff hold the licences that their work needs', 'Guests are received in five minutes', 'Goods are on the shelf on the day they arrive',
            'Staff start work without delay', 'Expenses are paid back within a week', 'Messages reach people at once', 'Papers are at hand when needed',
            'Complaints can be traced to a batch', 'Staff work from anywhere', 'Sellers quote the valid price', 'Staff find the rules that hold',
            'Energy bills are checked before they are paid', 'Old partners can be reached'] as outcomes
)
select
    service as id,
    wording.names[1 + cast(service_profiles.number % 30 as integer)] || case when service_profiles.number >= 30 then ' ' || cast(1 + service_profiles.number // 30 as varchar) else '' end as name,
    coalesce(people.successor, service_profiles.owner) as owner,
    service_profiles.criticality,
    status,
    live_from,
    wording.outcomes[1 + cast(service_profiles.number % 30 as integer)] as intended_outcome,
    cast(null as varchar) as parent,
    calendar
from service_profiles
cross join wording
left join people on people.id = service_profiles.owner
order by service
