-- The questions of the audit, each with the roles that can answer it.
select
    'Q-' || lpad(cast(place as varchar), 2, '0') as id,
    text,
    lesson,
    string_split(clauses, ' ') as clauses,
    string_split(roles, ' ') as allowed_roles,
    concept,
    true as "open",
    evidence as expected_evidence
from (
    values
    (1, 'Which result do you buy with this service?', 'L1', '8.2.2 8.3.3', 'customer', null, 'agreement with its outcome'),
    (2, 'What would one day without it cost you?', 'L2', '8.2.2', 'customer sponsor', null, 'importance of its needs'),
    (3, 'What changed since you last agreed on targets?', 'L2', '8.3.3', 'customer', null, 'date of confirmation of its requirements'),
    (4, 'What did you complain of, and what came of it?', 'L4', '8.3.2', 'customer user', null, 'complaint and action'),
    (5, 'Show us your last interruption: was it over when the case was closed?', 'L2', '8.6.1', 'user', null, 'history of the case'),
    (6, 'Which workaround do you use, and since when?', 'L2', '8.6.1 8.6.3', 'user', null, 'observation at the desk'),
    (7, 'When did somebody last ask for your opinion?', 'L3', '8.3.2', 'user', null, 'invitation to a survey'),
    (8, 'What worth justifies what is spent on it?', 'L2', '8.4.1', 'sponsor', null, 'business case'),
    (9, 'Who are your customers, and which outcome is at risk now?', 'L1', '8.2.4 8.3.2', 'service_owner', null, 'catalogue, last report'),
    (10, 'Which requirement is oldest, and how do you know that it still holds?', 'L2', '8.2.2', 'service_owner', null, 'date of confirmation'),
    (11, 'What did you decide on the last report?', 'L4', '9.4', 'service_owner', null, 'review and action'),
    (12, 'What result must your process give, and for whom?', 'L4', '8.1', 'process_owner', null, 'objective of the process'),
    (13, 'Where does your process lose information, and what did you do about it?', 'L4', '8.1 10.2', 'process_owner', null, 'measure and action'),
    (14, 'Walk us through this case: why did its clock stop?', 'L5', '8.6.1', 'practitioner', null, 'history of the case'),
    (15, 'Which service does this work belong to, and what is it for?', 'L5', '7.3', 'practitioner', 'service', 'catalogue'),
    (16, 'Who gets what from the service when your work is done well?', 'L5', '7.3', 'practitioner', 'customer outcome', 'intended outcome'),
    (17, 'What do you yourself add to that?', 'L5', '7.3', 'practitioner', 'own contribution', 'a case of the last week'),
    (18, 'What happens to people if you make a mistake here?', 'L5', '7.3', 'practitioner', 'consequence', 'a case that went wrong'),
    (19, 'Which of our customer''s targets depend on you?', 'L4', '8.2.3 8.3.4', 'internal_supplier external_supplier', null, 'agreement with its targets'),
    (20, 'How do you learn of changes that touch you?', 'L4', '8.2.3 8.5.1', 'internal_supplier external_supplier', null, 'notice of a change'),
    (21, 'How do you know that services create value?', 'L1', '5.1', 'top_management', null, 'a decision in a management review'),
    (22, 'Which decision did you last take on the evidence of a service?', 'L5', '9.3', 'top_management', null, 'minutes'),
    (23, 'Which risk did you accept this year?', 'L5', '6.1', 'top_management', null, 'register of risks')
) as asked (place, text, lesson, clauses, roles, concept, evidence)
order by place
