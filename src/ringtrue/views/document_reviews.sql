-- kept
-- Every version of a document with a text beside the one before it. likeness: Jaccard of what both say in threes of words, dates, versions and
-- signatures left out (see document_texts). same_numbers: both state the same numbers. NULL where there is none before it.
with paired as (
    select
        document_texts.*,
        lag(shingles) over (partition by document order by turn) as shingles_before,
        lag(plain) over (partition by document order by turn) as plain_before,
        lag(numbers) over (partition by document order by turn) as numbers_before,
        lag(moment) over (partition by document order by turn) as moment_before,
        lag(written_at) over (partition by document order by turn) as written_before,
        lag(approved_at) over (partition by document order by turn) as approved_before,
        lag(next_review_at) over (partition by document order by turn) as next_review_before
    from document_texts
    where has_text and not is_lost and plain <> ''
)
select
    document,
    version,
    turn,
    moment,
    written_at,
    approved_at,
    next_review_at,
    moment_before,
    written_before,
    approved_before,
    next_review_before,
    case
        when plain = plain_before then 1.0
        when plain_before is not null and len(shingles) + len(shingles_before) = 0 then 0.0
        else
            cast(len(list_intersect(shingles, shingles_before)) as double)
            / nullif(len(shingles) + len(shingles_before) - len(list_intersect(shingles, shingles_before)), 0)
    end as likeness,
    numbers = numbers_before as same_numbers,
    source_file,
    source_row
from paired
