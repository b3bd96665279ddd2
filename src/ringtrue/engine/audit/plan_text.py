"""Writes what a plan says of period, criteria and scope into the text of ``audit.toml``, and changes nothing else of it."""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from ringtrue.model.errors import WrongUse

_HEADER = re.compile(r"^\s*\[\s*([^\]]*?)\s*\]")
_KEY = re.compile(r"^\s*(criteria|scope)\s*=")


def with_plan(
    text: str, criteria: Sequence[str], scope: Sequence[str], period: tuple[str, str] | None
) -> str:
    """The text with these in place of those that it had. No scope: all services; no period: all of the data.

    WrongUse where the text writes them in a form that is not one line each.
    """
    before = tomllib.loads(text)
    told = [f"criteria = {_list(criteria)}"] + ([f"scope = {_list(scope)}"] if scope else [])
    kept: list[str] = []
    part = ""
    for line in text.splitlines():
        if found := _HEADER.match(line):
            part = found[1].replace(" ", "")
        if part == "audit.period" and not line.lstrip().startswith("#"):
            continue
        if part == "audit" and _KEY.match(line):
            continue
        kept.append(line)
        if found and part == "audit":
            kept += told
    if period:
        kept += ["", "[audit.period]", f"from = {period[0]}", f"to = {period[1]}"]
    changed = "\n".join(kept) + "\n"
    if not _is(changed, _expected(before, criteria, scope, period)):
        raise WrongUse(
            "audit.toml: period, criteria or scope stand in a form that cannot be changed from here. "
            "Expected one line each under [audit], and [audit.period] with from and to. Change them by hand."
        )
    return changed


def _expected(
    before: Mapping[str, Any],
    criteria: Sequence[str],
    scope: Sequence[str],
    period: tuple[str, str] | None,
) -> dict[str, Any]:
    audit = {
        name: one
        for name, one in before.get("audit", {}).items()
        if name not in ("criteria", "scope", "period")
    }
    audit["criteria"] = list(criteria)
    if scope:
        audit["scope"] = list(scope)
    if period:
        audit["period"] = {"from": period[0], "to": period[1]}
    return {**before, "audit": audit}


def _is(text: str, expected: dict[str, Any]) -> bool:
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    period = found.get("audit", {}).get("period")
    if period:
        found["audit"]["period"] = {name: str(day) for name, day in period.items()}
    return found == expected


def _list(names: Sequence[str]) -> str:
    return "[" + ", ".join(json.dumps(one, ensure_ascii=False) for one in names) + "]"
