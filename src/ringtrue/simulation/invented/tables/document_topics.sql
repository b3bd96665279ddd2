-- helper
-- The documents of the whole organisation and those that each service has: title, language, kind, clauses, and the process whose owner keeps it.
select
    'D-' || lpad(cast(place as varchar), 3, '0') as id,
    place,
    title,
    language,
    kind,
    clauses,
    process,
    cast(null as varchar) as service
from (
    values
    (1, 'Scope of our service management', 'en', 'scope', ['4.3'], 'continual improvement'),
    (2, 'Grundsätze des Service-Managements', 'de', 'policy', ['5.2.1', '5.2.2'], 'service level management'),
    (3, 'Risks and chances', 'en', 'plan', ['6.1'], 'information security'),
    (4, 'Objectifs de l’année', 'fr', 'plan', ['6.2.1', '6.2.2'], 'service level management'),
    (5, 'Service management plan', 'en', 'plan', ['6.3'], 'service level management'),
    (6, 'Kompetenz und Bewusstsein', 'de', 'procedure', ['7.2', '7.3'], 'service level management'),
    (7, 'Gestión de documentos', 'es', 'procedure', ['7.5'], 'change enablement'),
    (8, 'Planning services and demand', 'en', 'procedure', ['8.2.2', '8.4.2'], 'service level management'),
    (9, 'Steuerung anderer Beteiligter', 'de', 'procedure', ['8.2.3', '8.3.4.1'], 'supplier management'),
    (10, 'Configuration rules', 'en', 'procedure', ['8.2.6'], 'change enablement'),
    (11, 'Relations avec les clients', 'fr', 'procedure', ['8.3.2'], 'service level management'),
    (12, 'Agreeing on service levels', 'en', 'procedure', ['8.3.3', '9.4'], 'service level management'),
    (13, 'Capacidad y demanda', 'es', 'plan', ['8.4.3'], 'service level management'),
    (14, 'Change policy', 'en', 'policy', ['8.5.1.1'], 'change enablement'),
    (15, 'Ablauf von Änderungen', 'de', 'procedure', ['8.5.1.2', '8.5.1.3'], 'change enablement'),
    (16, 'New and changed services', 'en', 'procedure', ['8.5.2.1', '8.5.2.2', '8.5.2.3'], 'change enablement'),
    (17, 'Releases and deployment', 'en', 'procedure', ['8.5.3'], 'change enablement'),
    (18, 'Störungen und schwere Störungen', 'de', 'procedure', ['8.6.1'], 'incident management'),
    (19, 'Demandes de service', 'fr', 'procedure', ['8.6.2'], 'request fulfilment'),
    (20, 'Problems and known errors', 'en', 'procedure', ['8.6.3'], 'problem management'),
    (21, 'Disponibilidad de los servicios', 'es', 'plan', ['8.7.1'], 'service level management'),
    (22, 'Informationssicherheit', 'de', 'policy', ['8.7.3.1', '8.7.3.2'], 'information security'),
    (23, 'Internal audits', 'en', 'procedure', ['9.2'], 'continual improvement'),
    (24, 'Corrective action and improvement', 'en', 'procedure', ['10.1', '10.2'], 'continual improvement')
) as topics (place, title, language, kind, clauses, process)
union all
select
    'D-' || lpad(cast(26 + 2 * number + part as varchar), 3, '0') as id,
    26 + 2 * number + part as place,
    case language when 'de' then german when 'fr' then french when 'es' then spanish else english end || ' ' || name as title,
    language,
    kind,
    clauses,
    cast(null as varchar) as process,
    service
from (
    select
        service_people.service,
        services.name,
        service_people.number,
        pick('document language', service_people.service, ['en', 'en', 'de', 'de', 'fr', 'es']) as language
    from service_people
    join services on services.id = service_people.service
) as each_service
cross join (
    values
    (-1, 'description', ['8.2.4'], 'Description of', 'Beschreibung von', 'Description du service', 'Descripción de'),
    (0, 'plan', ['8.7.2'], 'Continuity plan of', 'Notfallplan für', 'Plan de continuité de', 'Plan de continuidad de')
) as kinds (part, kind, clauses, english, german, french, spanish)
