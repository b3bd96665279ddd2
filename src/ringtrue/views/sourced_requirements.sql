-- The requirements that something other than a need stands behind: a law, a policy, a contract, or another requirement from which they are derived.
select distinct requirement from targets where requirement is not null and agreement is not null
union
select "to" as requirement from thread_links where from_kind = 'requirement' and to_kind = 'requirement'
union
select requirement from imposed_requirements
