"""The calendars of the invented organisation: two sites, the shops, and one that never closes."""

from datetime import date

from ringtrue.simulation.calendar import Calendar

GERMAN_HOLIDAYS = tuple(
    date.fromisoformat(day)
    for day in (
        "2025-10-03", "2025-10-31", "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06",
        "2026-05-01", "2026-05-14", "2026-05-25", "2026-10-03", "2026-10-31", "2026-12-25",
    )
)  # fmt: skip
CANADIAN_HOLIDAYS = tuple(
    date.fromisoformat(day)
    for day in (
        "2025-10-13", "2025-12-25", "2025-12-26", "2026-01-01", "2026-01-02", "2026-04-03", "2026-05-18",
        "2026-06-24", "2026-07-01", "2026-09-07", "2026-10-12", "2026-12-25",
    )
)  # fmt: skip


def _week(days: range, opens: str, closes: str) -> dict[int, tuple[str, str]]:
    return dict.fromkeys(days, (opens, closes))


CALENDARS: dict[str, Calendar] = {
    calendar.id: calendar
    for calendar in (
        Calendar("office-hamburg", "Europe/Berlin", _week(range(1, 6), "08:00", "18:00"), GERMAN_HOLIDAYS),
        Calendar(
            "office-montreal", "America/Toronto", _week(range(1, 6), "09:00", "18:00"), CANADIAN_HOLIDAYS
        ),
        Calendar("two-sites", "Europe/Berlin", _week(range(1, 6), "08:00", "24:00"), GERMAN_HOLIDAYS),
        Calendar("retail-hours", "Europe/Berlin", _week(range(1, 7), "07:00", "21:00"), GERMAN_HOLIDAYS),
        Calendar("always", "Europe/Berlin", _week(range(1, 8), "00:00", "24:00")),
    )
}
