"""Interview sheets: proposed from the leads, filled in, read back as questions, interviews and answers that a run judges."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.papers.filled_books import fill, rows_of

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.model.errors import WrongUse
from ringtrue.reports.language import words

AT = "2026-11-24T14:00:00Z"
HELD = {"Held on": date(2026, 11, 2), "At": "09:30", "Auditor": "Ada", "Person": "p1"}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    exports = tmp_path_factory.mktemp("exports")
    (exports / "services.csv").write_text(
        "id,name,status,criticality\npay,Payments,live,critical\nmail,Mail,live,low\n"
    )
    (exports / "needs.csv").write_text("id,service,statement\nN1,pay,Wages are paid on the 27th.\n")
    (exports / "role_assignments.csv").write_text(
        "party,role,service\nkim,customer,mail\nlee,service_owner,pay\n"
    )
    folder = api.import_sources([exports], tmp_path_factory.mktemp("audits") / "audit").folder
    api.run(folder)
    return folder.path


@pytest.fixture
def folder(imported: Path, tmp_path: Path) -> AuditFolder:
    from shutil import copytree

    copytree(imported, tmp_path / "audit")
    return AuditFolder(tmp_path / "audit")


@pytest.mark.slow
def test_who_is_to_be_asked_follows_from_the_leads_with_questions_of_the_bank_beside(
    folder: AuditFolder,
) -> None:
    results = api.run(folder)[0]
    asked = {
        (ask.role, lead.service)
        for one in results.procedures
        for lead in one.leads
        for ask in lead.ask
        if ask.role != "auditor"
    }
    paper = _written(folder)
    interviews = rows_of(paper, "Interviews")
    assert asked and {(row["Asked as"], row["Service"]) for row in interviews} == {
        (role.replace("_", " ").capitalize(), service) for role, service in asked
    }
    rows = rows_of(paper, "Customer")
    assert [row for row in rows if row["Asked because of"]] != []
    assert sum(str(row["No."])[:2] in ("L1", "L2", "L3", "L4", "L5", "T-") for row in rows) >= 6


def test_a_question_of_the_bank_names_the_service_and_says_what_to_look_for(folder: AuditFolder) -> None:
    rows = rows_of(_written(folder, role="customer", service="Payments", bank="20"), "Customer")
    (row,) = [row for row in rows if row["No."] == "L1-01"]
    assert row["Question"] == 'Which result do you buy with the service "Payments"?'
    assert "agreement" in row["Look for"]
    assert "written down" in row["Then ask"]


def test_answers_are_recorded_with_the_question_and_the_interview_and_become_rows_of_the_next_run(
    folder: AuditFolder, tmp_path: Path
) -> None:
    brought = api.record(folder, _answered(folder, tmp_path), "Ada", AT)
    assert brought.problems == ()
    journal = Journal(folder)
    (interview,) = journal.current("interview").values()
    assert (interview.content["held_at"], interview.content["role"]) == ("2026-11-02T09:30", "customer")
    answers = journal.current("answer")
    assert [one.content["corroborated_by"] for one in answers.values()] == ["E-001", None]
    assert [one.content["rater"] for one in answers.values()] == [None, None]
    questions = journal.current("question")
    assert [one.content["allowed_roles"] for one in questions.values()] == [["customer"], ["customer"]]
    results, _ = api.run(folder)
    (fit,) = [one for one in results.procedures if one.id == "roles.question-role-fit"]
    assert (fit.result, fit.judged, fit.deviations) == ("no_lead", 2, 0)


def test_a_question_put_to_a_role_that_it_is_not_for_is_a_lead_of_the_next_run(
    folder: AuditFolder, tmp_path: Path
) -> None:
    paper = _written(folder, role="user", bank="1")
    (interview,) = rows_of(paper, "Interviews")
    row = {"Interview": interview["Interview"], "No.": "L1-21", "Question": "How much?", "Answer": "Much."}
    filled = fill(paper, tmp_path / "f.xlsx", {"Interviews": [{**interview, **HELD}], "User": [row]})
    assert api.record(folder, filled, "Ada", AT).problems == ()
    (fit,) = [one for one in api.run(folder)[0].procedures if one.id == "roles.question-role-fit"]
    assert [lead.object.id for lead in fit.leads] == ["L1-21"]


def test_sheets_read_twice_add_nothing_and_a_changed_answer_adds_itself(
    folder: AuditFolder, tmp_path: Path
) -> None:
    api.record(folder, _answered(folder, tmp_path), "Ada", AT)
    again = api.record(folder, _answered(folder, tmp_path), "Ada", AT)
    assert (len(again.added), again.known) == (0, 5)
    changed = api.record(folder, _answered(folder, tmp_path, "Something else."), "Ada", AT)
    assert [one.kind for one in changed.added] == ["answer"]
    assert len(Journal(folder).history("answer", changed.added[0].id)) == 2


def test_what_was_not_asked_and_interviews_that_were_not_held_are_left_out(folder: AuditFolder) -> None:
    brought = api.record(folder, _written(folder), "Ada", AT)
    assert (brought.added, brought.problems) == ((), ())


def test_an_answer_of_an_interview_without_a_day_is_named_with_its_place_and_the_rest_goes_on(
    folder: AuditFolder, tmp_path: Path
) -> None:
    paper = _written(folder, role="customer", service="pay")
    interviews, rows = rows_of(paper, "Interviews"), rows_of(paper, "Customer")
    rows[0]["Answer"] = "Wages."
    stray = {**rows[1], "Answer": "Late.", "Interview": "I-nobody"}
    filled = fill(
        paper, tmp_path / "f.xlsx", {"Interviews": [{**interviews[0], **HELD}], "Customer": [rows[0], stray]}
    )
    brought = api.record(folder, filled, "Ada", AT)
    (problem,) = brought.problems
    assert (problem.sheet, problem.row, problem.column) == ("Customer", _heading(paper) + 2, "Interview")
    assert "I-nobody" in problem.found
    assert [one.kind for one in brought.added] == ["interview", "question", "answer"]


def test_a_question_of_the_auditors_own_is_recorded_for_no_declared_role(
    folder: AuditFolder, tmp_path: Path
) -> None:
    paper = _written(folder, role="customer", service="pay")
    (interview,) = rows_of(paper, "Interviews")
    own = {"Interview": interview["Interview"], "Question": "Is it good?", "Answer": "=1+1"}
    filled = fill(paper, tmp_path / "f.xlsx", {"Interviews": [{**interview, **HELD}], "Customer": [own]})
    api.record(folder, filled, "Ada", AT)
    ((id, question),) = Journal(folder).current("question").items()
    assert (id[:4], question.content["allowed_roles"], question.content["open"]) == ("own-", [], False)


def test_an_id_given_to_two_interviews_is_a_problem(folder: AuditFolder, tmp_path: Path) -> None:
    paper = _written(folder, role="customer", service="pay")
    (interview,) = rows_of(paper, "Interviews")
    twice = [{**interview, **HELD}, {**interview, **HELD, "Person": "p2"}]
    brought = api.record(folder, fill(paper, tmp_path / "f.xlsx", {"Interviews": twice}), "Ada", AT)
    assert ["again" in one.found for one in brought.problems] == [True]


def test_the_sheets_in_german_are_read_back_as_the_same_interview(
    folder: AuditFolder, tmp_path: Path
) -> None:
    (paper, _) = api.paper(folder, "interview", language="de", options={"role": "customer", "service": "pay"})
    (interview,), rows = rows_of(paper, "Interviews"), rows_of(paper, "Kunde")
    rows[0]["Antwort"] = "Gehälter."
    held = {"Geführt am": "02.11.2026", "Um": "09:30", "Auditor": "Ada", "Person": "p1"}
    filled = fill(paper, tmp_path / "f.xlsx", {"Interviews": [{**interview, **held}], "Kunde": rows})
    assert api.record(folder, filled, "Ada", AT).problems == ()
    (recorded,) = Journal(folder).current("interview").values()
    assert (recorded.content["role"], recorded.content["held_at"]) == ("customer", "2026-11-02T09:30")


def test_every_question_that_a_lead_asks_is_told_in_german() -> None:
    from ringtrue import plugins

    told = words("de")
    asked = {ask.question for one in plugins.procedures() for ask in one.declaration.ask}
    assert [text for text in asked if told(text) == text] == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"role": "auditor"}, 'no role "auditor" to ask'),
        ({"service": "nothing"}, 'no service "nothing".*pay, mail'),
        ({"bank": "many"}, "bank=many: expected how many"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(
    folder: AuditFolder, options: dict[str, str], told: str
) -> None:
    with pytest.raises(WrongUse, match=told):
        api.paper(folder, "interview", options=options)


def test_an_audit_without_a_run_gets_questions_of_the_bank_for_every_role(tmp_path: Path) -> None:
    (paper, _) = api.paper(AuditFolder(tmp_path / "empty"), "interview")
    interviews = rows_of(paper, "Interviews")
    assert len(interviews) == 9
    assert {row["Leads"] for row in interviews} == {None}


def test_the_same_audit_gives_the_same_bytes(folder: AuditFolder) -> None:
    first = [paper.read_bytes() for paper in api.paper(folder, "interview")]
    assert [paper.read_bytes() for paper in api.paper(folder, "interview")] == first


def _written(folder: AuditFolder, **options: str) -> Path:
    return api.paper(folder, "interview", ["excel"], options=options)[0]


def _answered(folder: AuditFolder, tmp_path: Path, second: str = "The wages.") -> Path:
    paper = _written(folder, role="customer", service="pay", bank="2")
    (interview,) = rows_of(paper, "Interviews")
    rows: Sequence[Mapping[str, Any]] = [row for row in rows_of(paper, "Customer") if row["No."][:1] in "LT"]
    answers = [{"Answer": "Wages on the 27th.", "Borne out by": "E-001"}, {"Answer": second}]
    filled = [{**row, **answer} for row, answer in zip(rows, answers, strict=True)]
    return fill(paper, tmp_path / "filled.xlsx", {"Interviews": [{**interview, **HELD}], "Customer": filled})


def _heading(paper: Path) -> int:
    from ringtrue.papers.filled import read_filled

    return int(read_filled(paper).about["heading row: Customer"])
