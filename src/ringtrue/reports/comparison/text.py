"""A comparison in sentences and a table."""

from collections import Counter
from collections.abc import Iterator, Mapping

from ringtrue.method.compare import Comparison, Estimate, LeadChange, ProcedureChange, RunNamed
from ringtrue.reports.numbers import amount, bounded, count, named_unit, plural
from ringtrue.reports.text import capital, listed, period, plain

_WHY_GONE: Mapping[str, str] = {
    "no_lead": "the procedure looked and found none",
    "no_data": "the procedure could say nothing, so nothing is known",
    "not_tested": "the procedure was not run",
    "out_of_scope": "the service is not in the second run",
    "other_settings": "the procedure was set otherwise",
}
MOST_NEW = 15
_RESULTS = {
    "lead": "lead",
    "no_lead": "no lead",
    "insufficient_data": "too little data",
    "not_applicable": "nothing to judge",
    None: "not run",
}


def sentences(found: Comparison) -> Iterator[str]:
    """What matters, in the order in which it matters."""
    yield f"First:  {_run(found.first)}"
    yield f"Second: {_run(found.second)}"
    if found.is_equal:
        yield "Both say the same: no result, lead, answer, setting or source differs."
    else:
        yield _leads(found)
        yield from _new(found)
        yield from _gone(found)
        yield from _clear(found)
        yield _procedures(found)
        yield from _answers(found)
        yield from _services(found)
        yield from _sources(found)
    yield from (f"Mind: {plain(one, 2_000)}" for one in found.cautions)


def table(found: Comparison) -> list[tuple[str, str, str, str]]:
    """Rows of what, before, after, and how they stand to each other: procedures that changed, then leads."""
    rows = [("", "first", "second", "")]
    rows += [_procedure_row(one) for one in found.procedures if one.changed or one.presence != "in_both"]
    rows += [_lead_row(one) for one in found.leads if one.presence != "in_both" or one.estimate.apart]
    return rows if len(rows) > 1 else []


def _run(run: RunNamed) -> str:
    whose = f"{plain(run.organisation, 120)}, " if run.organisation else ""
    return f"run {plain(run.run, 40)}, {whose}{plain(run.title, 160)}, {period(run.period, run.records)}"


def _leads(found: Comparison) -> str:
    counted = Counter(one.presence for one in found.leads)
    new, gone, both = (counted[presence] for presence in ("new", "gone", "in_both"))
    return f"{capital(plural(new, 'new lead'))}, {count(gone)} gone, {count(both)} in both."


def _new(found: Comparison) -> Iterator[str]:
    new = [one for one in found.leads if one.presence == "new"]
    yield from (f"New: {plain(one.statement, 400)}" for one in new[:MOST_NEW])
    if len(new) > MOST_NEW:
        yield f"and {count(len(new) - MOST_NEW)} more new leads."


def _gone(found: Comparison) -> Iterator[str]:
    """Why leads are gone: only where a procedure could look and found none may it be an improvement."""
    reasons = Counter(one.reason for one in found.leads if one.presence == "gone")
    for reason, number in reasons.items():
        yield f"Gone: {count(number)}, as {_WHY_GONE[reason]}."


def _clear(found: Comparison) -> Iterator[str]:
    both = [one for one in found.leads if one.presence == "in_both"]
    apart = sum(one.estimate.apart is True for one in both)
    if both:
        touching = sum(one.estimate.apart is False for one in both)
        yield (
            f"Of the {plural(len(both), 'lead')} in both, {count(apart)} changed by more than the bounds allow; for "
            f"{count(touching)} the bounds overlap, which shows neither a change nor that there was none."
        )


def _procedures(found: Comparison) -> str:
    both = [one for one in found.procedures if one.presence == "in_both"]
    other = sum(one.before != one.after for one in both)
    apart = sum(one.share.apart is True for one in both)
    return (
        f"Of {plural(len(both), 'procedure')} in both, {count(other)} came to another result, and the shares of {count(apart)} "
        "are apart by more than their bounds."
    )


def _answers(found: Comparison) -> Iterator[str]:
    for one in found.answers:
        if one.kind == "question":
            yield f"The question of {one.id} was {one.before or 'not asked'} and is {one.after or 'not asked'}."
    services = {one.id for one in found.answers if one.kind == "service"}
    if services:
        yield f"Answers for {plural(len(services), 'service')} are others."
    clauses = sum(one.kind == "clause" for one in found.answers)
    if clauses:
        yield f"Other evidence was seen for {plural(clauses, 'clause')}."


def _services(found: Comparison) -> Iterator[str]:
    for told, services in (("New", found.services_new), ("No longer there", found.services_gone)):
        if services:
            more = f" and {count(len(services) - 12)} more" if len(services) > 12 else ""
            named = [plain(one, 80) for one in services[:12]]
            yield f"{told}: {'the services ' if len(services) > 1 else 'the service '}{listed(named) if not more else ', '.join(named) + more}."


def _sources(found: Comparison) -> Iterator[str]:
    counted = Counter(one.presence for one in found.sources)
    other = sum(one.changed and not one.same_bytes for one in found.sources)
    otherwise = sum(one.changed and one.same_bytes for one in found.sources)
    if counted["new"] or counted["gone"] or other or otherwise:
        yield (
            f"Sources: {count(counted['new'])} new, {count(counted['gone'])} gone, {count(other)} with another content, "
            f"{count(otherwise)} read otherwise."
        )


def _procedure_row(one: ProcedureChange) -> tuple[str, str, str, str]:
    before, after = (_RESULTS[result] for result in (one.before, one.after))
    share = one.share
    if share.before is not None:
        before += f", {bounded(share.before, share.bounds_before)}"
    if share.after is not None:
        after += f", {bounded(share.after, share.bounds_after)}"
    told = [_set(one)] if one.settings else []
    if one.presence != "in_both":
        told.append(one.presence)
    return one.id, before, after, ", ".join([*told, *_apart(share)])


def _set(one: ProcedureChange) -> str:
    changed = [
        f"{setting.name} {_value(setting.before)} → {_value(setting.after)}" for setting in one.settings
    ]
    return f"set otherwise ({', '.join(changed)})"


def _value(value: float | int | str | bool | None) -> str:
    return "none" if value is None else str(value).lower() if isinstance(value, bool) else plain(value, 40)


def _lead_row(one: LeadChange) -> tuple[str, str, str, str]:
    unit = named_unit(one.measure)[1] if one.measure else "share"
    estimate = one.estimate
    before, after = (
        "" if value is None else _amount(value, limits, unit)
        for value, limits in (
            (estimate.before, estimate.bounds_before),
            (estimate.after, estimate.bounds_after),
        )
    )
    shown = {"new": ("–", after or "lead"), "gone": (before or "lead", "–")}
    told = f"gone: {_WHY_GONE[one.reason]}" if one.presence == "gone" else one.presence
    columns = shown.get(one.presence, (before, after))
    return (
        f"  {plain(one.id, 120)}",
        *columns,
        ", ".join([told, *_apart(estimate)]).removeprefix("in_both, "),
    )


def _amount(value: float, limits: tuple[float, float] | None, unit: str | None) -> str:
    return bounded(value, limits, unit) if unit else amount(value)


def _apart(share: Estimate) -> list[str]:
    return [] if share.apart is None else ["bounds apart" if share.apart else "bounds overlap"]
