-- Some needs were heard, weighed and refused, and the decision is on record.
insert into needs by name
select
    'N-' || service || '-refused' as id,
    service,
    party,
    'We would like the whole service in a sixth language.' as statement,
    'high' as importance,
    captured_at,
    confirmed_at
from needs
where id like '%-7' and draw('refused', service) < 0.3;
insert into actions by name
select
    'A-' || needs.id as id,
    'decision' as kind,
    needs.id as origin,
    needs.service,
    needs.captured_at + interval 5 day as raised_at,
    needs.captured_at + interval 9 day as decided_at,
    needs.captured_at + interval 9 day as done_at,
    services.owner
from needs
join services on services.id = needs.service
where needs.id like '%-refused';
