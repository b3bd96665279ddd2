-- kept
-- The same trouble again: a case of the same requester and service, opened within seven days of the closing of an earlier one, linked to it
-- or with the same text (Jaccard similarity of the words of title and description at least 0.8, at least eight words).
with told as (
    select
        id,
        requester,
        service,
        opened_at,
        coalesce(resolved_at, closed_at) as ended_at,
        list_distinct(
            regexp_extract_all(lower(coalesce(title, '') || ' ' || coalesce(description, '')), '[[:alnum:]]+')
        ) as words
    from cases
    where requester is not null and opened_at is not null and (kind is null or kind <> 'problem')
),
near as (
    select
        earlier.id as "case",
        later.id as repeat_case,
        earlier.ended_at,
        later.opened_at,
        len(earlier.words) as words,
        cast(len(list_intersect(earlier.words, later.words)) as double)
            / nullif(len(list_distinct(list_concat(earlier.words, later.words))), 0) as similarity
    from told as earlier
    join told as later
        on later.requester = earlier.requester
        and coalesce(later.service, '') = coalesce(earlier.service, '')
        and later.id <> earlier.id
    where later.opened_at > earlier.ended_at and epoch(later.opened_at) - epoch(earlier.ended_at) <= 7 * 86400
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
where linked.one is not null or (near.similarity >= 0.8 and near.words >= 8)
