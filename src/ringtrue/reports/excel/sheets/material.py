"""What the sheets are made of: the results, the run's files, the words, the names of things."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ringtrue.model.entry import Entry
from ringtrue.model.result import Lead, ProcedureResult, Results
from ringtrue.reports.excel.judged import RunRows
from ringtrue.reports.excel.split import Piece
from ringtrue.reports.language import Words
from ringtrue.reports.names import safe_name, service_names
from ringtrue.reports.weight import in_order
from ringtrue.reports.working_papers import RunFolder

RECORDS = "leads.parquet"
ISSUES = "load_issues.parquet"


@dataclass(frozen=True)
class Material:
    """One run, read once."""

    results: Results
    run: RunFolder
    rows: RunRows
    words: Words
    entries: tuple[Entry, ...]
    counts: Mapping[str, int]
    """The rows of each large table: the judged ones by procedure, ``RECORDS`` and ``ISSUES``."""
    pieces: tuple[Piece, ...]
    main: str
    """The name of the main workbook."""

    @cached_property
    def services(self) -> dict[str, str]:
        """The names of the services by their ids."""
        return service_names(self.results)

    @cached_property
    def leads(self) -> tuple[tuple[ProcedureResult, Lead], ...]:
        """Every lead with its procedure, in the order of reading."""
        own = {lead.id: one for one in self.results.procedures for lead in one.leads}
        return tuple((own[lead.id], lead) for lead in in_order(self.results))

    @cached_property
    def record_counts(self) -> dict[str, int]:
        """How many records stand behind each lead."""
        return self.run.record_counts()

    @cached_property
    def record_rows(self) -> dict[str, int]:
        """The place (from 0) of the first record of each lead among all records."""
        places, place = {}, 0
        for lead in sorted(self.record_counts):
            places[lead] = place
            place += self.record_counts[lead]
        return places

    def service(self, id: str | None) -> str:
        """A service's name, or its id where none is known."""
        return self.services.get(id or "", id or "")

    def book_name(self, number: int) -> str:
        """The place of a workbook beside the main one: those with the rest of the large tables never hold another run's."""
        stem, dot, suffix = self.main.rpartition(".")
        return (
            self.main
            if number == 0
            else f"rows/{safe_name(self.results.run)}/{stem}-{number + 1}{dot}{suffix}"
        )

    def further_names(self) -> list[str]:
        """The places of the further workbooks."""
        return [self.book_name(number) for number in sorted({piece.book for piece in self.pieces}) if number]

    def has_sheet(self, procedure: str) -> bool:
        """Whether a procedure has judged rows, and hence a sheet."""
        return self.counts.get(procedure, 0) > 0

    def first_piece(self, table: str) -> Piece:
        """The rows of a large table that stand in the main workbook."""
        return next(piece for piece in self.pieces if piece.table == table and piece.book == 0)
