-- kept
-- The rank of every priority, impact and urgency as written (1 is the most pressing): by its word in four languages, else by its digit.
with spoken as (
    select priority as name from all_cases
    union
    select impact as name from all_cases
    union
    select urgency as name from all_cases
    union
    select priority as name from targets
    union
    select old as name from all_case_events where field in ('priority', 'impact', 'urgency')
    union
    select new as name from all_case_events where field in ('priority', 'impact', 'urgency')
),
words as (
    select name, lower(name) as word from spoken where name is not null
)
select
    name,
    case
        when regexp_matches(word, 'critical|kritisch|critique|crítica|critica|blocker|very high|highest|sehr hoch|höchste|très haute|muy alta|very urgent') then 1
        when regexp_matches(word, 'very low|lowest|sehr niedrig|sehr gering|niedrigste|très basse|muy baja') then 5
        when regexp_matches(word, 'high|hoch|haute|élevée|alta|urgent|major') then 2
        when regexp_matches(word, 'medium|moderate|mittel|moyenne|media|normal') then 3
        when regexp_matches(word, 'low|niedrig|gering|basse|faible|baja|minor') then 4
        when regexp_matches(word, 'planning|planung|trivial') then 5
        else cast(nullif(regexp_extract(word, '^p?\s*([0-9])', 1), '') as integer)
    end as rank
from words
