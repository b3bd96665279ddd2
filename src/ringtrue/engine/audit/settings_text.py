"""Changes the settings of a procedure in the text of ``audit.toml``, and nothing else of it."""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from ringtrue.model.errors import WrongUse
from ringtrue.model.procedure import SettingValue

_HEADER = re.compile(r"^\s*\[")


def with_settings(text: str, procedure: str, values: Mapping[str, SettingValue]) -> str:
    """The text with these settings of the procedure in place of those that it had; none: the defaults hold.

    WrongUse where the text writes them in another form than a ``[procedures."…"]`` part.
    """
    before = tomllib.loads(text)
    kept = _without(text.splitlines(), procedure)
    while kept and not kept[-1].strip():
        kept.pop()
    if values:
        kept += [
            "",
            f'[procedures."{procedure}"]',
            *(f"{name} = {_told(one)}" for name, one in values.items()),
        ]
    changed = "\n".join(kept) + "\n"
    if _read(changed) != _expected(before, procedure, values):
        raise WrongUse(
            f'audit.toml: the settings of {procedure} are not in a part [procedures."{procedure}"] of their own. Change them by hand.'
        )
    return changed


def _without(lines: list[str], procedure: str) -> list[str]:
    own = re.compile(rf"""^\s*\[\s*procedures\s*\.\s*["']{re.escape(procedure)}["']\s*\]\s*(#.*)?$""")
    kept, inside = [], False
    for line in lines:
        if _HEADER.match(line):
            inside = bool(own.match(line))
        if not inside or line.lstrip().startswith("#"):
            kept.append(line)
    return kept


def _expected(
    before: Mapping[str, Any], procedure: str, values: Mapping[str, SettingValue]
) -> dict[str, Any]:
    others = {id: told for id, told in before.get("procedures", {}).items() if id != procedure}
    wanted = {**others, procedure: dict(values)} if values else others
    rest = {name: part for name, part in before.items() if name != "procedures"}
    return {**rest, "procedures": wanted} if wanted else rest


def _read(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}


def _told(value: SettingValue) -> str:
    """A value as TOML has it."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, bool | str) else repr(value)
