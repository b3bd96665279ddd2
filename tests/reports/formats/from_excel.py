"""The working papers read back as the results that they were made of, and what lies beside these."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from ringtrue.model.result import QUESTIONS, ClauseResult, Fact, Lead, ProcedureResult, Results, SourceResult
from ringtrue.reports.outline import Outline, outline
from ringtrue.reports.parts import LeadBlock, Term
from ringtrue.reports.words import ANSWERS
from ringtrue.reports.working_papers import IssueGroup, Record, RunFolder, Untestable
from tests.reports.excel.opened import Grid, about, sheets
from tests.reports.formats.blank import blank

Row = dict[str, Any]

LIMITS = ("Compared with", "Limit of chance and spread")
"""What the sheet of the leads gives in a column of its own."""


class Book:
    """A workbook, read once."""

    def __init__(self, path: Path) -> None:
        self._about = about(path)
        self.grids: dict[str, Grid] = sheets(path)

    def rows(self, name: str) -> list[Row]:
        """The rows below the headings of a sheet; none where there is no such sheet."""
        if name not in self.grids:
            return []
        heading = int(self._about[f"heading row: {name}"]) - 1
        grid = self.grids[name]
        return [dict(zip(grid[heading], row, strict=True)) for row in grid[heading + 1 :] if any(cell != "" for cell in row)]  # fmt: skip

    @cached_property
    def leads(self) -> list[Row]:
        """The sheet of the leads."""
        return self.rows("Leads")


def retold(original: Results, run: Path, file: Path) -> Outline:
    """The outline of what the workbook tells. Names are the original's; every number is the workbook's."""
    book = Book(file)
    drawn = outline(results(original, book), Papers(run, book))
    notes = [str(row[0]).split(": ", 1) for row in book.grids["Overview"][1:9]]
    terms = tuple(Term(name=note[0], text=note[1]) for note in notes if len(note) == 2)
    title = replace(drawn.title, about=terms[: len(drawn.title.about)])
    title = replace(title, audit=str(book.grids["Overview"][0][0]).removeprefix("Working papers: "))
    return replace(drawn, title=title, leads=tuple(_with_numbers(one, book) for one in drawn.leads))


def _with_numbers(given: Any, book: Book) -> Any:
    """Leads with the further numbers that the sheet of the leads gives as words."""
    rows = {row["Lead"]: row for row in book.leads}

    def told(one: LeadBlock) -> LeadBlock:
        own = [term for term in one.numbers if term.name not in LIMITS]
        lines = [line.split(": ", 1) for line in rows[one.id]["Further numbers"].split("\n") if line]
        return replace(one, numbers=(*own, *(Term(name=name, text=text) for name, text in lines)))

    return replace(given, procedures=tuple(replace(claim, leads=tuple(map(told, claim.leads))) for claim in given.procedures))  # fmt: skip


def results(original: Results, book: Book) -> Results:
    """The results of the workbook."""
    spoilt: Results = blank(original)
    questions = {row["Asked"]: row for row in book.rows("Questions")}
    services = {row["Id"]: row for row in book.rows("Services")}
    of_service = {row["Service"]: [one["Lead"] for one in book.leads if one["Service"] == row["Service"]] for row in services.values()}  # fmt: skip
    sources = {row["Source file"]: row for row in book.rows("Sources")}
    return replace(
        spoilt,
        sources=tuple(_source(one, sources[one.file], book) for one in spoilt.sources),
        procedures=tuple(_procedure(one, book) for one in spoilt.procedures),
        facts=tuple(
            _fact(one, row)
            for one, row in zip(spoilt.facts, (row for row in book.rows("Facts") if not row["Procedure"]), strict=True)
        ),
        services=tuple(
            replace(one, name=original.services[place].name, leads=tuple(of_service[services[one.id]["Service"]]))
            for place, one in enumerate(spoilt.services)
        ),
        clauses=tuple(
            _clause(one, row) for one, row in zip(spoilt.clauses, book.rows("Clauses"), strict=True)
        ),
        questions=tuple(
            replace(
                one,
                why=questions[QUESTIONS[one.id]]["Why"],
                answer=next(key for key, said in ANSWERS.items() if said[0] == questions[QUESTIONS[one.id]]["Answer"]),
            )
            for one in spoilt.questions
        ),
    )  # fmt: skip


def _none(value: Any) -> Any:
    return None if value == "" else value


def _whole(value: Any) -> Any:
    """A whole number, which stands as text where it is a link."""
    return None if value == "" else int(str(value).replace(",", "").removesuffix(".0"))


def _bounds(row: Row) -> Any:
    return None if row["Lower bound"] == "" else (row["Lower bound"], row["Upper bound"])


def _source(one: SourceResult, row: Row, book: Book) -> SourceResult:
    told = [line["Assumption"] for line in book.rows("Assumptions") if line["Source file"] == one.file]
    return replace(
        one, file=row["Source file"], sha256=row["SHA-256"], rows=_whole(row["Rows"]), loaded=_whole(row["Loaded"]),
        rejected=_whole(row["Rejected"]), issues=_whole(row["Issues"]), error=_none(row["Not read because"]), assumptions=tuple(told),
    )  # fmt: skip


def _procedure(one: ProcedureResult, book: Book) -> ProcedureResult:
    row = next(row for row in book.rows("Procedures") if row["Procedure"] == one.id)
    settings = [line for line in book.rows("Settings") if line["Procedure"] == one.id]
    facts = [line for line in book.rows("Facts") if line["Procedure"] == one.id]
    leads = {line["Lead"]: line for line in book.leads if line["Procedure"] == one.id}
    return replace(
        one, id=row["Procedure"], title=row["Claim"], why=row["Why"], request=row["Ask for"], disproof=row["What would refute its leads"],
        population=_whole(row["Population"]), judged=_whole(row["Judged"]), deviations=_whole(row["Deviations"]),
        untestable=_whole(row["Untestable"]), share=_none(row["Share"]), bounds=_bounds(row), confidence=row["Confidence"],
        coverage=_none(row["Coverage"]), clauses=tuple(filter(None, row["Clauses"].split("; "))),
        settings=tuple(replace(used, value=line["Value"]) for used, line in zip(one.settings, settings, strict=True)),
        facts=tuple(_fact(fact, line) for fact, line in zip(one.facts, facts, strict=True)),
        leads=tuple(_lead(lead, leads[lead.id]) for lead in one.leads),
    )  # fmt: skip


def _lead(one: Lead, row: Row) -> Lead:
    asked = [re.fullmatch(r"• [^:]+: (.*)", line) for line in row["Ask"].split("\n") if line]
    return replace(
        one, id=row["Lead"], statement=row["Statement"], estimate=_none(row["Value"]), bounds=_bounds(row), p_value=_none(row["p"]),
        q_value=_none(row["q"]), n=_whole(row["n"]), deviations=_whole(row["Deviations"]), records=_whole(row["Records"]),
        values={} if row["Limit"] == "" else {"limit": row["Limit"]},
        explanations=tuple(line.removeprefix("• ") for line in row["Explanations to check first"].split("\n") if line),
        ask=tuple(replace(ask, question=line[1]) for ask, line in zip(one.ask, asked, strict=True) if line),
    )  # fmt: skip


def _fact(one: Fact, row: Row) -> Fact:
    return replace(one, statement=row["Fact"], value=row["Value"], n=_whole(row["n"]), bounds=_bounds(row))


def _clause(one: ClauseResult, row: Row) -> ClauseResult:
    return replace(one, id=row["Clause"], title=row["Title"], leads=_whole(row["Leads"]))


class Papers(RunFolder):
    """What lies beside the results, from the sheets alone; no chart stands on one."""

    def __init__(self, path: Path, book: Book) -> None:
        super().__init__(path)
        self.book = book

    def charts(self) -> tuple[Any, ...]:
        return ()

    def sql(self, procedure: str) -> str | None:
        return next((row["SQL"] for row in self.book.rows("SQL") if row["Procedure"] == procedure), None)

    def record_counts(self) -> dict[str, int]:
        rows = sorted(row["Lead"] for row in self.book.rows("Records behind leads"))
        return {lead: len(list(own)) for lead, own in groupby(rows)}

    def records(
        self, leads: Sequence[str] | None = None, most: int | None = None, worst: Sequence[str] = ()
    ) -> Iterator[Record]:
        rows = map(_record, self.book.rows("Records behind leads"))
        for lead, own in groupby(rows, key=lambda record: record.lead):
            if leads is None or lead in leads:
                yield from sorted(own, key=lambda record: [_badness(record, one) for one in worst])[:most]

    def untestable(self, judged_table: str | None) -> tuple[Untestable, ...]:
        name = Path(judged_table or "").stem
        rows = [row for row in self.book.rows(name) if row["Verdict"] == "untestable"]
        rows.sort(key=lambda row: (row["Reason"], row["Source file"], row["Source row"], row["Item"]))
        found = [(reason, list(own)) for reason, own in groupby(rows, key=lambda row: str(row["Reason"]))]
        found.sort(key=lambda pair: (-len(pair[1]), pair[0]))
        return tuple(Untestable(reason=reason, n=len(own), first=tuple(str(row["Item"]) for row in own[:3])) for reason, own in found)  # fmt: skip

    def issues(self) -> tuple[IssueGroup, ...]:
        names = ("Source file", "Table", "Column", "Kind", "Then")
        rows = sorted(self.book.rows("Load issues"), key=lambda row: [row[name] for name in names])
        groups = [_group(key, list(own)) for key, own in groupby(rows, key=lambda row: [row[name] for name in names])]  # fmt: skip
        return tuple(sorted(groups, key=lambda one: (one.file, -one.n, one.table, one.column, one.kind)))

    def holds(self, judged_table: str | None) -> bool:
        return Path(judged_table or "").stem in self.book.grids


def _record(row: Row) -> Record:
    values = [part.split(": ", 1) for part in str(row["Values"]).removeprefix("'").split("; ") if ": " in part]  # fmt: skip
    return Record(
        lead=row["Lead"], item_kind=row["Kind of item"], item=row["Item"], service=_none(row["Service"]), reason=row["Reason"],
        source_file=_none(row["Source file"]), source_row=_whole(row["Source row"]),
        shown={name.replace(" ", "_"): _number(value) for name, value in values},
    )  # fmt: skip


def _badness(record: Record, told: str) -> float:
    """The place of a record by one value, as ``ProcedureResult.worst`` tells it; without the value, the last."""
    end, name = told.split(" ")
    value = record.shown.get(name)
    if not isinstance(value, float):
        return math.inf
    return -value if end == "most" else value


def _number(text: str) -> Any:
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def _group(key: list[str], rows: list[Row]) -> IssueGroup:
    first = min(rows, key=lambda row: row["Row"])
    return IssueGroup(
        file=key[0], table=_none(key[1]), column=_none(key[2]), kind=key[3], outcome=key[4], n=len(rows),
        expected=min(row["Expected"] for row in rows), example_row=_whole(first["Row"]), example_value=_none(first["Found"]),
    )  # fmt: skip
