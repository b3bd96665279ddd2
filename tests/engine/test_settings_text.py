"""Settings of a procedure in the text of audit.toml: changed there, and nothing else of it."""

import tomllib

import pytest

from ringtrue.engine.audit.settings_text import with_settings
from ringtrue.model.errors import WrongUse

TEXT = '# by hand\n[audit]\ntitle = "Mail" # a note\n\n[procedures."flow.a"]\nmany = 3\n\n[none]\ntables = ["outages"]\n'


def test_settings_take_the_place_of_those_before_and_all_else_stays() -> None:
    changed = with_settings(TEXT, "flow.a", {"many": 7, "share": 0.25, "word": 'a "b"', "on": True})
    assert tomllib.loads(changed)["procedures"] == {
        "flow.a": {"many": 7, "share": 0.25, "word": 'a "b"', "on": True}
    }
    assert changed.startswith('# by hand\n[audit]\ntitle = "Mail" # a note\n')
    assert tomllib.loads(changed)["none"] == {"tables": ["outages"]}


def test_settings_of_another_procedure_stay() -> None:
    changed = with_settings(TEXT, "flow.b", {"few": 1})
    assert tomllib.loads(changed)["procedures"] == {"flow.a": {"many": 3}, "flow.b": {"few": 1}}


def test_none_leaves_the_defaults() -> None:
    assert "procedures" not in tomllib.loads(with_settings(TEXT, "flow.a", {}))


def test_the_same_change_twice_gives_the_same_text() -> None:
    once = with_settings(TEXT, "flow.a", {"many": 7})
    assert with_settings(once, "flow.a", {"many": 7}) == once


def test_settings_written_in_another_form_are_left_to_the_hand_that_wrote_them() -> None:
    with pytest.raises(WrongUse, match="Change them by hand"):
        with_settings('procedures = { "flow.a" = { many = 3 } }\n', "flow.a", {"many": 7})
