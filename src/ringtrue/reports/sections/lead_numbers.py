"""The numbers of a lead: what was measured with its bounds and n, what it was compared with, and chance."""

from typing import Any

from ringtrue.model.result import Lead, ProcedureResult
from ringtrue.reports.numbers import amount, bounded, chance, count, named_unit, share
from ringtrue.reports.parts import Term
from ringtrue.reports.text import capital, plain
from ringtrue.reports.words import IN_THE_MEASURE, VALUES

MOST_VALUES = 10


UNSHOWN = frozenset(
    {
        "object",
        "service",
        "dispersion",
        "standardised_dispersion",
        "satisfied_lower",
        "satisfied_upper",
        "attainment_lower",
        "attainment_upper",
    }
)
"""Values of a judge that say nothing to a reader of the report; they stay in the results."""


def measure_name(one: ProcedureResult) -> str:
    """What the estimates of a procedure are, in words."""
    return named_unit(one.measure)[0] if one.measure else "share"


def measure_unit(one: ProcedureResult, lead: Lead) -> str | None:
    """The unit of a lead's estimate. Without a named measure it is the share only where it equals it."""
    if one.measure:
        return named_unit(one.measure)[1]
    if lead.estimate is None or lead.deviations is None or lead.n == 0:
        return None
    return "share" if abs(lead.estimate - lead.deviations / lead.n) < 1e-9 else None


def estimate_of(one: ProcedureResult, lead: Lead) -> str:
    """The estimate with its bounds, or a dash."""
    if lead.estimate is None:
        return "–"
    return bounded(lead.estimate, lead.bounds, measure_unit(one, lead) or "")


def limit_of(one: ProcedureResult, lead: Lead) -> str:
    """What the estimate was compared with, or a dash."""
    return plain(amount(lead.values.get("limit"), measure_unit(one, lead)), 40)


def chance_of(lead: Lead) -> str | None:
    """p or q, only beside an estimate."""
    return None if lead.estimate is None else chance(lead.p_value, lead.q_value)


def lead_numbers(one: ProcedureResult, lead: Lead) -> tuple[Term, ...]:
    """All numbers of a lead, the estimate first, each share with its n."""
    unit = measure_unit(one, lead)
    terms = [*_estimate(one, lead, unit)]
    if (likely := chance_of(lead)) is not None:
        many = " among all groups compared" if lead.q_value is not None else ""
        terms.append(Term(name="Chance alone", text=f"{likely}{many}"))
    terms += [
        _value(name, value, unit)
        for name, value in list(lead.values.items())[:MOST_VALUES]
        if _shown(name, value)
    ]
    return tuple(terms)


def _estimate(one: ProcedureResult, lead: Lead, unit: str | None) -> list[Term]:
    counted = f"{count(lead.deviations)} of {count(lead.n)}" if lead.deviations is not None else ""
    if lead.estimate is None:
        return [Term(name="Deviations", text=counted)] if counted else [Term(name="n", text=count(lead.n))]
    text = estimate_of(one, lead)
    if one.measure or not counted or unit != "share":
        name = capital(measure_name(one)) if one.measure or unit == "share" else "Estimate"
        own = [Term(name=name, text=f"{text}, n {count(lead.n)}")]
        return [*own, Term(name="Deviations", text=counted)] if counted else own
    return [Term(name="Deviations", text=f"{counted} · {text}")]


def _shown(name: str, value: Any) -> bool:
    return isinstance(value, int | float | str | bool) and name not in UNSHOWN


def _value(name: str, value: int | float | str | bool, unit: str | None) -> Term:
    if name == "lower_one_sided" and isinstance(value, float) and unit is None:
        return Term(name=VALUES[name], text=share(value))
    label, own_unit = (
        (VALUES[name], unit if name in IN_THE_MEASURE else None) if name in VALUES else named_unit(name)
    )
    if name == "standardised_ratio":
        own_unit = "ratio"
    return Term(name=capital(plain(label, 60)), text=plain(amount(value, own_unit), 120))
