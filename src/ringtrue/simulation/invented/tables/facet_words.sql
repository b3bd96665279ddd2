-- helper
-- What is wanted of every service, part by part: the need, the requirement that makes it measurable, the measure that shows it.
-- spread: how far readings go from the target. {name} is the service.
select *
from (
    values
    (1, 'utility', 'critical', 'People who begin something in {name} must be able to finish it without asking anyone.', 'At least 96 of 100 tasks begun in {name} are finished without help.', 'finished_tasks_percent', '>=', 96.0, 'percent', 'Tasks finished without help', 'outcome', 'up', 2.4),
    (2, 'utility', 'high', 'Results of {name} must be there when the day''s business needs them.', 'At least 95 of 100 results of {name} are there at the hour agreed with the business.', 'results_on_time_percent', '>=', 95.0, 'percent', 'Results there at the agreed hour', 'outcome', 'up', 3.0),
    (3, 'availability', 'high', 'We must be able to use {name} in all of its service hours.', 'In its service hours {name} can be used.', 'availability_percent', '>=', null, 'percent', 'Availability in service hours', 'output', 'up', 0.3),
    (4, 'capacity', 'medium', '{name} must not slow us down at the busiest hour of the month.', 'At the busiest hour {name} answers within two seconds on average.', 'seconds_at_peak', '<=', 2.0, 'seconds', 'Capacity: seconds to answer at the busiest hour', 'output', 'down', 0.5),
    (5, 'security', 'high', 'Nobody may see or change in {name} what is none of their business.', 'Critical vulnerabilities of {name} are closed within 14 days in 95 of 100 cases.', 'closed_in_14_days_percent', '>=', 95.0, 'percent', 'Security: critical vulnerabilities closed within 14 days', 'activity', 'up', 4.0),
    (6, 'continuity', 'medium', 'After a disaster we must be able to work with {name} on the next day.', 'After the loss of a site {name} is back within eight hours, as shown by restore tests of its parts.', 'hours_to_restore', '<=', 8.0, 'hours', 'Continuity: hours to restore in the monthly test', 'output', 'down', 2.0),
    (7, 'experience', 'low', 'Who calls about {name} must reach somebody who understands the question.', 'Calls about {name} are answered within half a minute in 85 of 100 cases.', 'calls_in_30_seconds_percent', '>=', 85.0, 'percent', 'Calls answered within half a minute', 'activity', 'up', 6.0)
) as words (part, facet, importance, need, requirement, metric, operator, target, unit, measure, kind, direction, spread)
