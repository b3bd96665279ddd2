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
    """What is missing for the procedure, in words; None if nothing is."""
    for table, columns in procedure.needs.items():
        words = table.replace("_", " ")
        if table in none:
            return Missing(f"the organisation declares that it has no {words}", declared_none=table)
        if table not in given:
            return Missing(
                "histories of the cases were not given"
                if table == "case_events"
                else f"{words} were not given"
            )
        lacking = [column for column in columns if not set(column.split("|")) & set(given[table])]
        if lacking:
            named = ", ".join(column.replace("|", " or ") for column in lacking)
            return Missing(f"{words} were given without {named}")
    return None
