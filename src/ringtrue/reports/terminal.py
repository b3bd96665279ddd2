"""A run's results for people at a terminal: answers, the leads to look at first, what to ask for, where the files are."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from shlex import quote
from textwrap import wrap
from typing import TYPE_CHECKING

from ringtrue.model.result import QUESTIONS, Results
from ringtrue.reports.numbers import count, plural
from ringtrue.reports.sections.front import question_cards, summary, unread
from ringtrue.reports.sections.silence import unlocking
from ringtrue.reports.text import capital, period, plain
from ringtrue.reports.weight import in_order
from ringtrue.reports.words import HEADING, SHORT
from ringtrue.tables.wording import in_words

if TYPE_CHECKING:
    from rich.console import Console

MOST_LEADS, MOST_REQUESTS, FEW_REQUESTS = 15, 5, 3

_STYLES = {"against": "red", "for": "green", "open": "yellow", "": ""}

Line = tuple[str, str, str]
"""What stands before a line, the line, and the style of what stands before it."""


def show(results: Results, files: Mapping[str, Path], console: "Console | None" = None) -> None:
    """Print the results. ``files`` are named at the end: what each is, and its path.

    Plain text without colours or cutting where the output is no terminal; on a terminal each lead takes one line, and its id, as a
    shell takes it, one below.
    """
    from rich.console import Console

    out = console or Console(highlight=False, markup=False, emoji=False)
    _heading(out, results)
    _answers(out, results)
    _leads(out, results)
    _requests(out, results)
    _print(out, "Files", [(name, str(path), "") for name, path in files.items()])


def _heading(out: "Console", results: Results) -> None:
    audit = results.audit
    whose = f"{plain(audit.organisation, 120)}, " if audit.organisation else ""
    _say(out, f"{HEADING} {plain(audit.title, 160)}", "bold")
    _say(out, f"{whose}audit period {period(audit.period, audit.records)}")
    _say(out, "")
    _say(out, summary([question.answer for question in results.questions]))
    for text in unread(results):
        _say(out, text, "red")


def _answers(out: "Console", results: Results) -> None:
    cards = question_cards(results)
    lines = [
        (
            card.answer,
            f"{card.question} {f'({card.leads})' if card.leads else ''}".strip(),
            _STYLES[card.colour],
        )
        for card in cards
    ]
    _print(out, "", lines)


def _leads(out: "Console", results: Results) -> None:
    order = in_order(results)
    question = {lead.id: one.question for one in results.procedures for lead in one.leads}
    first = order[:MOST_LEADS]
    lines = [(_short(question[lead.id]), in_words(plain(lead.statement, 400)), "red") for lead in first]
    if not lines:
        _say(out, "\nNo leads in what could be judged.")
        return
    head = f"{capital(plural(len(order), 'lead'))}, those to look at first at the top"
    _print(out, head, lines, one_line=True, below=[quote(plain(lead.id, 300)) for lead in first])
    if len(order) > MOST_LEADS:
        _say(out, f"and {count(len(order) - MOST_LEADS)} more in the report")
    _say(
        out,
        "Go on with a lead by its id: ringtrue sample AUDIT ID, ringtrue finding AUDIT --from ID, ringtrue disposition AUDIT ID",
    )


def _short(question: str) -> str:
    return SHORT.get(question, question) if question in QUESTIONS else plain(question, 20)


def _requests(out: "Console", results: Results) -> None:
    """How many claims wait for data, and the few things that most of them wait for."""
    waiting = sum(one.result == "insufficient_data" for one in results.procedures)
    if not waiting:
        return
    wanted = unlocking(results)
    shown = [one for one in wanted[:MOST_REQUESTS] if one[0] > 1] or list(wanted[:FEW_REQUESTS])
    head = (
        f"{count(waiting)} of {plural(len(results.procedures), 'claim')} had too little data. Most wait for"
    )
    _print(out, head, [(plural(n, "claim"), in_words(text), "yellow") for n, text in shown])
    if len(wanted) > len(shown):
        _say(out, "The report says of each claim what to ask for.")


def _print(
    out: "Console", head: str, lines: list[Line], one_line: bool = False, below: Sequence[str] = ()
) -> None:
    """Lines under a head, what stands before each in a column of its own; below each what is never cut."""
    from rich.text import Text

    if not lines:
        return
    _say(out, f"\n{head}" if head else "", "bold")
    wide = max(len(before) for before, _, _ in lines)
    for (before, text, style), beneath in zip(lines, below or [""] * len(lines), strict=True):
        text = text.replace("\n", " ").replace("\t", " ")
        told = _fitted(text, max(out.width - wide - 5, 20), one_line) if out.is_terminal else [text]
        first = Text.assemble("  ", (before.ljust(wide), style), "  ", told[0])
        out.print(first, soft_wrap=True)
        for more in told[1:]:
            out.print(Text(f"{' ' * (wide + 4)}{more}"), soft_wrap=True)
        if beneath:
            out.print(Text(f"{' ' * (wide + 4)}{beneath}", style="dim"), soft_wrap=True)


def _fitted(text: str, room: int, one_line: bool) -> list[str]:
    """The text in lines that fit, or its beginning on one line."""
    if one_line:
        return [text if len(text) <= room else f"{text[: room - 1].rstrip()}…"]
    return wrap(text, room, break_on_hyphens=False) or [""]


def _say(out: "Console", text: str, style: str = "") -> None:
    from rich.text import Text

    out.print(Text(text, style=style), soft_wrap=not out.is_terminal)
