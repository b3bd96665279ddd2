"""What an outline is made of: plain text in plain shapes, for any format to draw."""

from dataclasses import dataclass
from typing import Literal

from ringtrue.model.chart import Chart, Tone

Colour = Literal["against", "for", "open", ""]
"""How a format may mark an answer: against the claim, for it, not known, or not at all."""


class Said(str):
    """Somebody's own words, which no other language tells."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One field of a table: its text, a quieter second line, where it leads to."""

    text: str
    note: str = ""
    link: str = ""
    colour: Colour = ""
    code: bool = False


@dataclass(frozen=True, kw_only=True)
class Column:
    """The head of a column. ``number``: its fields are set flush right."""

    title: str
    number: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of cells under a caption that says what they are. The first cell of a row names it; ``note`` says what is left out."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Term:
    """A name and what is said of it."""

    name: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Key:
    """One mark of a chart, explained."""

    text: str
    tone: Tone
    dash: tuple[int, ...] = ()
    shape: Literal["line", "dot", "rule"] = "line"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A chart with what it shows, its marks, and the same in words."""

    chart: Chart
    title: str
    note: str
    keys: tuple[Key, ...]
    words: str


@dataclass(frozen=True, kw_only=True)
class TitlePage:
    """What is read first."""

    heading: str
    audit: str
    about: tuple[Term, ...]
    summary: str
    first: str
    first_link: str
    cautions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionCard:
    """One of the six questions with its answer and why."""

    id: str
    question: str
    answer: str
    colour: Colour
    leads: str
    why: str
    next_step: str
    link: str


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """Services by questions: the first of them, and the others."""

    first: Table
    others: Table | None
    note: str


@dataclass(frozen=True, kw_only=True)
class Records:
    """The records behind a lead: how many, the first of them, and the file that holds all.

    ``order``: by what the first are the worst; empty where they are simply the first.
    """

    summary: str
    first: Table | None
    file: str
    note: str
    order: str = ""


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What to check before a lead is believed, what would refute it, and whom to ask what."""

    explanations: tuple[str, ...]
    disproof: str
    ask: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class LeadBlock:
    """A lead in full. ``advice`` is there only where it differs from its procedure's."""

    id: str
    anchor: str
    statement: str
    about: str
    numbers: tuple[Term, ...]
    figures: tuple[Figure, ...]
    records: Records
    advice: Advice | None


@dataclass(frozen=True, kw_only=True)
class ProcedureBlock:
    """A procedure with leads: the claim, what was judged, its leads, and the SQL."""

    id: str
    title: str
    clauses: str
    judged: str
    figures: tuple[Figure, ...]
    leads: tuple[LeadBlock, ...]
    others: Table | None
    advice: Advice
    sql: str | None


@dataclass(frozen=True, kw_only=True)
class QuestionLeads:
    """All leads of one question."""

    id: str
    heading: str
    question: str
    note: str
    procedures: tuple[ProcedureBlock, ...]


@dataclass(frozen=True, kw_only=True)
class Request:
    """Something to ask the auditee for, and the claims that could then be judged."""

    text: str
    claims: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True)
class Silence:
    """What was not judged, or only in part."""

    requests: tuple[Request, ...]
    partly: Table | None
    not_applicable: Table | None


@dataclass(frozen=True, kw_only=True)
class Conformity:
    """Evidence by clause, apart from the six questions."""

    note: str
    clauses: Table | None
    without_evidence: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sources:
    """The files, what was assumed of each, and what was wrong in them."""

    summary: str
    files: Table
    assumptions: tuple[tuple[str, tuple[str, ...]], ...]
    issues: Table | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Procedures:
    """Every procedure with all its numbers, the settings used, and the SQL not shown with a lead."""

    by_question: tuple[Table, ...]
    settings: Table | None
    sql: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True)
class FindingBlock:
    """A finding in full: its grade, what is so, what is required and how far, its evidence, and the answer to it."""

    id: str
    anchor: str
    grade: str
    colour: Colour
    statement: str
    about: tuple[Term, ...]
    evidence: Table | None
    state: str
    answer: Table | None


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What people found: how many of each grade, each in full with the gravest first, drafts apart, and the fate of the leads."""

    note: str
    counts: Table | None
    blocks: tuple[FindingBlock, ...]
    drafts: Table | None
    leads: Table | None


@dataclass(frozen=True, kw_only=True)
class Samples:
    """What people sampled: samples drawn by chance, those chosen by judgement apart, deviating records, and the steps of each sample."""

    note: str
    by_chance: Table | None
    by_judgement: Table | None
    deviations: Table | None
    steps: tuple[tuple[str, tuple[str, ...]], ...]
