"""Reasons why a difference between two runs may not be a difference of the organisation."""

from collections.abc import Iterator, Sequence

from ringtrue.method.compare.changes import ProcedureChange, SourceChange
from ringtrue.model.result import Results


def cautions(
    first: Results, second: Results, procedures: Sequence[ProcedureChange], sources: Sequence[SourceChange]
) -> tuple[str, ...]:
    """What a reader has to know before he takes a difference for a change."""
    return (
        *_of_the_audit(first, second),
        *_of_the_periods(first, second),
        *_of_the_procedures(procedures),
        *_of_the_sources(sources),
    )


def _of_the_audit(first: Results, second: Results) -> Iterator[str]:
    if first.audit.organisation != second.audit.organisation:
        names = " and ".join(str(run.audit.organisation or "not named") for run in (first, second))
        yield f"The two runs are about different organisations ({names})."
    if first.version != second.version:
        yield f"Ringtrue was another version ({first.version}, then {second.version}): its procedures may judge otherwise."
    if first.audit.criteria != second.audit.criteria:
        yield "The criteria are others."
    if first.audit.timezone != second.audit.timezone:
        yield f"The time zone is another one ({first.audit.timezone}, then {second.audit.timezone})."


def _of_the_periods(first: Results, second: Results) -> Iterator[str]:
    """Intervals that share records are not independent, and spans of unlike length count unlike much."""
    before, after = (run.audit.period or run.audit.records for run in (first, second))
    if before is None or after is None or first.audit.organisation != second.audit.organisation:
        return
    if before != after and before[0] <= after[1] and after[0] <= before[1]:
        yield "The two periods overlap: the same records count in both, which hides a change in part."
    if before == after:
        yield "Both runs are about the same period: a difference is one of the data, the settings or the code, not of time."


def _of_the_procedures(procedures: Sequence[ProcedureChange]) -> Iterator[str]:
    otherwise = [one.id for one in procedures if one.settings]
    if otherwise:
        yield f"Settings are others in {_named(otherwise)}: the results of these cannot be compared."
    silent = [
        one.id
        for one in procedures
        if one.after in ("insufficient_data", "not_applicable") and one.before in ("lead", "no_lead")
    ]
    if silent:
        yield f"What could be judged before can no longer be in {_named(silent)}: that is no improvement."


def _of_the_sources(sources: Sequence[SourceChange]) -> Iterator[str]:
    gone = [one.file for one in sources if one.presence == "gone"]
    if gone:
        yield f"Sources that the first run read are not there in the second: {_named(gone)}."


def _named(names: Sequence[str], most: int = 8) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
