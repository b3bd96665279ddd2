"""Which tables an evidence request asks for, and what for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ringtrue.model.errors import WrongUse
from ringtrue.model.result import ProcedureResult
from ringtrue.tables import all_tables

ORDER = (
    ("services", "parties", "role_assignments", "service_dependencies", "configuration_items"),
    (
        "needs",
        "requirements",
        "agreements",
        "targets",
        "objectives",
        "measures",
        "measurements",
        "trace_links",
    ),
    ("cases", "case_events", "target_runs", "case_links", "outages", "changes", "approvals", "gate_items"),
    ("survey_rounds", "survey_invites", "survey_responses", "complaints", "reviews", "actions"),
    ("documents", "document_versions", "controls", "control_records", "training_records"),
    ("context_events", "calendars", "holidays", "questions", "interviews", "answers"),
)
"""The tables as an auditee thinks of them: services and people, what is promised, daily work, what is heard, papers."""

BY_AUDITOR = ("questions", "interviews", "answers")
"""What auditors record themselves: asked for only by name."""


@dataclass(frozen=True)
class Asked:
    """A table that is asked for, and the claims that wait for it (none: it belongs to the whole request)."""

    table: str
    claims: tuple[str, ...] = ()


def everything() -> tuple[Asked, ...]:
    """Every table that an auditee can fill in."""
    return tuple(Asked(name) for name in _ordered(set(all_tables()) - set(BY_AUDITOR)))


def named(tables: Sequence[str]) -> tuple[Asked, ...]:
    """The tables named; WrongUse names those that there are."""
    known = all_tables()
    for name in tables:
        if name not in known:
            raise WrongUse(f'there is no table "{name}". There are: {", ".join(known)}.')
    return tuple(Asked(name) for name in _ordered(tables))


def waited_for(
    results: Iterable[ProcedureResult], needs: Mapping[str, Mapping[str, Sequence[str]]]
) -> tuple[Asked, ...]:
    """The tables needed by the claims that had not enough data. ``needs`` gives the tables of each procedure by its id.

    Where one of several tables is enough, all of them are asked for. With anything comes the list of services.
    """
    claims: dict[str, list[str]] = {}
    for one in results:
        if one.result == "insufficient_data":
            for name in _tables(needs.get(one.id, {})):
                claims.setdefault(name, []).append(one.title)
    wanted = set(claims) - set(BY_AUDITOR)
    names = _ordered(wanted | {"services"} if wanted else ())
    return tuple(Asked(name, tuple(claims.get(name, ()))) for name in names)


def _tables(needs: Mapping[str, Sequence[str]]) -> set[str]:
    return {name for key in needs for name in key.split("|")}


def _ordered(names: Iterable[str]) -> list[str]:
    wanted = set(names)
    order = [name for group in ORDER for name in group]
    return [name for name in order if name in wanted] + sorted(wanted - set(order))
