"""Loading: all sources into the tables; rows that are not lost; issues page by page; a source taken out again."""

import os

from django.conf import settings
from django.urls import reverse

from ringtrue.api import kept_sources, read_about
from ringtrue.workbench.imports.sources import file_of, sources_of
from ringtrue.workbench.jobs.models import Job
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.handing_in import CASES, UNCLEAR, csv, hand_in, load, only_source


def test_what_was_handed_in_is_in_the_tables_and_every_row_is_accounted_for(cast: Cast) -> None:
    hand_in(cast, csv())
    load(cast)
    (told,) = read_about(cast.audit.folder.tables)["sources"]
    assert (told["rows"], told["loaded"], told["rejected"]) == (4, 3, 1)
    page = cast.client("ben").get(reverse("imports", args=[cast.audit.pk])).content.decode()
    assert "cases.csv" in page and "not loaded yet" not in page


def test_a_load_is_written_down_with_the_hashes_of_its_files(cast: Cast) -> None:
    hand_in(cast, csv())
    load(cast, "ben")
    (entry,) = AuditJournal(cast.audit).current("import").values()
    assert entry.by == "Ben"
    assert entry.content["sources"] == {"cases.csv": only_source(cast.audit).sha256}


def test_issues_tell_file_row_column_value_and_what_was_expected(cast: Cast) -> None:
    hand_in(cast, csv())
    load(cast)
    page = cast.client("ada").get(reverse("imports_issues", args=[cast.audit.pk])).content.decode()
    assert "cases.opened_at" in page and "2026-04-31T08:00Z" in page and "a date and time" in page
    assert "duplicate_id" in page
    only = cast.client("ada").get(reverse("imports_issues", args=[cast.audit.pk]), {"kind": "duplicate_id"})
    assert "2026-04-31T08:00Z" not in only.content.decode()


def test_a_filter_of_issues_is_a_value_and_never_sql(cast: Cast) -> None:
    hand_in(cast, csv())
    load(cast)
    asked = {"file": "x' or 1=1 --", "kind": "' union select 1 --", "page": "-3"}
    page = cast.client("ada").get(reverse("imports_issues", args=[cast.audit.pk]), asked)
    assert page.status_code == 200
    assert "0 values or rows" in page.content.decode()


def test_thousands_of_issues_are_turned_page_by_page(cast: Cast) -> None:
    head, row = CASES.splitlines()[0], "C{},incident,mail,new,2026-04-31T08:00Z,,"
    hand_in(cast, csv(text="\n".join([head, *(row.format(n) for n in range(250))])))
    load(cast)
    third = (
        cast.client("ada").get(reverse("imports_issues", args=[cast.audit.pk]), {"page": 3}).content.decode()
    )
    assert "Page 3 of 3" in third and third.count("2026-04-31T08:00Z") == 50


def test_a_source_that_was_taken_out_is_in_no_table_after_the_next_load(cast: Cast) -> None:
    hand_in(cast, csv())
    load(cast)
    one = only_source(cast.audit)
    url = reverse("imports_source", args=[cast.audit.pk, one.id])
    cast.client("ada").post(url, {"reason": "wrong period"})
    load(cast)
    assert kept_sources(cast.audit.folder) == ()
    assert not (cast.audit.folder.tables / "cases.parquet").exists()
    assert file_of(cast.audit, one.sha256).read_text() == CASES
    assert only_source(cast.audit).removed == "wrong period"


def test_taking_out_needs_a_reason(cast: Cast) -> None:
    hand_in(cast, csv())
    url = reverse("imports_source", args=[cast.audit.pk, only_source(cast.audit).id])
    cast.client("ada").post(url, {"reason": " "})
    assert only_source(cast.audit).removed is None


def test_a_file_changed_on_the_disk_is_not_loaded(cast: Cast) -> None:
    hand_in(cast, csv())
    file_of(cast.audit, only_source(cast.audit).sha256).write_text("id\nforged\n")
    assert "its content is not what was received" in load(cast)
    assert not cast.audit.folder.tables.exists()


def test_one_file_that_cannot_be_read_does_not_stop_the_others(cast: Cast) -> None:
    hand_in(cast, csv("unclear.csv", UNCLEAR))
    hand_in(cast, csv())
    load(cast)
    told = {one["file"]: one for one in read_about(cast.audit.folder.tables)["sources"]}
    assert told["cases.csv"]["loaded"] == 3, told
    assert told["unclear.csv"]["error"]


def test_what_the_command_line_put_there_is_taken_over(cast: Cast) -> None:
    hand_in(cast, csv())
    load(cast)
    cast.audit.records.filter(kind="source").delete()
    load(cast)
    assert [one.name for one in sources_of(cast.audit)] == ["cases.csv"]


def test_a_second_load_while_one_is_open_is_refused(cast: Cast) -> None:
    hand_in(cast, csv())
    Job.objects.create(audit=cast.audit, kind="run", asked_by="Ben")
    assert "is under way" in load(cast)
    assert Job.objects.count() == 1
    assert not cast.audit.folder.tables.exists()


def test_what_a_kill_left_is_swept_away_and_what_may_still_be_at_work_is_not(cast: Cast) -> None:
    left, fresh = (cast.audit.folder.path / name for name in (".work-left", ".work-fresh"))
    incoming = settings.HOME.uploads / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    halves = [incoming / "left", incoming / "fresh"]
    for place in (left, fresh):
        place.mkdir()
    for half in halves:
        half.write_text("half")
    for old in (left, halves[0]):
        os.utime(old, (0, 0))
    hand_in(cast, csv())
    load(cast)
    assert [left.exists(), fresh.exists()] == [False, True]
    assert [one.exists() for one in halves] == [False, True]
    halves[1].unlink()
