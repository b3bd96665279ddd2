"""The records behind a lead, so that a figure leads to its rows in one step."""

from collections.abc import Sequence

from ringtrue.model.result import Lead
from ringtrue.reports.names import items, spaced
from ringtrue.reports.numbers import amount, count, named_unit
from ringtrue.reports.parts import Cell, Column, Records, Table
from ringtrue.reports.text import capital, plain
from ringtrue.reports.working_papers import Record, deciding
from ringtrue.tables.wording import value_in_words

FIRST_RECORDS = 25
MOST_COLUMNS = 5
LONGEST_VALUE = 160


def records(
    lead: Lead, first: Sequence[Record], kept: int | None, file: str, worst: Sequence[str] = ()
) -> Records:
    """The first records of a lead and where the others are. ``kept`` is how many the working papers hold.

    ``worst`` is by what the first are the worst; a value that none of them has decided nothing.
    """
    if not first:
        told = f"{count(lead.records)} records behind it, which the working papers of this run do not hold."
        return Records(
            summary=told if lead.records else "No single records stand behind it.",
            first=None,
            file="",
            note="",
        )
    total = kept or len(first)
    kind = items(first[0].item_kind) if total != 1 else spaced(first[0].item_kind) or "item"
    names = _names(first, worst)
    order = _order(first, worst)
    notes = [
        _which(len(first), total, order),
        f"{count(len(names) - MOST_COLUMNS)} further values are in the file."
        if len(names) > MOST_COLUMNS
        else "",
        _unlike(lead.records, total),
    ]
    return Records(
        summary=f"{count(total)} {kind} behind it",
        first=_table(first, names[:MOST_COLUMNS], f"{capital(kind)} behind the lead"),
        file=file,
        note=" ".join(note for note in notes if note),
        order=order,
    )


def _which(shown: int, total: int, order: str) -> str:
    if total <= shown:
        return ""
    return f"The {'worst' if order else 'first'} {count(shown)} of {count(total)}{order and f', {order}'}."


def _order(first: Sequence[Record], worst: Sequence[str]) -> str:
    """By what the records are sorted, in words; empty where nothing that they show decides."""
    for name, end in deciding(worst):
        if any(record.shown.get(name) is not None for record in first):
            return f"by “{_title(name)}”, the {'largest' if end == 'most' else 'smallest'} first"
    return ""


def _unlike(told: int, kept: int) -> str:
    if told == kept:
        return ""
    return f"The results speak of {count(told)} records, the working papers hold {count(kept)}: run the audit again."


def _names(first: Sequence[Record], worst: Sequence[str]) -> list[str]:
    """The names of the values shown in their order; what decides which are worst is never beyond the last column."""
    found: dict[str, None] = {}
    for record in first:
        found.update(dict.fromkeys(map(str, record.shown)))
    names = list(found)
    beyond = [name for name, _ in deciding(worst) if name in names[MOST_COLUMNS:]]
    kept = [name for name in names if name not in beyond]
    place = MOST_COLUMNS - len(beyond)
    return [*kept[:place], *beyond, *kept[place:]]


def _table(first: Sequence[Record], names: Sequence[str], caption: str) -> Table:
    titles = list(map(_title, names))
    columns = (
        Column(title=capital(spaced(first[0].item_kind)) or "Item"),
        Column(title="Reason"),
        *(
            Column(title=title, number=_counted(first, name))
            for title, name in zip(titles, names, strict=True)
        ),
        Column(title="Source file"),
        Column(title="Row", number=True),
    )
    return Table(caption=caption, columns=columns, rows=tuple(_row(record, names) for record in first))


def _title(name: str) -> str:
    return capital(plain(named_unit(name)[0], 40))


def _counted(first: Sequence[Record], name: str) -> bool:
    """Whether a value is a number wherever it is known, so that each language writes it in its own way."""
    known = [value for record in first if (value := record.shown.get(name)) is not None]
    return bool(known) and all(isinstance(one, int | float) and not isinstance(one, bool) for one in known)


def _row(record: Record, names: Sequence[str]) -> tuple[Cell, ...]:
    values = [Cell(text=plain(_text(name, record.shown.get(name)), LONGEST_VALUE)) for name in names]
    row = "–" if record.source_row is None else count(record.source_row)
    return (
        Cell(text=plain(record.item, 120), code=True),
        Cell(text=plain(record.reason, 200)),
        *values,
        Cell(text=plain(record.source_file or "–", 120)),
        Cell(text=row),
    )


def _text(name: str, value: object) -> str:
    if isinstance(value, int | float):
        return amount(value, named_unit(name)[1])
    if value is None:
        return "–"
    if isinstance(value, list | tuple):
        return ", ".join(value_in_words(str(one)) for one in value)
    return ", ".join(map(value_in_words, str(value).split(", ")))
