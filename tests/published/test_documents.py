"""The documents of a real management system that are filed under this standard: what their texts allow to say, and what not."""

import gzip
import json
from pathlib import Path

import pytest

from ringtrue import api
from tests.published.conftest import DATA, Audited

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    file = DATA / "ims_document_register" / "iso20000_labelled_bodies.jsonl.gz"
    if not file.exists():
        pytest.skip("the documents are not beside the repository (../shared/data)")
    with gzip.open(file, "rt", encoding="utf-8") as opened:
        rows = [json.loads(line) for line in opened]
    folder: Path = tmp_path_factory.mktemp("bodies")
    source = folder / "register"
    source.mkdir()
    listed = [
        {
            "id": row["path"],
            "title": row["title"],
            "kind": "",
            "owner": "OWNER-1",
            "status": row["status"] or "",
        }
        for row in rows
    ]
    texts = [{"document": row["path"], "version": "1", "text": row["body"]} for row in rows]
    (source / "documents.json").write_text(json.dumps(listed), "utf-8")
    (source / "document_versions.json").write_text(json.dumps(texts), "utf-8")
    done = api.audit([source], folder / "audit")
    return Audited(done.folder, done.results, done.run)


def test_27_of_48_texts_are_too_short_and_for_26_the_export_may_be_the_reason(bodies: Audited) -> None:
    judged = bodies.judged("substance.template-document")
    assert bodies.one(f"select count(*), count(*) filter (where words < 20) from {judged}") == (48, 27)
    lost = f"select count(*) from {judged} where reason = 'its text was lost in the export'"
    assert bodies.one(lost) == 26


def test_what_was_judged_is_not_called_a_lead_by_its_gaps_alone(bodies: Audited) -> None:
    (found,) = [one for one in bodies.results.procedures if one.id == "substance.template-document"]
    assert (found.population, found.untestable, found.result) == (48, 26, "no_lead")


@pytest.mark.parametrize(
    "procedure",
    ["substance.date-only-review", "substance.review-slip", "substance.absent-owner", "substance.record-lag"],
)
def test_one_version_each_says_nothing_of_reviews_owners_or_stamps(bodies: Audited, procedure: str) -> None:
    (found,) = [one for one in bodies.results.procedures if one.id == procedure]
    assert found.result == "insufficient_data"
