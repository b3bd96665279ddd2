-- The controls that the organisation has set itself: of its processes at an interval, of each service every quarter, and steps that changes and
-- cases must not skip.
select
    'C-' || lpad(cast(place as varchar), 2, '0') as id,
    document,
    clause,
    statement,
    cast(null as varchar) as object_kind,
    cast([] as varchar[]) as applies_to,
    cast(null as varchar) as step,
    cast(null as varchar) as after_step,
    false as mandatory,
    cast(days as double) as interval_days,
    process_people.owner,
    roles as entitled_roles,
    24.0 as recording_hours,
    $begins - to_days(60) as in_force_from,
    cast(null as timestamp) as in_force_to
from (
    values
    (1, 'D-022', '8.7.3.2', 'Access rights of those who left are checked every month', 31, 'information security', ['practitioner', 'process_owner']),
    (2, 'D-010', '8.2.6', 'A sample of configuration items is compared with what is there every quarter', 92, 'change enablement', ['practitioner', 'process_owner']),
    (3, 'D-022', '8.7.3.2', 'Open critical vulnerabilities are listed and followed every month', 31, 'information security', ['practitioner', 'process_owner']),
    (4, 'D-009', '8.3.4.1', 'The figures of each supplier are looked at with it every quarter', 92, 'supplier management', ['process_owner']),
    (5, 'D-011', '8.3.2', 'What users and customers answered is read every month', 31, 'service level management', ['process_owner', 'service_owner']),
    (6, 'D-008', '8.4.2', 'Forecasts of demand are compared with what came every month', 31, 'service level management', ['process_owner', 'service_owner']),
    (7, 'D-020', '8.6.3', 'Known errors are read again every quarter', 92, 'problem management', ['process_owner', 'practitioner']),
    (8, 'D-023', '9.2', 'The programme of audits is looked at every quarter', 92, 'continual improvement', ['process_owner']),
    (9, 'D-018', '8.6.1', 'Five cases taken by lot are followed from call to answer every month', 31, 'incident management', ['process_owner', 'practitioner']),
    (10, 'D-019', '8.6.2', 'Instructions for requests are tried out every quarter', 92, 'request fulfilment', ['process_owner', 'practitioner'])
) as set_up (place, document, clause, statement, days, process, roles)
join process_people on process_people.process = set_up.process
union all
select
    'C-restore-' || service_people.service,
    document_topics.id,
    '8.7.2',
    'The data of ' || services.name || ' are brought back on a test system every quarter',
    'service',
    ['id=' || service_people.service],
    null,
    null,
    false,
    92.0,
    service_people.owner,
    ['practitioner', 'service_owner'],
    24.0,
    greatest($begins - to_days(60), date_trunc('day', service_people.live_from)),
    null
from service_people
join services on services.id = service_people.service
join document_topics on document_topics.service = service_people.service and document_topics.kind = 'plan'
union all
select
    id, document, clause, statement, object_kind, applies_to, step, after_step, true, null, process_people.owner, roles, hours,
    $begins - to_days(60), null
from (
    values
    ('C-11', 'D-015', '8.5.1.3', 'Each normal change is compared with others in the same window before it starts', 'change', ['class=normal'], null, null, 'change enablement', ['process_owner', 'practitioner'], 24.0),
    ('C-12', 'D-015', '8.5.1.3', 'Each emergency change is reviewed within three days', 'change', ['class=emergency'], null, null, 'change enablement', ['process_owner', 'service_owner'], 24.0)
) as steps (id, document, clause, statement, object_kind, applies_to, step, after_step, process, roles, hours)
join process_people on process_people.process = steps.process
order by id
