with codes as (
    select
        close_code,
        trim(regexp_replace(lower(close_code), '[^\p{L}\p{N}]+', ' ', 'g')) as words
    from (select distinct close_code from cases where close_code is not null) as told
),
phrases as (
    select 'no_response' as says, trim(lower(phrase)) as phrase from (select unnest(regexp_extract_all($no_response_codes, '[^;]+')) as phrase) as listed
    union all
    select 'cancelled' as says, trim(lower(phrase)) as phrase from (select unnest(regexp_extract_all($cancelled_codes, '[^;]+')) as phrase) as listed
    union all
    select 'duplicate' as says, trim(lower(phrase)) as phrase from (select unnest(regexp_extract_all($duplicate_codes, '[^;]+')) as phrase) as listed
    union all
    select 'further' as says, trim(lower(phrase)) as phrase from (select unnest(regexp_extract_all($further_codes, '[^;]+')) as phrase) as listed
),
blanks as (
    select trim(lower(phrase)) as phrase from (select unnest(regexp_extract_all($blank_codes, '[^;]+')) as phrase) as listed
),
said as (
    select
        codes.close_code,
        codes.words = '' or codes.words in (select phrase from blanks) as is_blank,
        coalesce(bool_or(phrases.says = 'no_response'), false) as no_response,
        coalesce(bool_or(phrases.says = 'cancelled'), false) as cancelled,
        coalesce(bool_or(phrases.says = 'duplicate'), false) as duplicate,
        coalesce(bool_or(phrases.says = 'further'), false) as further
    from codes
    left join phrases on phrases.phrase <> '' and contains(' ' || codes.words || ' ', ' ' || phrases.phrase || ' ')
    group by codes.close_code, codes.words
),
given as (
    select
        count(*) filter (where table_name = 'cases' and column_name = 'requester') > 0 as requesters
    from given_columns
),
originals as (
    select "from" as "case" from case_links where kind in ('duplicate_of', 'child_of') group by "from"
),
asked as (
    select
        "case",
        max("at") filter (where activity = 'message_to_user') as message_at,
        max("at") filter (where activity = 'reply_from_user') as reply_at,
        bool_or(activity = 'confirmed') as confirmed
    from steps
    where activity in ('message_to_user', 'reply_from_user', 'confirmed')
    group by "case"
),
closed as (
    select
        cases.id,
        cases.service,
        cases.team,
        cases.requester,
        cases.close_code,
        cases.close_note,
        cases.state,
        cases.source_file,
        cases.source_row,
        coalesce(said.is_blank, cases.close_code is null)
            and regexp_replace(coalesce(cases.close_note, ''), '[^\p{L}\p{N}]+', '', 'g') = '' as says_nothing,
        coalesce(said.no_response, false) as no_response,
        coalesce(said.cancelled, false) or coalesce(cases.state = 'cancelled', false) as cancelled,
        coalesce(said.duplicate, false) as duplicate,
        coalesce(said.further, false) as further,
        originals."case" is not null as has_original,
        coalesce(
            (asked.reply_at is null or asked.reply_at < asked.message_at)
            and epoch(coalesce(cases.resolved_at, cases.closed_at)) - epoch(asked.message_at) >= $patience_hours * 3600,
            false
        ) as was_asked,
        coalesce(asked.confirmed, false) as confirmed,
        user_returns.days_after
    from cases
    left join said on said.close_code = cases.close_code
    left join originals on originals."case" = cases.id
    left join asked on asked."case" = cases.id
    left join user_returns on user_returns."case" = cases.id
    where cases.closed_at is not null or cases.state in ('closed', 'cancelled')
)
select
    closed.id as item,
    closed.service,
    closed.says_nothing,
    closed.no_response and not closed.was_asked as closed_without_answer,
    closed.cancelled and not (closed.duplicate and closed.has_original) as closed_as_cancelled,
    closed.duplicate and not closed.has_original as closed_as_duplicate,
    closed.further as closed_with_further_code,
    case
        when given.requesters and closed.requester is null then null
        else not closed.confirmed and closed.days_after is not null
    end as came_back_unconfirmed,
    closed.team,
    closed.close_code,
    closed.days_after,
    (closed.no_response and closed.was_asked) or (closed.duplicate and closed.has_original) as explained,
    closed.source_file,
    closed.source_row
from closed
cross join given
