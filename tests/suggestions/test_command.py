"""``ringtrue suggest`` proposes for what has no link and no kind, writes a file, and changes no table."""

import csv
from pathlib import Path

from tests.cli.process import ringtrue

NEEDS = "id,service,statement\nN1,mail,Letters reach customers on the same day\nN2,mail,Nobody else reads our letters\nN3,mail,A need with its requirement\n"
REQUIREMENTS = (
    "id,service,statement,needs\nR1,mail,99 percent of letters reach customers on the same day,\n"
    "R2,mail,Letters are encrypted so that nobody else reads them,\nR3,mail,Something else,N3\n"
)
MEASURES = "id,service,name,kind\nM1,mail,number of letters handled,\nM2,mail,letters that reach customers on the day,outcome\n"


def audited(folder: Path) -> Path:
    (folder / "exports").mkdir()
    for name, text in {"needs": NEEDS, "requirements": REQUIREMENTS, "measures": MEASURES}.items():
        (folder / "exports" / f"{name}.csv").write_text(text, "utf-8")
    ringtrue("import", folder / "exports", "--out", folder / "audit")
    return folder / "audit"


def test_the_likeliest_links_and_kinds_come_first_and_nothing_is_changed(tmp_path: Path) -> None:
    audit = audited(tmp_path)
    before = {file.name: file.read_bytes() for file in (audit / "tables").iterdir()}
    done = ringtrue("suggest", audit)
    assert done.returncode == 0, done.stderr
    with (audit / "suggestions.csv").open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    first = {(row["from"], row["to_kind"]): row["to"] for row in rows if row["rank"] == "1"}
    assert first["N1", "requirement"] == "R1"
    assert first["N2", "requirement"] == "R2"
    assert first["R1", "measure"] == "M2"
    assert first["M1", "kind"] == "activity"
    assert ("N3", "requirement") not in first and ("M2", "kind") not in first
    assert {file.name: file.read_bytes() for file in (audit / "tables").iterdir()} == before


def test_a_folder_without_tables_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_text('[audit]\ntitle = "x"\n', "utf-8")
    assert ringtrue("suggest", tmp_path).returncode == 2
