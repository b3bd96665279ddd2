-- The handovers between two teams after which a case lay untouched, with the hours of it.
select
    pair as object,
    "case" as item,
    service,
    "at" as handed_over_at,
    from_team,
    to_team,
    touched_at,
    round(minutes / 60.0, 1) as untouched_hours,
    round(minutes_in_hours / 60.0, 1) as of_these_in_roster,
    source_file,
    source_row
from handovers
where minutes_in_hours > 0 and date_trunc('month', "at") in (select month from whole_months)
