"""What is long where no target says so."""

from tests.given import judge


def test_without_a_target_a_case_is_old_after_three_times_what_nearly_all_resolved_cases_took() -> None:
    """All 30 resolved cases took one day: three days are the limit. I1 is open for four, I2 for two and a half."""
    cases = [
        {
            "id": f"R{day}",
            "service": "mail",
            "kind": "incident",
            "opened_at": f"2024-01-{day:02}T00:00Z",
            "resolved_at": f"2024-01-{day + 1:02}T00:00Z",
            "in_reports": True,
        }
        for day in range(1, 31)
    ]
    opened = {"I1": "2024-01-27T00:00Z", "I2": "2024-01-28T12:00Z"}
    cases += [
        {"id": name, "service": "mail", "kind": "incident", "opened_at": at, "in_reports": False}
        for name, at in opened.items()
    ]
    judged = judge("substance.dark-backlog", {"cases": cases})
    assert {row["item"]: (row["verdict"], row["limit_hours"]) for row in judged.rows} == {
        "I1": ("deviation", 72.0),
        "I2": ("pass", 72.0),
    }
    (lead,) = judged.result.leads
    assert (lead.object.id, lead.deviations, lead.n, lead.records) == ("mail", 1, 2, 1)
