"""Records of the journal are rows of the tables: what people noted is judged like any export."""

import json
from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.records.records import rows_of_records
from ringtrue.model.entry import NewEntry, to_content
from ringtrue.model.finding import Finding, Requirement
from ringtrue.model.follow_up import Response

QUESTION = {"text": "Which result do you buy?", "allowed_roles": ["customer"], "open": True}
INTERVIEW = {"party": "ana", "role": "user", "service": "pay", "held_at": "2026-03-02T10:00:00+02:00"}


@pytest.mark.slow
def test_a_question_put_to_the_wrong_role_is_a_deviation_of_the_next_run(tmp_path: Path) -> None:
    folder = _imported(tmp_path)
    before, _ = api.run(folder)
    Journal(folder).append(
        [
            _entry("question", "Q1", QUESTION),
            _entry("interview", "I1", INTERVIEW),
            _entry("answer", "I1/Q1/ada", {"interview": "I1", "question": "Q1", "text": "No idea."}),
        ]
    )
    after, place = api.run(folder)
    told = {one.id: one for one in after.procedures}["roles.question-role-fit"]
    assert (told.judged, told.deviations) == (1, 1)
    assert before.run != after.run
    told_sources = json.loads((place / "results.json").read_text("utf-8"))["sources"]
    assert [(one["file"], one["rows"], one["loaded"]) for one in told_sources][-1] == (
        "records/journal.jsonl",
        3,
        3,
    )


def test_only_the_last_state_of_a_record_is_a_row(tmp_path: Path) -> None:
    journal = Journal(AuditFolder(tmp_path))
    journal.append(
        [_entry("interview", "I1", INTERVIEW), _entry("interview", "I1", {**INTERVIEW, "role": "sponsor"})]
    )
    (row,) = rows_of_records(journal).rows["interviews"]
    assert (row["id"], row["role"], row["source_row"]) == ("I1", "sponsor", 2)


def test_who_is_heard_without_a_name_is_somebody_of_the_team_and_counted_among_no_persons(
    tmp_path: Path,
) -> None:
    journal = Journal(AuditFolder(tmp_path))
    nameless = {"role": "practitioner", "team": "desk", "held_at": "2026-03-02"}
    journal.append([_entry("interview", "I1", INTERVIEW), _entry("interview", "S-1", nameless)])
    rows = rows_of_records(journal).rows
    assert [one["party"] for one in rows["interviews"]] == ["ana", "S-1"]
    (somebody,) = rows["parties"]
    assert (somebody["id"], somebody["parent"], somebody.get("kind")) == ("S-1", "desk", None)


def test_a_record_that_is_no_row_leaves_the_run_as_it_was(tmp_path: Path) -> None:
    folder = _imported(tmp_path)
    before, _ = api.run(folder)
    Journal(folder).append([_entry("disposition", "D1", {"lead": "x"})])
    after, _ = api.run(folder)
    assert before.run == after.run


def test_the_corrective_action_of_a_finding_is_a_row_that_procedures_judge(tmp_path: Path) -> None:
    folder = _imported(tmp_path)
    finding = Finding(
        id="F-1", statement="Approval comes late.", requirement=Requirement(clause="8.5.1.3", text="first"), grade="minor_nc",
        written_by="ada", service="pay",
    )  # fmt: skip
    promised = Response(
        id="F-1/1",
        finding="F-1",
        step="corrective_action",
        text="gate",
        by="cleo",
        on="2026-05-01",
        action="A1",
    )
    done = Response(
        id="F-1/2", finding="F-1", step="implemented", text="done", by="cleo", on="2026-05-20", action="A1"
    )
    Journal(folder).append([_entry("finding", "F-1", to_content(finding))])
    Journal(folder).append([_entry("response", one.id, to_content(one)) for one in (promised, done)])
    (row,) = rows_of_records(Journal(folder)).rows["actions"]
    assert (row["id"], row["kind"], row["done_at"], row["source_row"]) == (
        "F-1/A1",
        "corrective_action",
        "2026-05-20",
        1,
    )
    results, _ = api.run(folder)
    assert (results.sources[-1].file, results.sources[-1].loaded) == ("records/journal.jsonl", 1)


def _imported(path: Path) -> AuditFolder:
    (path / "exports").mkdir()
    (path / "exports" / "services.csv").write_text("id,name,status\npay,Payments,live\n", "utf-8")
    return api.import_sources([path / "exports"], path / "audit").folder


def _entry(kind: str, id: str, content: dict[str, object]) -> NewEntry:
    return NewEntry(kind=kind, id=id, by="ada", at="2026-11-24T14:00:00Z", reason="a test", content=content)
