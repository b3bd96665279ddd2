-- kept
-- The note with which each closed case ended, in words of lower case; trouble: the case of which it is a child or duplicate, else itself.
with parents as (
    select "from" as "case", min("to") as parent from case_links where kind in ('child_of', 'duplicate_of') group by "from"
),
spoken as (
    select
        cases.id as "case",
        cases.service,
        cases.team,
        coalesce(parents.parent, cases.id) as trouble,
        trim(regexp_replace(lower(coalesce(cases.close_note, '')), '[^\p{L}\p{N}]+', ' ', 'g')) as plain,
        cases.source_file,
        cases.source_row
    from cases
    left join parents on parents."case" = cases.id
    where cases.closed_at is not null or cases.state in ('closed', 'resolved')
)
select *, case when plain = '' then 0 else length(plain) - length(replace(plain, ' ', '')) + 1 end as words from spoken
