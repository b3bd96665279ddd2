"""What was judged in part only: the most frequent reasons, never a wall of them."""

from pathlib import Path

import duckdb

from ringtrue.reports.sections.silence import silence
from ringtrue.reports.working_papers import RunFolder
from tests.reports import invented


def test_of_many_reasons_the_first_three_are_named_and_the_others_counted(tmp_path: Path) -> None:
    run = invented.results()
    place = invented.write_run(tmp_path)
    told = next(
        one for one in run.procedures if one.result == "no_lead" and one.untestable and one.judged_table
    )
    rows = ", ".join(
        f"('team', 'T{n}|stamps', 'untestable', 'only {n} cases', 'a.csv', {n})" for n in range(1, 41)
    )
    columns = "item_kind, item, verdict, reason, source_file, source_row"
    file = place / str(told.judged_table)
    with duckdb.connect() as database:
        database.execute(f"copy (select * from (values {rows}) as t({columns})) to '{file}'")
    partly = silence(run, RunFolder(place)).partly
    assert partly is not None
    (why,) = [row[2].text for row in partly.rows if row[0].text == told.title]
    assert why.count("Only") + why.count("only") == 3
    assert "T1 / stamps" in why
    assert why.endswith("37\xa0further reasons in the judged table")
