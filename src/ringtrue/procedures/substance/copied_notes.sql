with notes as (
    select
        plain,
        count(*) as cases,
        count(distinct trouble) as troubles,
        count(distinct team) as teams
    from closing_notes
    where words >= $least_words
    group by plain
),
texts as (
    select
        row_number() over (order by plain) as text,
        plain,
        list_distinct(
            list_concat(
                list_concat(
                    regexp_extract_all(plain, '[^ ]+ [^ ]+ [^ ]+'), regexp_extract_all(regexp_replace(plain, '^[^ ]+ ', ''), '[^ ]+ [^ ]+ [^ ]+')
                ),
                regexp_extract_all(regexp_replace(plain, '^[^ ]+ [^ ]+ ', ''), '[^ ]+ [^ ]+ [^ ]+')
            )
        ) as shingles
    from notes
),
parts as (
    select text, len(shingles) as n, unnest(shingles) as shingle from texts
),
shared as (
    select shingle, row_number() over (order by count(*), shingle) as rarity from parts group by shingle having count(*) > 1
),
signs as (
    select
        parts.text,
        parts.n,
        shared.rarity,
        row_number() over (partition by parts.text order by shared.rarity) as place,
        parts.n - count(*) over (partition by parts.text) as of_its_own
    from parts
    join shared on shared.shingle = parts.shingle
),
told as (
    select text, n, rarity from signs where place + of_its_own <= floor((1 - $least_alike) * n + 1e-9) + 1
),
neighbours as (
    select
        text,
        n,
        lead(text, 1) over nearest as first_next,
        lead(n, 1) over nearest as first_n,
        lead(text, 2) over nearest as second_next,
        lead(n, 2) over nearest as second_n
    from told
    window nearest as (partition by rarity order by n, text)
),
pairs as (
    select text as one, first_next as other from neighbours where n >= $least_alike * first_n
    union
    select text as one, second_next as other from neighbours where n >= $least_alike * second_n
),
weighed as (
    select
        pairs.one,
        pairs.other,
        len(texts.shingles) + len(others.shingles) as together,
        len(list_intersect(texts.shingles, others.shingles)) as common
    from pairs
    join texts on texts.text = pairs.one
    join texts as others on others.text = pairs.other
),
alike as (
    select one, other from weighed where cast(common as double) >= $least_alike * (together - common)
),
both_ways as (
    select texts.plain as one, others.plain as other
    from (
        select one, other from alike
        union
        select other as one, one as other from alike
    ) as named
    join texts on texts.text = named.one
    join texts as others on others.text = named.other
),
near as (
    select
        both_ways.one as plain,
        sum(notes.cases) as cases,
        sum(notes.troubles) as troubles,
        max(notes.teams) as teams,
        min(both_ways.other) as nearest
    from both_ways
    join notes on notes.plain = both_ways.other
    group by both_ways.one
),
near_troubles as (
    select near.plain, min(closing_notes.trouble) as trouble, count(distinct closing_notes.trouble) as troubles
    from near
    join closing_notes on closing_notes.plain = near.nearest
    group by near.plain
),
looked_up as (
    select
        notes.plain,
        notes.cases + coalesce(near.cases, 0) - 1 as same_notes,
        greatest(notes.teams, coalesce(near.teams, 0)) >= $teams_of_template as is_template,
        notes.troubles as own_troubles,
        near_troubles.trouble as near_trouble,
        near_troubles.troubles as troubles_near,
        near.plain is not null as has_near
    from notes
    left join near on near.plain = notes.plain
    left join near_troubles on near_troubles.plain = notes.plain
),
judged_notes as (
    select
        closing_notes.*,
        coalesce(looked_up.same_notes, 0) as same_notes,
        coalesce(looked_up.same_notes, 0) > 0 as has_same,
        coalesce(looked_up.is_template, false) as is_shared,
        coalesce(looked_up.own_troubles = 1, false)
        and (not looked_up.has_near or (looked_up.troubles_near = 1 and looked_up.near_trouble = closing_notes.trouble)) as is_one
    from closing_notes
    left join looked_up on looked_up.plain = closing_notes.plain
)
select
    "case" as item,
    service,
    words = 0 as no_note,
    words < $least_words as too_short,
    has_same and not is_shared and not is_one as is_copied,
    team,
    words,
    same_notes,
    has_same and is_shared and not is_one as is_template,
    has_same and is_one as is_of_one_trouble,
    source_file,
    source_row
from judged_notes
