"""The page of the procedures, from their declarations, docstrings and SQL."""

from importlib.util import find_spec
from itertools import groupby
from typing import Any

import markdown

from ringtrue.model.result import QUESTIONS

INTRODUCTION = """\
A procedure tests one claim that can be true or false. It opens *leads*; it never makes a finding. Every
default has a basis: **R** it follows from a requirement or from the organisation's own rule, **P** it
is published, **S** it is statistical, **D** it is a default of ours. Settings are changed in
`audit.toml`, under `[procedures."<id>"]`."""


def page() -> str:
    """Every procedure under its question: the claim, what it needs, its settings, its SQL."""
    if find_spec("ringtrue.plugins") is None:
        return markdown.page("Procedures", INTRODUCTION)
    from ringtrue import plugins

    found = sorted(plugins.procedures(), key=lambda plugin: (_place(plugin), plugin.declaration.id))
    parts = [_question(question, list(group)) for question, group in groupby(found, key=_folder)]
    return markdown.page("Procedures", INTRODUCTION, *parts)


def _folder(plugin: Any) -> str:
    return str(plugin.declaration.id).split(".")[0]


def _place(plugin: Any) -> int:
    return [*QUESTIONS, _folder(plugin)].index(_folder(plugin))


def _question(folder: str, plugins: list[Any]) -> str:
    return "\n\n".join([f"## {QUESTIONS.get(folder, folder)}", *(_procedure(plugin) for plugin in plugins)])


def _procedure(plugin: Any) -> str:
    said = plugin.declaration
    parts = [
        f"### {said.id}",
        plugin.docstring.strip(),
        f"**Needs** {_needs(said.needs)}.",
        f"**Names** {said.object_kind.replace('_', ' ')}; **looks at** {said.item_kind.replace('_', ' ')}.",
        _reasons(said),
        markdown.table(["setting", "default", "basis", "meaning"], _settings(said)) if said.settings else "",
        _bullets("Check first whether", said.explanations),
        f"**Proved wrong by** {said.disproof}",
        _bullets("Ask", [f"{ask.role.replace('_', ' ')}: {ask.question}" for ask in said.ask]),
        f"<details><summary>SQL</summary>\n\n```sql\n{plugin.sql.strip()}\n```\n\n</details>",
    ]
    return "\n\n".join(part for part in parts if part)


def _needs(needs: Any) -> str:
    return "; ".join(
        f"`{table}` ({', '.join(columns).replace('|', ' or ')})" for table, columns in needs.items()
    )


def _settings(said: Any) -> list[tuple[object, ...]]:
    return [
        (markdown.code(one.name), markdown.code(one.value), one.basis, one.meaning) for one in said.settings
    ]


def _reasons(said: Any) -> str:
    """The fixed sentences of the verdicts; a procedure about groups has one for each."""
    if isinstance(said.deviation, str):
        return f"**Deviation** {said.deviation}. **Pass** {said.within}."
    return "\n\n".join(
        part
        for part in (
            _bullets("Deviation", list(said.deviation.values())),
            _bullets("Untestable", list(said.untestable.values())),
        )
        if part
    )


def _bullets(title: str, lines: Any) -> str:
    return f"**{title}**\n\n" + "\n".join(f"- {line}" for line in lines) if lines else ""
