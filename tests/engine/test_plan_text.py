"""What a plan says comes into the audit's file, and nothing else of it is touched."""

import tomllib

import pytest

from ringtrue.engine.audit.audit_file import audit_file_text
from ringtrue.engine.audit.plan_text import with_plan
from ringtrue.model.errors import WrongUse

FRESH = audit_file_text("Payments", "Europe/Berlin", "Northwind")
PERIOD = ("2026-01-01", "2026-06-30")


def test_period_criteria_and_scope_are_written_and_written_again() -> None:
    once = with_plan(FRESH, ["iso20000-1:2018"], ["mail", 'a"b'], PERIOD)
    read = tomllib.loads(once)["audit"]
    assert read["scope"] == ["mail", 'a"b']
    assert read["title"] == "Payments"
    again = tomllib.loads(with_plan(once, ["own.yaml"], [], None))["audit"]
    assert "scope" not in again
    assert "period" not in again
    assert again["criteria"] == ["own.yaml"]


def test_settings_and_remarks_stay() -> None:
    text = FRESH + '\n[procedures."flow.hop-count"]\nmany_hops = 4\n'
    changed = with_plan(text, ["x"], [], PERIOD)
    assert tomllib.loads(changed)["procedures"] == {"flow.hop-count": {"many_hops": 4}}
    assert "# for times that name no zone" in changed


def test_a_form_that_cannot_be_changed_is_refused() -> None:
    text = '[audit]\ntitle = "x"\ncriteria = [\n  "a",\n]\n'
    with pytest.raises(WrongUse, match="by hand"):
        with_plan(text, ["b"], [], None)
