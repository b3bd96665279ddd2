"""The commands that show questions and concepts, and tell of understanding."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ringtrue.cli.main import app, main

RUN = CliRunner()


def test_questions_are_shown_for_a_role_and_a_clause_with_what_would_bear_the_answer_out() -> None:
    shown = RUN.invoke(app, ["questions", "--role", "customer", "--clause", "8.3.2", "--service", "Payments"])
    assert shown.exit_code == 0
    assert "customer · " in shown.output
    assert 'the service "Payments"' in shown.output


def test_questions_for_machines_have_the_columns_of_the_canonical_table() -> None:
    shown = RUN.invoke(app, ["questions", "--lesson", "L5", "--json", "--language", "de"])
    rows = json.loads(shown.output)
    assert {row["lesson"] for row in rows} == {"L5"}
    assert {"id", "text", "lesson", "clauses", "allowed_roles", "concept", "open", "evidence"} <= set(rows[0])


def test_a_questionnaire_with_faults_ends_with_one_and_a_good_one_with_nought(tmp_path: Path) -> None:
    place = tmp_path / "own.csv"
    place.write_text("question,role\nIs it good?,user\n")
    assert RUN.invoke(app, ["questions", "--check", str(place)]).exit_code == 1
    place.write_text("question,role\nHow did you notice it?,user\n")
    found = RUN.invoke(app, ["questions", "--check", str(place), "--json"])
    assert (found.exit_code, json.loads(found.output)["questions"][0]["faults"]) == (0, [])


def test_a_concept_is_told_with_its_examples_in_german() -> None:
    shown = RUN.invoke(app, ["concepts", "customer", "--language", "de"])
    assert [line.strip().split(":")[0] for line in shown.output.splitlines() if ":" in line] == [
        "Richtig",
        "Falsch",
        "Siehe auch",
    ]


def test_all_concepts_are_told_where_none_is_named_lessons_first() -> None:
    rows = json.loads(RUN.invoke(app, ["concepts", "--json"]).output)
    assert [row["id"] for row in rows[:6]] == ["L1", "L2", "L3", "L4", "L5", "thread"]
    assert len(rows) > 40


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["concepts", "custommer"], "Did you mean customer"),
        (["questions", "--role", "boss"], 'there is no role "boss"'),
        (["concepts", "--language", "xx"], 'language "xx" is not known'),
    ],
)
def test_wrong_use_is_told_in_one_line_and_ends_with_two(
    arguments: list[str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["ringtrue", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_an_audit_without_scores_says_so(tmp_path: Path) -> None:
    (tmp_path / "audit").mkdir()
    shown = RUN.invoke(app, ["understanding", str(tmp_path / "audit")])
    assert shown.exit_code == 0
    assert "nothing was scored by two raters" in shown.output


def test_understanding_is_told_to_machines(tmp_path: Path) -> None:
    (tmp_path / "audit").mkdir()
    shown = RUN.invoke(app, ["understanding", str(tmp_path / "audit"), "--json"])
    assert json.loads(shown.output)["verdict"] == "unknown"
