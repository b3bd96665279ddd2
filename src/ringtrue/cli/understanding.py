"""``ringtrue understanding``"""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from ringtrue.cli.options import AuditPath, Json, Language

if TYPE_CHECKING:
    from ringtrue.api import PassShare, Understanding

VERDICTS = {
    "rely": "the scores can be relied on",
    "tentative": "the scores allow tentative conclusions only",
    "again": "the raters agree too little: they go through the anchors together and score again",
    "unknown": "nothing was scored by two raters in a way that could show agreement",
}


def understanding(audit: AuditPath, language: Language = "en", as_json: Json = False) -> None:
    """Tell whether two raters agree on how well staff understand, and what share of the answers passes.

    Answers come from interview sheets and self-tests, scores from a rating sheet for each of two raters.

    Example: ringtrue understanding northwind-audit
    """
    from ringtrue import api
    from ringtrue.engine.audit.audit_folder import AuditFolder

    found = api.understanding(AuditFolder(audit))
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    for line in _lines(found, language):
        typer.echo(line)


def _lines(found: "Understanding", language: str) -> list[str]:
    from ringtrue import api

    told = api.words(language)
    alpha = "–" if found.alpha is None else f"{found.alpha:.3f}"
    bounds = f" ({found.bounds[0]:.3f} – {found.bounds[1]:.3f})" if found.bounds else ""
    return [
        f"{told('Scored by two raters')}: {found.scored}; {told('waiting for a second score')}: {found.waiting}",
        f"{told('Agreement (Krippendorff, ranks)')}: {alpha}{bounds}: {told(VERDICTS[found.verdict])}",
        *([_line(told("All answers"), found.whole, told)] if found.whole else []),
        *(_line(told(one.name), one, told) for one in found.concepts),
        *(_line(one.name, one, told) for one in found.teams),
        *(
            [f"{told('Teams below five persons, not told')}: {found.hidden_teams}"]
            if found.hidden_teams
            else []
        ),
    ]


def _line(name: str, one: "PassShare", told: Callable[[str], str]) -> str:
    if one.share is None or one.exact is None:
        return f"  {name}: {told('fewer than five persons, not told')}"
    return (
        f"  {name}: {one.passed}/{one.answers} {told('answers pass')} ({one.share:.1%}; "
        f"{told('exact bounds')} {one.exact[0]:.1%} – {one.exact[1]:.1%})"
    )
