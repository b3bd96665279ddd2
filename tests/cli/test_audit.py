"""``ringtrue audit`` as a user meets it: a process with arguments, output, an exit code."""

import gzip
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.process import ringtrue
from tests.engine.test_run import export


def broken_files(folder: Path) -> None:
    """Five files that cannot be read as they are, as auditees really send them."""
    (folder / "wrong-encoding.csv").write_bytes(b"id;name\n1;caf" + b"\xff\xfe\x81\x8d" + b"\x00\x01\n")
    whole = gzip.compress(b"case,at,team\n" + b"I1,2024-01-01,A\n" * 500)
    (folder / "truncated.csv.gz").write_bytes(whole[: len(whole) // 2])
    (folder / "entity.xes").write_text(
        '<?xml version="1.0"?><!DOCTYPE log [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
        '<log xes.version="1.0"><trace><string key="concept:name" value="&secret;"/></trace></log>',
        "utf-8",
    )
    (folder / "empty.csv").write_bytes(b"")
    header_in_row_three(folder / "header.xlsx")


def header_in_row_three(file: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("List")
        sheet.write(0, 0, "Extract of the help desk")
        for row, values in enumerate([("Foo", "Bar", "Baz"), (1, 2, 3), (4, 5, 6)], 2):
            sheet.write_row(row, 0, values)


def test_broken_files_are_named_one_by_one_and_the_good_one_is_audited(tmp_path: Path) -> None:
    given = export(tmp_path / "given")
    broken_files(given)
    done = ringtrue("audit", given, "--out", tmp_path / "audit")
    assert done.returncode == 2, done.stderr
    for name in ("wrong-encoding.csv", "truncated.csv.gz", "entity.xes", "empty.csv", "header.xlsx"):
        (message,) = [line for line in done.stderr.splitlines() if line.startswith(f"Not read: {name}")]
        assert "Expected" in message
    assert "Traceback" not in done.stderr
    assert (tmp_path / "audit" / "reports" / "report.html").exists()
    (run,) = (one for one in (tmp_path / "audit" / "runs").iterdir() if one.is_dir())
    results = json.loads((run / "results.json").read_text("utf-8"))
    (good,) = [source for source in results["sources"] if source["file"] == "case_events.csv"]
    assert good["rows"] == good["loaded"] > 0
    assert len([source for source in results["sources"] if source["error"]]) == 5


def test_json_is_for_machines_and_the_exit_code_tells_of_leads(tmp_path: Path) -> None:
    done = ringtrue("audit", export(tmp_path / "given"), "--out", tmp_path / "audit", "--json")
    results = json.loads(done.stdout)
    assert results["schema"] == "ringtrue/results/1"
    leads = sum(len(procedure["leads"]) for procedure in results["procedures"])
    assert done.returncode == (1 if leads else 0), done.stderr


def test_a_path_that_does_not_exist_is_one_message(tmp_path: Path) -> None:
    done = ringtrue("audit", tmp_path / "nowhere.csv", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no such file" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_zip_with_two_members_is_refused_with_a_reason(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as packed:
        packed.writestr("a.csv", "id\n1\n")
        packed.writestr("b.csv", "id\n1\n")
    done = ringtrue("audit", tmp_path / "two.zip", "--out", tmp_path / "audit")
    assert done.returncode == 2
    assert "two.zip" in done.stderr


def test_the_same_folder_can_be_audited_again_with_a_corrected_mapping(tmp_path: Path) -> None:
    tickets = tmp_path / "tickets.csv"
    rows = "\n".join(f"T{n};{n % 28 + 1:02}.03.2024 10:00;Team {n % 3};Neu" for n in range(40))
    tickets.write_text(f"Ticketnummer;Erstellt am;Zuständiges Team;Status\n{rows}\n", "utf-8")
    first = ringtrue("audit", tickets, "--out", tmp_path / "audit")
    assert first.returncode in (0, 1), first.stderr
    (mapping,) = (tmp_path / "audit" / "mappings").glob("*.toml")
    text = mapping.read_text("utf-8")
    assert "Zuständiges Team" in text
    mapping.write_text(text.replace('team = "Zuständiges Team"', 'site = "Zuständiges Team"'), "utf-8")
    again = ringtrue("audit", tmp_path / "audit", "--json")
    assert again.returncode in (0, 1), again.stderr
    assert "Traceback" not in again.stderr


def test_lists_name_what_there_is() -> None:
    assert "flow.ping-pong" in ringtrue("list", "procedures").stdout
    assert "servicenow" in ringtrue("list", "importers").stdout
    assert "iso20000-1:2018+amd1:2024" in ringtrue("list", "criteria").stdout
    assert json.loads(ringtrue("list", "procedures", "--json").stdout)[0]["settings"]


@pytest.mark.slow
def test_no_pandas_and_no_pyarrow_at_run_time(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom ringtrue import api\n"
        f"api.audit([Path({str(export(tmp_path / 'given'))!r})], Path({str(tmp_path / 'audit')!r}))\n"
        "print(sorted({'pandas', 'pyarrow'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
