"""What kind of evidence a run looked at for a clause."""

from dataclasses import replace

import pytest

from ringtrue.engine.running.answers import answer_clauses
from ringtrue.model.criteria import Clause, Criteria
from ringtrue.model.result import ClauseResult
from tests.reports.invented import results as invented

PROCEDURE = replace(invented().procedures[0], id="p", judged=5, item_kind="case")


def answered(needs: list[str], **given: object) -> ClauseResult:
    clause = Clause(id="8.1", title="Own", procedures=("p", "not in this run"))
    criteria = Criteria(id="house", title="House", clauses=(clause,))
    (found,) = answer_clauses([criteria], [replace(PROCEDURE, **given)], {"p": needs})  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("needs", "given", "evidence"),
    [
        (["cases"], {}, "operating"),
        (["services", "changes"], {}, "operating"),
        (["services", "documents"], {}, "documented"),
        (["services"], {"item_kind": "record"}, "operating"),
        (["cases"], {"judged": 0}, "none"),
    ],
)
def test_evidence_is_of_work_done_of_paper_or_there_is_none(
    needs: list[str], given: dict[str, object], evidence: str
) -> None:
    assert answered(needs, **given).evidence == evidence


def test_a_clause_says_of_which_criteria_it_is_and_counts_the_leads_of_its_procedures() -> None:
    found = answered(["cases"])
    assert (found.criteria, found.id, found.procedures) == ("house", "8.1", ("p",))
    assert found.leads == len(PROCEDURE.leads)
