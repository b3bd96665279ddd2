-- What was decided and done: about readings that missed their target, complaints, low answers, decisions of reviews and findings of audits. Each
-- is decided within two weeks, carried out, and looked at again some weeks later; the newest are still open.
with causes as (
    select
        cause,
        row_number() over (order by cause) as place
    from (
        values
        ('two lists of the same thing were kept'), ('the rule was known to one team only'), ('the tool let the step be left out'),
        ('nobody was named for the step'), ('the instruction was older than the tool'), ('a supplier did not know of the rule'),
        ('the form asked for something else'), ('the shift ended before the step'), ('the step took longer than the time for it'),
        ('the measure counted the wrong hours'), ('the training came after the start'), ('a template still held old text'),
        ('two calendars were mixed up'), ('the alarm went to a mailbox that nobody reads'), ('the sample was drawn from closed cases only'),
        ('the rule of the site differed'), ('the deputy was not told'), ('the report was sent before the figures were whole'),
        ('a field was free text'), ('the permission was wider than the task'), ('the owner changed without a handover'),
        ('the test system was unlike the real one'), ('the plan did not name the order of steps'), ('the contract did not name a contact')
    ) as found (cause)
),
findings as (
    select
        reviews.id as origin,
        'A-' || reviews.id || '-F' || cast(each.number as varchar) as id,
        reviews.held_at as raised_at,
        row_number() over (order by reviews.held_at, each.number) as place
    from reviews
    cross join lateral (select unnest(generate_series(1, reviews.findings)) as number) as each
    where reviews.kind = 'internal_audit'
),
decisions as (
    select
        reviews.id as origin,
        reviews.kind,
        reviews.service,
        'A-' || reviews.id || '-D' || cast(each.number as varchar) as id,
        reviews.held_at as raised_at,
        case when len(reviews.measures_read) > 0 then [reviews.measures_read[1 + cast(floor(len(reviews.measures_read) * draw('measure decided on', reviews.id || each.number)) as integer)]] end as measures
    from reviews
    cross join lateral (select unnest(generate_series(1, reviews.decisions)) as number) as each
),
raised as (
    select
        'A-' || measurements.measure || '-' || strftime(measurements.period_start, '%Y%m') as id,
        case when measurements.reported_status = 'red' then 'corrective_action' else 'correction' end as kind,
        'measure' as origin_kind,
        measurements.measure as origin,
        measures.service,
        cast(null as varchar) as clause,
        pick('missed because', measurements.measure || measurements.period_start, [
            'more work came than was forecast', 'a supplier was late', 'a release brought a fault', 'two people were ill at once',
            'a licence ran out', 'an old component was slow'
        ]) || ' (' || measures.name || ', ' || strftime(measurements.period_start, '%Y-%m') || ')' as cause,
        [measurements.measure] as measures,
        date_trunc('day', measurements.period_end) + to_days(1) + to_minutes(500 + cast(400 * draw('missed told', measurements.measure || measurements.period_start) as integer)) as raised_at
    from measurements
    join measures on measures.id = measurements.measure
    where measurements.reported_status <> 'green'
    union all
    select
        'A-' || id, case when draw('complaint kind', id) < 0.5 then 'correction' else 'improvement' end, 'complaint', id, service, null,
        outcome || ' (' || id || ')', null, received_at
    from complaints
    union all
    select
        'A-' || id, 'correction', 'survey', id, service, null, null, null, answered_at
    from survey_responses
    where score <= 2
    union all
    select
        id, case when draw('decision kind', id) < 0.6 then 'decision' else 'improvement' end, 'review', origin, service, null, null, measures, raised_at
    from decisions
    union all
    select
        findings.id, 'corrective_action', 'finding', findings.origin, null,
        pick('finding clause', findings.id, ['7.5', '8.2.6', '8.3.2', '8.3.4.1', '8.5.1.3', '8.6.1', '8.6.3', '8.7.2', '9.4']),
        causes.cause, null, findings.raised_at
    from findings
    join causes on causes.place = 1 + (findings.place - 1) % 24
),
timed as (
    select
        raised.*,
        after_days(raised_at, case when origin_kind = 'review' then 3 * draw('decides', id) else 0.5 + 10.5 * draw('decides', id) end) as decided_at
    from raised
),
done as (
    select *, after_days(decided_at, 4 + 14 * draw('does', id)) as done_at from timed
),
checked as (
    select *, after_days(done_at, 12 + 12 * draw('checks', id)) as checked_at from done
),
accountable as (
    select
        checked.*,
        case
            when checked.origin_kind = 'complaint' then coalesce(complaints.decided_at, checked.decided_at)
            else checked.decided_at
        end as when_decided
    from checked
    left join complaints on complaints.id = checked.origin
)
select
    accountable.id,
    accountable.kind,
    accountable.origin_kind,
    accountable.origin,
    accountable.service,
    accountable.clause,
    accountable.cause,
    accountable.measures,
    accountable.raised_at,
    case when when_decided < $ends - interval 4 hour then when_decided end as decided_at,
    case when checked_at < $ends - interval 4 hour then done_at end as done_at,
    case when checked_at < $ends - interval 4 hour then checked_at end as checked_at,
    case when checked_at < $ends - interval 4 hour then accountable.origin_kind = 'finding' or draw('works', accountable.id) < 0.95 end as effective,
    coalesce(owner_terms.party, process_people.owner) as owner
from accountable
left join owner_terms
    on owner_terms.service = accountable.service and owner_terms.role = 'service_owner'
    and owner_terms.since <= when_decided and owner_terms.until > when_decided
left join (
    select owner, row_number() over (order by process) as place from process_people
) as process_people on process_people.place = 1 + cast(floor(8 * draw('action owner', accountable.id)) as integer)
where accountable.raised_at < $ends - interval 4 hour
order by accountable.raised_at, accountable.id
