"""What was not judged, or only in part, and what to ask the auditee for."""

import re

from ringtrue.model.result import ProcedureResult, Results
from ringtrue.reports.names import items
from ringtrue.reports.numbers import count, plural, share
from ringtrue.reports.parts import Cell, Column, Request, Silence, Table, Term
from ringtrue.reports.text import capital, plain, sentence
from ringtrue.reports.working_papers import RunFolder, Untestable

_NOT_GIVEN = re.compile(r"(?:^|; )([a-z][a-z ]*) were not given(?=;|$)")
"""How a result says that it waits for a whole table."""

_UNASKED = "Nothing that could be asked for is stated"

MOST_REASONS = 3
"""Reasons that a row names; the most frequent come first."""


def silence(results: Results, run: RunFolder) -> Silence:
    """Requests for claims without data enough, claims judged in part, claims that do not apply."""
    partly = [one for one in results.procedures if one.result in ("lead", "no_lead") and one.untestable]
    absent = [one for one in results.procedures if one.result == "not_applicable"]
    return Silence(
        requests=requests(results),
        partly=_partly(partly, run) if partly else None,
        not_applicable=_not_applicable(absent) if absent else None,
    )


def requests(results: Results) -> tuple[Request, ...]:
    """What to ask for, each thing once with all the claims that wait for it; what most claims wait for comes first."""
    waiting: dict[str, list[ProcedureResult]] = {}
    for one in results.procedures:
        if one.result == "insufficient_data":
            waiting.setdefault(plain(one.request).strip() or _UNASKED, []).append(one)
    ordered = sorted(waiting.items(), key=lambda pair: (pair[0] == _UNASKED, -len(pair[1])))
    return tuple(
        Request(
            text=sentence(capital(text)),
            claims=tuple(Term(name=plain(o.title, 300), text=_why(o)) for o in own),
        )
        for text, own in ordered
    )


def unlocking(results: Results) -> tuple[tuple[int, str], ...]:
    """What would let most claims be judged: the tables that were not given, else what to ask for, each with how many claims wait for it.

    A claim counts with each table that it waits for, and the most come first.
    """
    waiting: dict[str, int] = {}
    for one in results.procedures:
        if one.result == "insufficient_data":
            tables = [capital(found) for found in _NOT_GIVEN.findall(plain(one.why or ""))]
            for text in tables or [sentence(capital(plain(one.request).strip() or _UNASKED))]:
                waiting[text] = waiting.get(text, 0) + 1
    ordered = sorted(waiting.items(), key=lambda pair: (pair[0].startswith(_UNASKED), -pair[1]))
    return tuple((n, text) for text, n in ordered)


def _why(one: ProcedureResult) -> str:
    return plain(one.why or "no reason is given", 300)


def _partly(partly: list[ProcedureResult], run: RunFolder) -> Table:
    columns = tuple(Column(title=title) for title in ("Claim", "Not judged", "Why not", "Ask for"))
    rows = tuple(_partly_row(one, run) for one in sorted(partly, key=lambda one: one.coverage or 0))
    return Table(
        caption="Claims judged in part, those with the least coverage first", columns=columns, rows=rows
    )


def _partly_row(one: ProcedureResult, run: RunFolder) -> tuple[Cell, ...]:
    found = run.untestable(one.judged_table)
    reasons = [_reason(reason) for reason in found[:MOST_REASONS]]
    if len(found) > MOST_REASONS:
        reasons.append(f"{plural(len(found) - MOST_REASONS, 'further reason')} in the judged table")
    coverage = f"{share(one.coverage)} judged" if one.coverage is not None else ""
    return (
        Cell(text=plain(one.title, 300)),
        Cell(
            text=f"{count(one.untestable)} of {count(one.population)} {items(one.item_kind)}", note=coverage
        ),
        Cell(text=capital(";\n".join(reasons)) or "The judged table says it record by record"),
        Cell(text=capital(plain(one.request)) or "–"),
    )


def _reason(found: Untestable) -> str:
    named = ", ".join(plain(item.replace("|", " / "), 60) for item in found.first)
    more = f" and {count(found.n - len(found.first))} more" if found.n > len(found.first) else ""
    return f"{plain(found.reason, 200) or 'no reason is given'}: {named}{more}"


def _not_applicable(absent: list[ProcedureResult]) -> Table:
    rows = tuple((Cell(text=plain(one.title, 300)), Cell(text=capital(_why(one)))) for one in absent)
    return Table(
        caption="Claims that do not apply", columns=(Column(title="Claim"), Column(title="Why")), rows=rows
    )
