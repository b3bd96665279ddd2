-- Between two teams, what is handed over lies longer and longer before the new team touches it.
create or replace temp table planted as
with moves as (
    select "case", team, lag(team) over (partition by "case" order by "at", sequence) as before, date_trunc('month', "at") as month
    from case_events where team is not null
),
monthly as (
    select least(before, team) || '|' || greatest(before, team) as pair, month, count(*) as n from moves where before <> team group by 1, 2
)
select pair as object from monthly where n >= 25 and month >= timestamp '2025-10-01'
group by pair having count(*) >= 12 order by draw('queue-share', pair) limit 1;
create or replace temp table late as
with moves as (
    select "case", team, "at", lag(team) over (partition by "case" order by "at", sequence) as before from case_events where team is not null
)
select "case", team, before, "at" from moves
where before <> team and least(before, team) || '|' || greatest(before, team) in (select object from planted)
    and draw('queue-share hit', "case") < least(1, 1.9 * $strength) * greatest(0, epoch("at") - epoch(timestamp '2025-10-01')) / (365 * 86400.0);
update case_events set acting_team = late.before, actor = null
from late
where late."case" = case_events."case" and case_events."at" >= late."at" and case_events.acting_team = late.team
    and case_events.activity not in ('resolved', 'confirmed', 'closed');
