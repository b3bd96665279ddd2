-- kept
-- How often a case changed its team. with_the_sun: handovers from a team whose hours have ended, or end within the hour, since it got
-- the case, to a team that is on duty then, by their rosters. moves: all others.
with rosters as (
    select id as team, calendar from parties where calendar in (select calendar from open_hours)
),
between_rosters as (
    select
        hops."case",
        hops.step,
        coalesce(hops.previous_at, case_histories.first_at) as since,
        hops."at" + interval 1 hour as an_hour_later,
        giving.calendar as giving,
        taking.calendar as taking
    from hops
    join case_histories on case_histories."case" = hops."case"
    left join rosters as giving on giving.team = hops.from_team
    left join rosters as taking on taking.team = hops.to_team
),
giving_hours as (
    select
        between_rosters."case",
        between_rosters.step,
        bool_or(between_rosters.an_hour_later >= open_hours.starts_at and between_rosters.an_hour_later < open_hours.ends_at)
            as on_duty
    from between_rosters
    join open_hours
        on open_hours.calendar = between_rosters.giving
        and open_hours.day >= cast(between_rosters.since as date)
        and open_hours.day <= cast(between_rosters.an_hour_later as date)
        and open_hours.ends_at > between_rosters.since
        and open_hours.starts_at < between_rosters.an_hour_later
    where between_rosters.giving <> between_rosters.taking
    group by between_rosters."case", between_rosters.step
),
taking_on_duty as (
    select distinct between_rosters."case", between_rosters.step
    from between_rosters
    join open_hours
        on open_hours.calendar = between_rosters.taking
        and open_hours.day = cast(between_rosters.an_hour_later as date)
        and between_rosters.an_hour_later >= open_hours.starts_at
        and between_rosters.an_hour_later < open_hours.ends_at
),
told as (
    select hops."case", coalesce(not giving_hours.on_duty, false) and taking_on_duty.step is not null as follows_the_sun
    from hops
    left join giving_hours on giving_hours."case" = hops."case" and giving_hours.step = hops.step
    left join taking_on_duty on taking_on_duty."case" = hops."case" and taking_on_duty.step = hops.step
)
select
    "case",
    count(*) filter (where not follows_the_sun) as moves,
    count(*) filter (where follows_the_sun) as with_the_sun
from told
group by "case"
