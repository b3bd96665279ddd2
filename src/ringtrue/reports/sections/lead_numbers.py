"""The numbers of a lead: what was measured with its bounds and n, what it was compared with, and chance."""

from typing import Any

from ringtrue.model.result import Lead, ProcedureResult
from ringtrue.reports.numbers import amount, bounded, chance, count, named_unit
from ringtrue.reports.parts import Term
from ringtrue.reports.text import capital, plain
from ringtrue.reports.value_names import UNSHOWN, measure_label, value_name

MOST_VALUES = 10


def measure_name(one: ProcedureResult) -> str:
    """What the estimates of a procedure are, in words."""
    return measure_label(one.measure) if one.measure else "share"


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
    return (*terms, *further_numbers(one, lead))


def further_numbers(one: ProcedureResult, lead: Lead) -> tuple[Term, ...]:
    """What a judge gave beside the estimate, at most ``MOST_VALUES``."""
    unit = measure_unit(one, lead)
    shown = [(name, value) for name, value in lead.values.items() if _shown(lead, name, value)]
    return tuple(_value(lead, name, value, unit) for name, value in shown[:MOST_VALUES])


def _estimate(one: ProcedureResult, lead: Lead, unit: str | None) -> list[Term]:
    counted = f"{count(lead.deviations)} of {count(lead.n)}" if lead.deviations is not None else ""
    if lead.estimate is None:
        return (
            [Term(name="Deviations", text=counted)]
            if counted
            else [Term(name="Looked at", text=count(lead.n))]
        )
    if lead.n == 1 and counted and not one.measure and unit == "share":
        return [Term(name="Deviations", text=counted)]
    text = estimate_of(one, lead)
    if one.measure or not counted or unit != "share":
        name = capital(measure_name(one)) if one.measure or unit == "share" else "Estimate"
        own = [Term(name=name, text=f"{text}, n {count(lead.n)}")]
        return [*own, Term(name="Deviations", text=counted)] if counted else own
    return [Term(name="Deviations", text=f"{counted} · {text}")]


def _shown(lead: Lead, name: str, value: Any) -> bool:
    """Text that stands in the lead's sentence is not said twice, nor the share of all together where nothing else was expected."""
    if name == "expected" and value == lead.values.get("pooled"):
        return False
    if isinstance(value, str):
        return bool(value.strip()) and value not in lead.statement and name not in UNSHOWN
    return isinstance(value, int | float) and name not in UNSHOWN


def _value(lead: Lead, name: str, value: int | float | str | bool, unit: str | None) -> Term:
    if name == "lower_one_sided" and unit is None:
        unit = "share"
    label, own_unit = value_name(name, unit)
    if name == "expected" and "standardised_ratio" in lead.values:
        label, own_unit = "Expected from its mix", unit
    elif name == "expected" and "times" in lead.values:
        own_unit = unit
    elif name == "limit" and "pooled" in lead.values:
        label = "Limit of chance and spread"
    return Term(name=capital(plain(label, 60)), text=plain(amount(value, own_unit), 120))
