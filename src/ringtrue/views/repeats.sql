-- kept
-- The same trouble again: a case of the same requester and service, opened after the resolution of an earlier one and at most seven days
-- after its closing (its resolution, where the clock closes), linked to it or with the same text (Jaccard similarity of the words of
-- title and description at least 0.8, at least eight words). What automation reports is
-- nobody's trouble, and a request made again in the same words is a new wish: requests repeat only by a link.
with told as (
    select
        cases.id,
        cases.requester,
        cases.kind,
        cases.service,
        cases.opened_at,
        coalesce(cases.resolved_at, cases.closed_at) as ended_at,
        case when closures.is_automatic then coalesce(cases.resolved_at, cases.closed_at) else coalesce(cases.closed_at, cases.resolved_at) end
            as left_at,
        list_distinct(
            regexp_extract_all(lower(coalesce(cases.title, '') || ' ' || coalesce(cases.description, '')), '[\p{L}\p{N}]+')
        ) as words
    from cases
    left join closures on closures."case" = cases.id
    where
        cases.requester is not null
        and cases.requester not in (select id from parties where kind = 'automation')
        and cases.opened_at is not null
        and (cases.kind is null or cases.kind <> 'problem')
),
near as (
    select
        earlier.id as "case",
        later.id as repeat_case,
        earlier.ended_at,
        later.opened_at,
        coalesce(earlier.kind = 'request' or later.kind = 'request', false) as is_request,
        len(earlier.words) as words,
        cast(len(list_intersect(earlier.words, later.words)) as double)
            / nullif(len(list_distinct(list_concat(earlier.words, later.words))), 0) as similarity
    from told as earlier
    join told as later
        on later.requester = earlier.requester
        and coalesce(later.service, '') = coalesce(earlier.service, '')
        and later.id <> earlier.id
    where
        later.opened_at > earlier.ended_at
        and earlier.ended_at >= earlier.opened_at
        and epoch(later.opened_at) - epoch(earlier.left_at) <= 7 * 86400
),
linked as (
    select "from" as one, "to" as other from case_links where kind in ('duplicate_of', 'child_of', 'related')
    union
    select "to" as one, "from" as other from case_links where kind in ('duplicate_of', 'child_of', 'related')
)
select
    near."case",
    near.repeat_case,
    near.ended_at,
    near.opened_at,
    near.similarity,
    linked.one is not null as is_linked
from near
left join linked on linked.one = near."case" and linked.other = near.repeat_case
where linked.one is not null or (near.similarity >= 0.8 and near.words >= 8 and not near.is_request)
