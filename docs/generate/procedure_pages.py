"""The pages of the procedures, from their declarations, docstrings and SQL."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import detection
import markdown

from ringtrue import plugins
from ringtrue.criteria.read import all_criteria
from ringtrue.model import Catalogued, GroupProcedure, Procedure, RecordProcedure
from ringtrue.model.result import QUESTIONS

INTRODUCTION = """\
A procedure tests one claim that can be true or false. It opens *leads*; it never makes a finding. Every
default has a basis: **R** it follows from a requirement or from the organisation's own rule, **P** it
is published, **S** it is statistical, **D** it is a default of ours. Settings are changed in
`audit.toml`, under `[procedures."<id>"]`. How well each one finds what was planted, and how often it
speaks where nothing is, stands on [a page of its own](detection.md)."""


def index() -> str:
    """Every procedure under its question, with its claim; each leads to a page of its own."""
    parts = [_question(folder, list(group)) for folder, group in groupby(_all(), key=_folder)]
    return markdown.page("Procedures", INTRODUCTION, *parts)


def pages() -> dict[str, str]:
    """The page of every procedure, by its name: claim, needs, settings, explanations, detection, SQL."""
    return {f"procedures/{one.declaration.id}.md": _procedure(one) for one in _all()}


def _all() -> list[Catalogued]:
    return sorted(plugins.procedures(), key=lambda one: (_place(one), one.declaration.id))


def _folder(one: Catalogued) -> str:
    return one.declaration.id.split(".")[0]


def _place(one: Catalogued) -> int:
    """The six questions in their order, then the folders of others."""
    return [*QUESTIONS, _folder(one)].index(_folder(one))


def _question(folder: str, procedures: Sequence[Catalogued]) -> str:
    rows = [(f"[{one.declaration.id}](procedures/{one.declaration.id}.md)", one.title) for one in procedures]
    return "\n\n".join([f"## {QUESTIONS.get(folder, folder)}", markdown.table(["procedure", "claim"], rows)])


def _procedure(one: Catalogued) -> str:
    said = one.declaration
    settings = [
        (markdown.code(own.name), markdown.code(own.value), own.basis, own.meaning) for own in said.settings
    ]
    return markdown.page(
        said.id,
        one.docstring,
        f"**Needs** {_needs(said)}.",
        f"**Looks at** {_words(said.item_kind)}; **a lead names** {_words(said.object_kind)}.",
        f"**Bears on** {_clauses(said)}.",
        *_reasons(said),
        markdown.table(["setting", "default", "basis", "meaning"], settings) if settings else "",
        _bullets("Stated without a verdict", said.facts),
        _bullets("Check first whether", said.explanations),
        f"**What would prove it wrong:** {said.disproof}",
        _bullets("Ask", [f"{_words(ask.role)}: {ask.question}" for ask in said.ask]),
        f"**Where the data do not suffice, ask for:** {said.request}",
        f"**Its weakness:** {said.weakness}." if said.weakness else "",
        detection.section(said.id),
        *_sql(one),
    )


def _clauses(said: Procedure) -> str:
    return "; ".join(f"{one.title}: {', '.join(one.clauses_of(said.id))}" for one in all_criteria().values())


def _words(name: str) -> str:
    return name.replace("_", " ")


def _needs(said: Procedure) -> str:
    columns = ((name, ", ".join(columns).replace("|", " or ")) for name, columns in said.needs.items())
    return "; ".join(f"{_tables(names)} ({listed})" for names, listed in columns)


def _tables(names: str) -> str:
    return " or ".join(f"[{name}](../tables.md#{name})" for name in names.split("|"))


def _reasons(said: RecordProcedure | GroupProcedure) -> Iterable[str]:
    """The fixed sentences of the verdicts; a procedure about groups has one for each."""
    if isinstance(said, GroupProcedure):
        return [_bullets("Deviation", [said.deviation]), _bullets("Pass", [said.within])]
    return [
        _bullets("Deviation", said.deviation.values()),
        _bullets("Untestable", said.untestable.values()),
    ]


def _bullets(title: str, lines: Iterable[str]) -> str:
    listed = "\n".join(f"- {line}" for line in lines)
    return f"**{title}**\n\n{listed}" if listed else ""


def _sql(one: Catalogued) -> Iterable[str]:
    texts = {"SQL": one.sql, "SQL of the groups": one.groups_sql, "SQL of the records": one.records_sql}
    for title, text in texts.items():
        if text:
            yield f"<details><summary>{title}</summary>\n\n```sql\n{text.strip()}\n```\n\n</details>"
