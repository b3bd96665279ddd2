"""Writes the three of a gap analysis into ``papers/``: the workbook, the document, the evidence pack."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.model.criteria import Criteria
from ringtrue.model.result import Results
from ringtrue.papers.gap.excel import write_excel
from ringtrue.papers.gap.gather import Gap, gather
from ringtrue.papers.gap.pack import pieces, write_pack
from ringtrue.papers.gap.word import write_word


@dataclass(frozen=True, kw_only=True)
class GapWritten:
    """A gap analysis and where it was written."""

    gap: Gap
    workbook: Path
    document: Path
    pack: Path


def write_gap(
    folder: AuditFolder, results: Results, run: Path, criteria: Sequence[Criteria], language: str, memory: str
) -> GapWritten:
    """Compute the readiness by clause from a run, and write it."""
    gap = gather(folder, results, criteria, memory)
    name = "gap" if language == "en" else f"gap.{language}"
    written = GapWritten(
        gap=gap,
        workbook=folder.papers / f"{name}.xlsx",
        document=folder.papers / f"{name}.docx",
        pack=folder.papers / name.replace("gap", "gap-evidence", 1),
    )
    held = pieces(folder, gap, run)
    write_excel(gap, held, written.workbook, language)
    write_word(gap, written.document, language)
    write_pack(folder, gap, held, written.pack, language)
    return written
