select service as object, "case" as item, team, elapsed as elapsed_minutes, target_minutes, source_file, source_row
from case_clock
where not is_open and elapsed <= target_minutes and elapsed >= 0.95 * target_minutes
