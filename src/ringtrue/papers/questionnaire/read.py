"""Reads an auditor's own questionnaire: CSV, Excel or the like, with a column of questions and, if there are, roles."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ringtrue.engine.database.connect import DEFAULT_MEMORY, connection
from ringtrue.importers.reading.tables import read_tables
from ringtrue.method.questions import AskedQuestion
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import RawTable, ReadSettings, SourceFile
from ringtrue.model.sql import quoted
from ringtrue.papers.filled import Problem
from ringtrue.papers.questionnaire.headings import column_of, role_of

MOST_QUESTIONS = 10_000
"""More are no questionnaire."""


@dataclass(frozen=True)
class OwnQuestion:
    """A question of a questionnaire: the record it stands in, from 1, and what is asked."""

    row: int
    asked: AskedQuestion


@dataclass(frozen=True)
class Questionnaire:
    """The questions that could be read, and the cells that could not be taken."""

    questions: tuple[OwnQuestion, ...]
    problems: tuple[Problem, ...]


def read_questionnaire(path: Path, role: str | None = None, language: str | None = None) -> Questionnaire:
    """The questions of every table in the file that has a column for them. ``role`` is taken where a row names none.

    UnreadableInput where no table has such a column, or where there are more questions than a questionnaire holds.
    """
    with tempfile.TemporaryDirectory(prefix="ringtrue-") as work:
        tables, _ = read_tables(SourceFile(path=path, name=path.name), Path(work), ReadSettings())
        able = [table for table in tables if column_of("text", table.columns)]
        _refuse(path, tables, able)
        read = [_questions(table, role, language) for table in able]
    return Questionnaire(
        tuple(one for questions, _ in read for one in questions),
        tuple(one for _, wrong in read for one in wrong),
    )


def _refuse(path: Path, tables: Sequence[RawTable], able: Sequence[RawTable]) -> None:
    if not able:
        raise UnreadableInput(
            path.name,
            f"its columns are {', '.join(column for table in tables for column in table.columns[:20])}",
            "a column of questions, headed text, question or Frage",
            "Head that column so, and, if the roles are known, another one: role or Rolle.",
        )
    rows = sum(table.rows for table in able)
    if rows > MOST_QUESTIONS:
        raise UnreadableInput(
            path.name,
            f"it has {rows:,} rows",
            f"at most {MOST_QUESTIONS:,} questions",
            "Check a part at a time.",
        )


def _questions(
    table: RawTable, role: str | None, language: str | None
) -> tuple[list[OwnQuestion], list[Problem]]:
    columns = {
        name: column
        for name in ("text", "role", "allowed_roles", "id")
        if (column := column_of(name, table.columns))
    }
    questions: list[OwnQuestion] = []
    problems: list[Problem] = []
    for row, values in _rows(table, columns):
        if not values["text"].strip():
            continue
        named, wrong = _roles(table.name, row, columns, values)
        problems += wrong
        asked = AskedQuestion(
            text=values["text"].strip(),
            role=(named["role"] or (role,))[0],
            allowed_roles=named["allowed_roles"],
            language=language,
            id=values.get("id", "").strip() or f"row {row}",
        )
        questions.append(OwnQuestion(row, asked))
    return questions, problems


def _rows(table: RawTable, columns: Mapping[str, str]) -> list[tuple[int, dict[str, str]]]:
    picked = ", ".join(f"coalesce({quoted(column)}, '')" for column in columns.values())
    with connection(DEFAULT_MEMORY) as database:
        rows = database.execute(
            f"select source_row, {picked} from {table.relation} order by source_row"
        ).fetchall()
    return [(row, dict(zip(columns, values, strict=True))) for row, *values in rows]


def _roles(
    sheet: str, row: int, columns: Mapping[str, str], values: Mapping[str, str]
) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """The roles of a row; a word that is no role is a problem, and the question is checked without it."""
    found: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for name in ("role", "allowed_roles"):
        words = [word.strip() for word in values.get(name, "").replace(",", ";").split(";") if word.strip()]
        found[name] = tuple(known for word in words if (known := role_of(word)))
        problems += [
            Problem(sheet, row, columns[name], f'"{word}"', "a role, such as customer, user or service owner")
            for word in words
            if not role_of(word)
        ]
    return found, problems
