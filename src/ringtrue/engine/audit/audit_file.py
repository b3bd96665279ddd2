"""``audit.toml``: what an audit is about, in the auditor's hand."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ringtrue.model.errors import WrongUse
from ringtrue.model.procedure import SettingValue

DEFAULT_CRITERIA = ("iso20000-1:2018+amd1:2024",)
DEFAULT_METHOD = "iso19011:2026"


@dataclass(frozen=True, kw_only=True)
class AuditFile:
    """The content of ``audit.toml``. ``period`` has both days included; ``none`` are tables that the auditee declares empty."""

    title: str = "Service management audit"
    organisation: str | None = None
    timezone: str = "UTC"
    criteria: tuple[str, ...] = DEFAULT_CRITERIA
    method: str = DEFAULT_METHOD
    scope: tuple[str, ...] = ()
    period: tuple[date, date] | None = None
    mappings: Mapping[str, str] = field(default_factory=dict)
    procedures: Mapping[str, Mapping[str, SettingValue]] = field(default_factory=dict)
    none: tuple[str, ...] = ()
    gapless: tuple[str, ...] = ()


def read_audit_file(path: Path) -> AuditFile:
    """Read ``audit.toml``; WrongUse says what in it makes no sense."""
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongUse(
            f"{path.name}: {error}. Expected TOML in UTF-8; see docs/reference/audit-file.md."
        ) from error
    audit = content.get("audit", {})
    return AuditFile(
        title=str(audit.get("title", AuditFile.title)),
        organisation=audit.get("organisation"),
        timezone=_zone(audit.get("timezone", "UTC"), path),
        criteria=_names(audit.get("criteria", DEFAULT_CRITERIA), path),
        method=str(audit.get("method", DEFAULT_METHOD)),
        scope=tuple(audit.get("scope", ())),
        period=_period(audit.get("period"), path),
        mappings={
            entry["file"]: entry["mapping"] for entry in content.get("source", ()) if "mapping" in entry
        },
        procedures=content.get("procedures", {}),
        none=tuple(content.get("none", {}).get("tables", ())),
        gapless=tuple(content.get("ids", {}).get("gapless", ())),
    )


def _names(given: object, path: Path) -> tuple[str, ...]:
    if isinstance(given, list | tuple) and all(isinstance(one, str) for one in given):
        return tuple(given)
    raise WrongUse(f'{path.name}: criteria need a list of names, such as ["{DEFAULT_CRITERIA[0]}"].')


def _zone(name: str, path: Path) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise WrongUse(
            f'{path.name}: timezone "{name}" is not known. Give an IANA name such as Europe/Berlin.'
        ) from error
    return name


def _period(given: dict[str, Any] | None, path: Path) -> tuple[date, date] | None:
    if not given:
        return None
    try:
        begins, ends = (_day(given[key]) for key in ("from", "to"))
    except (KeyError, ValueError, TypeError) as error:
        raise WrongUse(
            f"{path.name}: [audit.period] needs `from` and `to` as days, such as 2026-04-01."
        ) from error
    if ends < begins:
        raise WrongUse(f"{path.name}: [audit.period] ends ({ends}) before it begins ({begins}).")
    return begins, ends


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def audit_file_text(
    title: str, timezone: str, organisation: str | None = None, period: tuple[date, date] | None = None
) -> str:
    """The text of an ``audit.toml`` for a new audit."""
    text = new_audit_file(title, timezone)
    if organisation:
        text = text.replace('# organisation = "…"', f"organisation = {_quoted(organisation)}")
    if period:
        first, last = (day.isoformat() for day in period)
        text = text.replace("# [audit.period]                #", "[audit.period]                  #")
        text = text.replace("# from = 2026-01-01\n# to = 2026-06-30", f"from = {first}\nto = {last}")
    return text


def _quoted(text: str) -> str:
    """A text as TOML has it: on one line, without what would end it."""
    plain = " ".join(text.split())
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def new_audit_file(title: str, timezone: str) -> str:
    """The text of an ``audit.toml`` for exports that came without one."""
    criteria = ", ".join(f'"{one}"' for one in DEFAULT_CRITERIA)
    return f"""# What this audit is about. Change it and run `ringtrue audit` on this folder again.
[audit]
title = {_quoted(title)}
timezone = "{timezone}"        # for times that name no zone
criteria = [{criteria}]        # a file of your own in this folder, too: "own-criteria.yaml"
method = "{DEFAULT_METHOD}"        # how the audit is done; "iso19011:2018" where that was agreed
# organisation = "…"
# scope = ["service id", …]     # all services where left out

# [audit.period]                # all of the data where left out; both days included
# from = 2026-01-01
# to = 2026-06-30

# [procedures."flow.hop-count"] # settings of a procedure; `ringtrue list procedures` names them
# many_hops = 3

# [none]                        # what the auditee declares not to have
# tables = ["outages"]
"""
