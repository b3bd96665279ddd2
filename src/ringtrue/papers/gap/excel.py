"""Readiness as a workbook: the overview, every clause, the plan to fill in, what was seen, and the evidence with its hashes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ringtrue.method.readiness import (
    GROUPS,
    LEVEL_MEANINGS,
    LEVEL_NAMES,
    LEVELS,
    ORDER,
    Level,
    Readiness,
)
from ringtrue.papers.gap.gather import Gap
from ringtrue.papers.gap.pack import Piece
from ringtrue.papers.gap.wording import NO_GRADE, attributions, saw_lines, spoken, told_lines
from ringtrue.reports.excel.book import Book, SheetColumn, Value
from ringtrue.reports.excel.column import Marked
from ringtrue.reports.language import Words, words
from ringtrue.reports.parts import Colour
from ringtrue.reports.text import capital, plain

COLOURS: dict[Level, Colour] = {"nothing": "against", "described": "open", "done": "open", "checked": "for"}
STATES = ("open", "in progress", "closed")


def write_excel(gap: Gap, pieces: Sequence[Piece], out: Path, language: str) -> None:
    """Write the workbook."""
    told = words(language)
    audit = gap.results.audit
    with Book(out, told) as book:
        book.about(kind="gap", audit=plain(audit.title, 200), run=gap.results.run, language=language)
        _overview(book, gap, told)
        _clauses(book, gap, told)
        _plan(book, gap, told)
        _seen(book, gap, told)
        _evidence(book, gap, pieces, told)
        if gap.refused:
            _refused(book, gap, told)


def _overview(book: Book, gap: Gap, told: Words) -> None:
    columns = [
        SheetColumn(title=told("Level"), width=22),
        SheetColumn(title=told("Clauses"), width=10, number="0"),
        SheetColumn(title=told("What it means"), width=100, wrap=True),
    ]
    several = len(gap.criteria) > 1
    for place, one in enumerate(gap.criteria):
        own = [each.level for each in gap.clauses if each.criteria == one.id]
        counted = Counter(own)
        rows: list[list[Value]] = [
            [Marked(told(LEVEL_NAMES[level]), COLOURS[level]), counted[level], told(LEVEL_MEANINGS[level])]
            for level in LEVELS
        ]
        name = told("Overview") + (f" {place + 1}" if several else "")
        notes = [told(NO_GRADE), *attributions([one], told)]
        book.sheet(
            name,
            columns=columns,
            rows=rows,
            title=f"{told('Readiness by clause')}: {told(plain(one.title, 100))}",
            note=notes,
            filter=False,
        )


def _clauses(book: Book, gap: Gap, told: Words) -> None:
    columns = [
        *_clause_columns(gap, told),
        SheetColumn(title=told("Level"), width=18),
        SheetColumn(title=told("What was seen"), width=48, wrap=True),
        SheetColumn(title=told("What is missing"), width=60, wrap=True),
        SheetColumn(title=told("What to give"), width=48, wrap=True),
        SheetColumn(title=told("Question to ask"), width=36, wrap=True),
        SheetColumn(title=told("Open leads"), width=10, number="0"),
        SheetColumn(title=told("Claims judged"), width=10, number="0"),
        SheetColumn(title=told("Claims without data"), width=12, number="0"),
        SheetColumn(title=told("Requirement"), width=60, wrap=True),
    ]
    rows = (_clause_row(gap, one, told) for one in gap.clauses)
    book.sheet(told("Clauses"), columns=columns, rows=rows, freeze_columns=len(_clause_columns(gap, told)))


def _clause_row(gap: Gap, one: Readiness, told: Words) -> list[Value]:
    row = one.row
    return [
        *_clause_cells(gap, one, told),
        Marked(told(LEVEL_NAMES[one.level]), COLOURS[one.level]),
        "\n".join(map(capital, saw_lines(one, told))),
        "\n".join(told_lines(one.missing, told)),
        "\n".join(told_lines(one.requests, told)),
        told(plain(one.clause.outcome_question, 300)),
        len(row.open_leads),
        len(row.by_data),
        sum(each.applies for each in row.not_judged),
        plain(one.clause.text, 2000) or capital(told(plain(one.clause.intent, 2000))),
    ]


def _clause_columns(gap: Gap, told: Words) -> list[SheetColumn]:
    several = [SheetColumn(title=told("Criteria"), width=24, wrap=True)] if len(gap.criteria) > 1 else []
    return [
        *several,
        SheetColumn(title=told("Clause"), width=10),
        SheetColumn(title=told("Title"), width=34, wrap=True),
    ]


def _clause_cells(gap: Gap, one: Readiness, told: Words) -> list[Value]:
    several = [told(plain(gap.titled(one.criteria), 100))] if len(gap.criteria) > 1 else []
    return [*several, plain(one.clause.id, 40), told(plain(one.clause.title, 160))]


def _plan(book: Book, gap: Gap, told: Words) -> None:
    columns = [
        SheetColumn(title=told("Rank"), width=8, number="0"),
        *_clause_columns(gap, told),
        SheetColumn(title=told("Why it stands here"), width=30, wrap=True),
        SheetColumn(title=told("What to do"), width=70, wrap=True),
        SheetColumn(title=told("Owner"), width=20),
        SheetColumn(title=told("Due"), width=12, date=True),
        SheetColumn(title=told("State"), width=14, choices=tuple(map(told, STATES))),
    ]
    rows = (
        [
            step.place,
            *_clause_cells(gap, step.readiness, told),
            told(GROUPS[step.group]),
            "\n".join(told_lines(step.to_do, told)),
            None,
            None,
            told(STATES[0]),
        ]
        for step in gap.plan
    )
    book.sheet(told("Plan"), columns=columns, rows=rows, note=told(ORDER))


def _seen(book: Book, gap: Gap, told: Words) -> None:
    columns = [
        *_clause_columns(gap, told),
        SheetColumn(title=told("Tells"), width=22),
        SheetColumn(title=told("What"), width=50, wrap=True),
        SheetColumn(title="n", width=10, number="#,##0"),
        SheetColumn(title=told("From the files"), width=50, wrap=True),
    ]
    rows = (cells for one in gap.clauses for cells in _seen_rows(gap, one, told))
    note = told(
        "Everything that was counted for a clause, also where there was none. Rows are those of all that was imported."
    )
    book.sheet(told("What was seen"), columns=columns, rows=rows, note=note)


def _seen_rows(gap: Gap, one: Readiness, told: Words) -> Iterator[list[Value]]:
    head = _clause_cells(gap, one, told)
    meant, done = told("how it is meant"), told("that it is done")
    seen = one.seen
    yield [*head, meant, f"{told('Documents that name it')}: {_ids(seen.documents)}", len(seen.documents), ""]
    yield [*head, meant, f"{told('Controls that name it')}: {_ids(seen.controls)}", len(seen.controls), ""]
    if seen.controls:
        yield [*head, done, told("Records of these controls"), seen.control_records, ""]
    for kind, counted in ((meant, seen.described), (done, seen.shown)):
        for each in counted:
            yield [
                *head,
                kind,
                spoken(each.meant, told),
                each.n,
                ", ".join(plain(file, 120) for file in each.files[:20]),
            ]
    for judged in one.row.by_data:
        kind = told("judged by data")
        yield [*head, kind, told(plain(judged.title, 300)), judged.judged, plain(judged.procedure, 60)]


def _ids(ids: Sequence[str]) -> str:
    shown = ", ".join(plain(id, 40) for id in ids[:20])
    return f"{shown}, …" if len(ids) > 20 else shown or "–"


def _evidence(book: Book, gap: Gap, pieces: Sequence[Piece], told: Words) -> None:
    several = len(gap.criteria) > 1
    columns = [
        *([SheetColumn(title=told("Criteria"), width=24, wrap=True)] if several else []),
        SheetColumn(title=told("Clause"), width=10),
        SheetColumn(title=told("Kind"), width=16),
        SheetColumn(title=told("File"), width=60),
        SheetColumn(title="SHA-256", width=68),
    ]
    rows = (
        [
            *([told(plain(gap.titled(one.criteria), 100))] if several else []),
            one.clause,
            told(one.what),
            plain(one.path, 300),
            one.sha256,
        ]
        for one in pieces
    )
    note = told(
        "Paths are inside the audit folder. The page of the evidence pack links to each file, clause by clause, with the same hashes."
    )
    book.sheet(told("Evidence"), columns=columns, rows=rows, note=note)


def _refused(book: Book, gap: Gap, told: Words) -> None:
    columns = [
        SheetColumn(title=told("Kind"), width=14),
        SheetColumn(title=told("Id"), width=18),
        SheetColumn(title=told("Clause named"), width=24),
        SheetColumn(title=told("Why it does not count"), width=90, wrap=True),
    ]
    rows = (
        [told(one.kind), plain(one.id, 80), plain(one.text, 120), told(plain(one.reason))]
        for one in gap.refused
    )
    note = told(
        "These name clauses by the numbers of an edition that was withdrawn. They do not count for any clause until they are renumbered."
    )
    book.sheet(told("References refused"), columns=columns, rows=rows, note=note)
