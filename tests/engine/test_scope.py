"""What a run looks at: a stray year moves neither the end of the data nor the calendars, and is not hidden."""

from datetime import timedelta

from tests.given import view


def cases(*more: dict[str, str]) -> list[dict[str, str]]:
    usual = [
        {"id": f"I{day}", "opened_at": f"2024-{1 + day // 28:02}-{1 + day % 28:02}T08:00Z"}
        for day in range(300)
    ]
    return [*usual, *more]


def test_a_stray_year_does_not_move_the_end_of_the_data() -> None:
    stray = [
        {"id": "past", "opened_at": "1970-01-01T00:00Z"},
        {"id": "future", "opened_at": "2099-01-01T00:00Z"},
    ]
    (period,) = view("audit_period", {"cases": cases(*stray)})
    assert str(period["as_of"]) == "2024-11-20 08:00:00"


def test_the_first_and_last_record_are_told_as_they_are() -> None:
    (period,) = view("audit_period", {"cases": cases({"id": "early", "opened_at": "2020-05-01T00:00Z"})})
    assert str(period["first_at"]) == "2020-05-01 00:00:00"
    assert period["last_at"] - period["as_of"] == timedelta(0)
