select service as object, "case" as item, service, team, elapsed as elapsed_minutes, target_minutes, target_minutes as target, source_file, source_row
from case_clock
where not is_open and wall >= 0 and elapsed <= target_minutes and elapsed > 0.9 * target_minutes
