"""Own criteria in a run: they count into its id, their leads are filed under their clauses."""

from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.model.errors import NotCriteria, UnreadableCriteria, WrongUse
from tests.engine.test_run import export

RULES = 'clauses:\n  - {id: "R-1", title: Work does not wander, procedures: [flow.ping-pong]}\n'


def given(folder: Path, criteria: str, rules: str = RULES) -> Path:
    made = export(folder)
    (made / "audit.toml").write_text(f"[audit]\ncriteria = [{criteria}]\n", "utf-8")
    (made / "house.yaml").write_text(rules, "utf-8")
    return made


@pytest.mark.slow
def test_own_rules_are_clauses_of_the_results_and_a_changed_rule_is_another_run(tmp_path: Path) -> None:
    folder = api.import_sources([given(tmp_path / "given", '"house.yaml"')], tmp_path / "audit").folder
    results, _ = api.run(folder)
    (clause,) = results.clauses
    assert (clause.criteria, clause.id, clause.procedures) == ("house", "R-1", ("flow.ping-pong",))
    ping_pong = next(one for one in results.procedures if one.id == "flow.ping-pong")
    assert ping_pong.clauses == ("R-1",)
    assert clause.leads == len(ping_pong.leads)
    again, _ = api.run(folder)
    assert again.run == results.run
    (folder.path / "house.yaml").write_text(RULES.replace("wander", "roam"), "utf-8")
    changed, _ = api.run(folder)
    assert changed.run != results.run


def test_the_method_the_edition_of_2011_and_wrong_rules_are_refused_before_anything_is_read(
    tmp_path: Path,
) -> None:
    for number, (criteria, refused) in enumerate(
        [
            ('"iso19011:2018"', NotCriteria),
            ('"iso20000-1:2011"', NotCriteria),
            ("1", WrongUse),
            ('"gone.yaml"', WrongUse),
        ]
    ):
        with pytest.raises(refused):
            api.import_sources([given(tmp_path / f"given{number}", criteria)], tmp_path / f"audit{number}")
    wrong = given(tmp_path / "wrong", '"house.yaml"', RULES.replace("flow.ping-pong", "flow.pingpong"))
    with pytest.raises(UnreadableCriteria, match=r"Did you mean .flow\.ping-pong."):
        api.import_sources([wrong], tmp_path / "audit")


def test_a_method_that_is_not_known_is_refused_at_the_run(tmp_path: Path) -> None:
    made = export(tmp_path / "given")
    (made / "audit.toml").write_text('[audit]\nmethod = "iso9001"\n', "utf-8")
    folder = api.import_sources([made], tmp_path / "audit").folder
    with pytest.raises(WrongUse, match='method "iso9001" is not known'):
        api.run(folder)
