"""The trail as pages: read by the lead, checked, taken away as the journal that it is."""

from django.urls import reverse

from ringtrue.api import read_chain
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.findings.acts import written


def test_the_lead_reads_and_filters_it(cast: Cast) -> None:
    written(cast)
    page = (
        cast.client("ada").get(reverse("trail", args=[cast.audit.pk]), {"kind": "finding"}).content.decode()
    )
    assert "finding F-001" in page and "evidence E-001" not in page


def test_what_is_taken_away_is_a_journal_that_holds(cast: Cast) -> None:
    written(cast)
    answer = cast.client("ada").get(reverse("trail_export", args=[cast.audit.pk]))
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert read_chain(lines) == AuditJournal(cast.audit).entries()


def test_the_chain_is_checked_and_so_is_what_is_shown(cast: Cast) -> None:
    written(cast)
    url, ada = reverse("trail_verify", args=[cast.audit.pk]), cast.client("ada")
    assert "follow from one another" in ada.get(url).content.decode()
    cast.audit.records.filter(kind="finding").update(content={"statement": "other"})
    assert "finding F-001" in ada.get(url).content.decode()
    entry = cast.audit.trail.get(seq=1)
    cast.audit.trail.filter(seq=1).update(line=entry.line.replace("begun", "BEGUN"))
    assert "does not follow from the line before it" in ada.get(url).content.decode()


def test_sql_in_a_filter_is_text(cast: Cast) -> None:
    answer = cast.client("ada").get(reverse("trail", args=[cast.audit.pk]), {"record": "' or 1=1 --\x00"})
    assert answer.status_code == 200
