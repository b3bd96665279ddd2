"""Whether the data that a procedure needs were given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ringtrue.model import Procedure


@dataclass(frozen=True)
class Missing:
    """Why a procedure cannot say anything; ``declared_none``: the table of which the auditee says that there is nothing."""

    why: str
    declared_none: str | None = None


def missing_needs(
    procedure: Procedure, given: Mapping[str, Sequence[str]], none: Sequence[str]
) -> Missing | None:
    """What is missing for the procedure, in words; None if nothing is. Of tables named with ``|`` between them one is enough."""
    for tables, columns in procedure.needs.items():
        lacking = [_missing(table, columns, given, none) for table in tables.split("|")]
        if None not in lacking:
            return _together([one for one in lacking if one is not None])
    return None


def tables_needed(procedure: Procedure) -> list[str]:
    """The tables of which a procedure needs some or all."""
    return [table for tables in procedure.needs for table in tables.split("|")]


def _missing(
    table: str, columns: Sequence[str], given: Mapping[str, Sequence[str]], none: Sequence[str]
) -> Missing | None:
    words = table.replace("_", " ")
    if table in none:
        return Missing(f"the organisation declares that it has no {words}", declared_none=table)
    if table not in given:
        return Missing(
            "histories of the cases were not given" if table == "case_events" else f"{words} were not given"
        )
    lacking = [column for column in columns if not set(column.split("|")) & set(given[table])]
    if lacking:
        named = ", ".join(column.replace("|", " or ") for column in lacking)
        return Missing(f"{words} were given without {named}")
    return None


def _together(lacking: Sequence[Missing]) -> Missing:
    """What is missing where any of several tables would do: declared none only if all of them are."""
    told = [one for one in lacking if one.declared_none is None]
    return Missing("; ".join(one.why for one in told)) if told else lacking[0]
