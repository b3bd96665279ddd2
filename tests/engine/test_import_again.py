"""An export that is imported again, its mapping as the import wrote it, gives the same bytes: nothing that was assumed is forgotten."""

from pathlib import Path

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder

CHANGES = """number,type,short_description,sys_created_on,start_date,work_start,work_end,business_service,sys_id,close_code
CHG0001,normal,Patch,31/07/2026 08:00:00,31/07/2026 09:00:00,31/07/2026 09:00:00,31/07/2026 10:00:00,mail,a1,successful
CHG0002,normal,Patch,30/07/2026 08:00:00,30/07/2026 09:00:00,30/07/2026 09:00:00,30/07/2026 10:00:00,mail,a2,successful
"""
ANSWERS = """id,case,service,role,score,answered_at
S1,C1,mail,user,4,2026-07-01T10:00:00Z
S2,C2,mail,user,n/a,2026-07-02T10:00:00Z
S3,C3,mail,user,5,2026-07-03T10:00:00Z
"""


def imported(tmp_path: Path) -> AuditFolder:
    given = tmp_path / "given"
    given.mkdir(exist_ok=True)
    (given / "change_request.csv").write_text(CHANGES, "utf-8")
    (given / "survey_responses.csv").write_text(ANSWERS, "utf-8")
    return api.import_sources([given], tmp_path / "audit").folder


def contents(folder: AuditFolder) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.tables.iterdir()}


def test_a_second_import_says_what_the_first_one_said_to_the_byte(tmp_path: Path) -> None:
    folder = imported(tmp_path)
    first = contents(folder)
    assert b"means no value" in first["tables.json"]
    assert b"dates are read as day, month, year" in first["tables.json"]
    assert contents(imported(tmp_path)) == first


def test_a_mapping_that_somebody_changed_is_used_as_it_stands(tmp_path: Path) -> None:
    place = imported(tmp_path).mapping_of("survey_responses.csv")
    place.write_text(place.read_text("utf-8").replace('service = "service"\n', ""), "utf-8")
    again = imported(tmp_path)
    assert "service" not in api.read_about(again.tables)["given"]["survey_responses"]
    assert 'service = "service"' not in place.read_text("utf-8")


def test_a_word_of_somebody_in_a_mapping_is_never_overwritten(tmp_path: Path) -> None:
    place = imported(tmp_path).mapping_of("change_request.csv")
    text = place.read_text("utf-8") + "\n# checked by the auditor\n"
    place.write_text(text, "utf-8")
    imported(tmp_path)
    assert place.read_text("utf-8") == text
