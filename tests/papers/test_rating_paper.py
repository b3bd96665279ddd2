"""Self-tests without anchors, and a rating sheet for each rater that never shows what another gave."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from tests.papers.filled_books import fill, rows_of

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.method.banks.scenarios import all_scenarios, scenarios_for
from ringtrue.model.errors import WrongUse

AT = "2026-11-24T14:00:00Z"


@pytest.fixture
def folder(tmp_path: Path) -> AuditFolder:
    return AuditFolder(tmp_path / "audit")


def test_a_self_test_asks_two_scenarios_of_each_concept_and_shows_no_anchor(folder: AuditFolder) -> None:
    excel, word = api.paper(folder, "self-test", options={"role": "service_owner"})
    rows = rows_of(excel, "Questions")
    assert [row["No."] for row in rows] == [one.id for one in scenarios_for("service_owner")]
    for paper in (excel, word):
        text = _text(paper)
        assert all(anchor not in text for one in all_scenarios() for anchor in one.anchors["en"])


def test_more_scenarios_of_each_concept_can_be_chosen_and_other_roles_are_refused(
    folder: AuditFolder,
) -> None:
    (paper,) = api.paper(folder, "self-test", ["excel"], options={"each": "4"})
    assert len(rows_of(paper, "Questions")) == 16
    for options, told in (({"role": "user"}, 'no self-test for "user"'), ({"each": "0"}, "each=0: expected")):
        with pytest.raises(WrongUse, match=told):
            api.paper(folder, "self-test", options=options)


def test_a_filled_self_test_names_nobody_and_each_answer_belongs_to_a_concept(
    folder: AuditFolder, tmp_path: Path
) -> None:
    brought = _answer(folder, tmp_path, "tulip", "team1")
    assert brought.problems == ()
    journal = Journal(folder)
    (interview,) = journal.current("interview").items()
    assert (interview[0], interview[1].content["party"], interview[1].content["team"]) == (
        "S-tulip",
        None,
        "team1",
    )
    assert len(journal.current("answer")) == 8
    concepts = {one.content["concept"] for one in journal.current("question").values()}
    assert concepts == {"service", "customer outcome", "own contribution", "consequence"}


def test_a_self_test_without_a_code_or_a_day_is_not_taken(folder: AuditFolder, tmp_path: Path) -> None:
    (paper,) = api.paper(folder, "self-test", ["excel"])
    brought = api.record(folder, paper, "Ada", AT)
    assert [one.column for one in brought.problems] == ["Code", "Day"]
    assert brought.added == ()


def test_a_code_that_another_sheet_bears_is_not_taken_and_the_first_answers_stay(
    folder: AuditFolder, tmp_path: Path
) -> None:
    _answer(folder, tmp_path, "tulip", "team1")
    again = _answer(folder, tmp_path, "tulip", "team2")
    assert (again.added, [one.column for one in again.problems]) == ((), ["Code"])
    assert _answer(folder, tmp_path, "tulip", "team1").known == 17


def test_a_scenario_that_the_bank_does_not_hold_is_named_with_its_row(
    folder: AuditFolder, tmp_path: Path
) -> None:
    (paper,) = api.paper(folder, "self-test", ["excel"])
    rows = [{**rows_of(paper, "Questions")[0], "No.": "SV-99", "Your answer": "x"}]
    who = {"Code": "c", "You answer as": "Practitioner", "Day": date(2026, 11, 3)}
    brought = api.record(
        folder, fill(paper, tmp_path / "f.xlsx", {"About you": [who], "Questions": rows}), "Ada", AT
    )
    assert [(one.column, one.found) for one in brought.problems] == [("No.", '"SV-99"')]


def test_a_rater_sees_the_answers_with_their_anchors_question_by_question(
    folder: AuditFolder, tmp_path: Path
) -> None:
    for code in ("rose", "tulip"):
        _answer(folder, tmp_path, code, "team1")
    rows = rows_of(_sheet(folder, "Ada"), "Rating")
    assert [row["No."] for row in rows[:4]] == ["SV-01", "SV-01", "SV-02", "SV-02"]
    assert rows[0]["Level 4"].startswith("Names selling at the till, and says where")
    assert rows[0]["Answer"] == "rose 0"


def test_the_second_raters_sheet_never_shows_the_firsts_scores_nor_does_the_firsts_own(
    folder: AuditFolder, tmp_path: Path
) -> None:
    _answer(folder, tmp_path, "rose", "team1")
    untouched = _text(_sheet(folder, "Ben"))
    brought = _score(folder, tmp_path, "Ada", lambda place: "3")
    assert (len(brought.added), brought.problems) == (8, ())
    assert _text(_sheet(folder, "Ben")) == untouched
    assert rows_of(_sheet(folder, "Ada"), "Rating") == []
    excel, word = api.paper(folder, "rating", options={"rater": "Ben"})
    assert all(row["Points"] is None for row in rows_of(excel, "Rating"))
    assert "Ada" not in _text(word) + _text(excel)


def test_scores_of_two_raters_stand_beside_each_other_in_the_journal(
    folder: AuditFolder, tmp_path: Path
) -> None:
    _answer(folder, tmp_path, "rose", "team1")
    _score(folder, tmp_path, "Ada", lambda place: "3")
    _score(folder, tmp_path, "Ben", lambda place: "2" if place else None)
    scored = [one.content for one in Journal(folder).current("answer").values() if one.content["rater"]]
    assert sorted((one["rater"], one["score"]) for one in scored) == [("Ada", 3.0)] * 8 + [("Ben", 2.0)] * 7
    assert rows_of(_sheet(folder, "Ben"), "Rating")[0]["No."] == "SV-01"


@pytest.mark.parametrize("points", ["5", "-1", "good", "2.5"])
def test_points_that_are_no_level_are_named_with_their_cell(
    folder: AuditFolder, tmp_path: Path, points: str
) -> None:
    _answer(folder, tmp_path, "rose", "team1")
    brought = _score(folder, tmp_path, "Ada", lambda place: points if place == 0 else "1")
    assert [(one.column, one.found) for one in brought.problems] == [("Points", f'"{points}"')]
    assert len(brought.added) == 7


def test_a_score_for_an_answer_that_nobody_gave_is_a_problem(folder: AuditFolder, tmp_path: Path) -> None:
    _answer(folder, tmp_path, "rose", "team1")
    paper = _sheet(folder, "Ada")
    row = {**rows_of(paper, "Rating")[0], "Interview": "S-ghost", "Points": "1"}
    brought = api.record(folder, fill(paper, tmp_path / "f.xlsx", {"Rating": [row]}), "Ada", AT)
    assert ["S-ghost" in one.found for one in brought.problems] == [True]
    assert brought.added == ()


def test_a_rating_sheet_is_for_a_named_rater(folder: AuditFolder) -> None:
    with pytest.raises(WrongUse, match="--with rater=NAME"):
        api.paper(folder, "rating")


def test_agreement_and_pass_shares_follow_from_the_sheets(folder: AuditFolder, tmp_path: Path) -> None:
    for number in range(5):
        _answer(folder, tmp_path, f"code{number}", "team1")
        _answer(folder, tmp_path, f"alone{number}", f"other{number}")
    for rater in ("Ada", "Ben"):
        _score(folder, tmp_path, rater, lambda place: "4" if place % 2 else "0")
    found = api.understanding(folder)
    assert (found.verdict, found.alpha, found.raters, found.scored) == ("rely", 1.0, 2, 80)
    assert [(one.name, one.persons, one.answers) for one in found.teams] == [("team1", 5, 40)]
    assert found.hidden_teams == 5


@pytest.mark.slow
def test_the_command_and_the_procedure_say_the_same_of_the_raters(tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    exports.mkdir()
    (exports / "training_records.csv").write_text(
        "party,course,completed_at\np1,Services,2026-01-01T10:00Z\n"
    )
    folder = api.import_sources([exports], tmp_path / "imported").folder
    for number in range(6):
        _answer(folder, tmp_path, f"code{number}", "team1")
    _score(folder, tmp_path, "Ada", lambda place: str(place % 5))
    _score(folder, tmp_path, "Ben", lambda place: str(place % 5 if place % 7 else 3))
    (gap,) = [one for one in api.run(folder)[0].procedures if one.id == "substance.awareness-gap"]
    found = api.understanding(folder)
    assert found.alpha is not None and found.bounds is not None and found.whole is not None
    facts = {fact.statement: fact.value for fact in gap.facts}
    assert facts["Krippendorff's alpha of the raters"] == round(found.alpha, 3)
    assert facts["its lower 95 % bound"] == round(found.bounds[0], 3)
    (lead,) = gap.leads
    assert (lead.n, lead.estimate) == (found.whole.answers, found.whole.share)


def _answer(folder: AuditFolder, tmp_path: Path, code: str, team: str) -> "api.Recorded":
    (paper,) = api.paper(folder, "self-test", ["excel"])
    rows = [
        {**row, "Your answer": f"{code} {place}"} for place, row in enumerate(rows_of(paper, "Questions"))
    ]
    who = {"Code": code, "You answer as": "Practitioner", "Team": team, "Day": date(2026, 11, 3)}
    filled = fill(paper, tmp_path / "self.xlsx", {"About you": [who], "Questions": rows})
    return api.record(folder, filled, "Ada", AT)


def _sheet(folder: AuditFolder, rater: str) -> Path:
    return api.paper(folder, "rating", ["excel"], options={"rater": rater})[0]


def _score(folder: AuditFolder, tmp_path: Path, rater: str, points: "object") -> "api.Recorded":
    paper = _sheet(folder, rater)
    assert callable(points)
    rows = [{**row, "Points": points(place)} for place, row in enumerate(rows_of(paper, "Rating"))]
    return api.record(folder, fill(paper, tmp_path / "rated.xlsx", {"Rating": rows}), rater, AT)


def _text(paper: Path) -> str:
    """All the text of an Office file but what its sheet About says of the rater."""
    with zipfile.ZipFile(paper) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    return "\n".join(parts)
