-- The links as the register keeps them: needs to requirements, requirements to targets, measures and objectives.
select 'need' as from_kind, unnest(needs) as "from", 'requirement' as to_kind, id as "to" from requirements
union all
select 'requirement', unnest(requirements), 'measure', id from measures
union all
select 'requirement', requirement, 'target', id from targets where requirement is not null
union all
select 'objective', objective, 'measure', id from measures where objective is not null
