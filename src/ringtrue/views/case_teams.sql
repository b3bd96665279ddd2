-- kept
-- Every team that had a case at some time.
select "case", team from steps where team is not null and previous_team is null
union
select "case", to_team as team from hops
