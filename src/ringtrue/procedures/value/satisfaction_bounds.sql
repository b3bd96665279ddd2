with given as (
    select count(*) filter (where table_name = 'survey_rounds' and column_name = 'nonresponse_check') > 0 as checks
    from given_columns
),
numbered as (
    select *, row_number() over (partition by id order by source_file, source_row) as place from survey_rounds
),
rounds as (
    select survey_rounds.*
    from numbered as survey_rounds
    cross join audit_period
    where
        survey_rounds.place = 1
        and survey_rounds.claimed_share is not null
        and (coalesce(survey_rounds.sent_from, survey_rounds.sent_to) is null or coalesce(survey_rounds.sent_from, survey_rounds.sent_to) < audit_period.ends_at)
        and (coalesce(survey_rounds.sent_to, survey_rounds.sent_from) is null or coalesce(survey_rounds.sent_to, survey_rounds.sent_from) >= audit_period.starts_at)
        and (
            not audit_period.scoped
            or survey_rounds.service is null
            or survey_rounds.service in (select service from audit_scope)
        )
),
invited as (
    select survey_invites.id, survey_invites."case", coalesce(survey_invites.service, all_cases.service) as service, survey_invites.sent_at
    from survey_invites
    left join all_cases on all_cases.id = survey_invites."case"
),
reached as (
    select rounds.id as round, coalesce(asked.service, '') as service, rounds.sent_from, rounds.sent_to
    from rounds
    cross join (select distinct service from invited) as asked
    where rounds.service is null or rounds.service = asked.service
),
sent as (
    select reached.round, invited.id, invited."case"
    from reached
    join invited on coalesce(invited.service, '') = reached.service
    where
        (reached.sent_from is null or invited.sent_at >= reached.sent_from)
        and (reached.sent_to is null or invited.sent_at < cast(cast(reached.sent_to as date) as timestamp) + interval 1 day)
),
by_case as (
    select "case", min(id) as invite from invited where "case" is not null group by "case"
),
answers as (
    select coalesce(survey_responses.invite, by_case.invite) as invite, satisfaction.satisfied
    from satisfaction
    join survey_responses on survey_responses.id = satisfaction.id
    left join by_case on by_case."case" = survey_responses."case"
    where satisfaction.satisfied is not null
),
per_invite as (
    select invite, count(*) as n_answers, count(*) filter (where satisfied) as n_satisfied
    from answers
    where invite is not null
    group by invite
),
linked as (
    select count(*) as n, count(invite) as with_invite from answers
),
counted as (
    select
        sent.round,
        count(*) as invited,
        count(per_invite.invite) as answered,
        sum(per_invite.n_answers) as n_answers,
        sum(per_invite.n_satisfied) as n_satisfied
    from sent
    left join per_invite on per_invite.invite = sent.id
    group by sent.round
)
select
    rounds.id as object,
    rounds.service,
    rounds.claimed_share as claimed,
    case when given.checks then coalesce(rounds.nonresponse_check, false) end as checked,
    case
        when rounds.sent_from is null and rounds.sent_to is null then 'when the round was sent is not known'
        when coalesce(counted.invited, 0) = 0 then 'no invitation of this round is known'
        when 10 * linked.with_invite < 9 * linked.n then 'too many answers name neither an invitation nor a case that had one'
    end as unknown,
    coalesce(counted.invited, 0) as invited,
    coalesce(counted.answered, 0) as answered,
    cast(coalesce(counted.n_answers, 0) as bigint) as n_answers,
    cast(coalesce(counted.n_satisfied, 0) as bigint) as n_satisfied
from rounds
cross join given
cross join linked
left join counted on counted.round = rounds.id
order by rounds.id
