-- Every link between a need and a requirement, and whether both ends are on record. suspect: the need was confirmed anew after its requirement was
-- last confirmed (else agreed), or the requirement changed after that.
select
    thread_links."from" as need,
    thread_links."to" as requirement,
    needs.id is not null as need_known,
    requirements.id is not null as requirement_known,
    coalesce(
        needs.confirmed_at > coalesce(requirements.confirmed_at, requirements.agreed_at)
        or requirements.changed_at > coalesce(requirements.confirmed_at, requirements.agreed_at),
        false
    ) as suspect
from thread_links
left join needs on needs.id = thread_links."from"
left join requirements on requirements.id = thread_links."to"
where thread_links.from_kind = 'need' and thread_links.to_kind = 'requirement'
