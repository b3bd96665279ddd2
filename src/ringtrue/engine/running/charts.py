"""The charts of a procedure: what its groups look like beside one another."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from duckdb import DuckDBPyConnection

from ringtrue.engine.database.dialect import bind
from ringtrue.engine.running.judge import rows_of
from ringtrue.model import Catalogued, Judgement, SettingValue
from ringtrue.model.chart import (
    Bin,
    Chart,
    ChartUnit,
    FunnelChart,
    FunnelLimit,
    FunnelPoint,
    HistogramChart,
    Interval,
    IntervalsChart,
    Line,
    Reference,
    SeriesChart,
)
from ringtrue.model.result import Lead
from ringtrue.statistics.funnel import funnel_limits

MOST_POINTS = 400
MOST_INTERVALS = 20
_UNITS: dict[str, ChartUnit] = {
    "share": "share", "ratio": "ratio", "minutes": "minutes", "hours": "hours", "days": "days", "points": "points", "count": "count",
}  # fmt: skip


def charts_of(
    database: DuckDBPyConnection,
    procedure: Catalogued,
    decided: Sequence[tuple[Judgement, bool]],
    settings: Mapping[str, SettingValue],
    leads: Sequence[Lead],
) -> tuple[Chart, ...]:
    """The charts for the leads of a procedure; none where there is no lead."""
    form = procedure.declaration.chart
    if not leads or form is None:
        return ()
    drawn = [(one, is_lead) for one, is_lead in decided if one.testable and one.estimate is not None]
    if form == "funnel":
        peers = [pair for pair in drawn if "pooled" in pair[0].values]
        return (_funnel(procedure, peers),) if peers else ()
    if form == "intervals":
        return (_intervals(procedure, drawn),)
    if procedure.chart_sql is None:
        return ()
    rows = rows_of(database, bind(procedure.chart_sql, settings))
    by_object = {name: list(group) for name, group in groupby(rows, key=lambda row: str(row["object"]))}
    draw = _histogram if form == "histogram" else _series
    return tuple(
        draw(procedure, lead, _about(lead, by_object[lead.object.id]))
        for lead in leads
        if lead.object.id in by_object
    )


def _about(lead: Lead, rows: Sequence[Mapping[str, object]]) -> Sequence[Mapping[str, object]]:
    """Of an object's rows those of the target that the lead speaks of, where it speaks of one."""
    target = lead.values.get("target")
    if target is None or "target" not in rows[0]:
        return rows
    return [row for row in rows if _number(row["target"]) == _number(target)]


def _unit(procedure: Catalogued) -> ChartUnit:
    return _UNITS.get(
        procedure.declaration.measure.rsplit("_", 1)[-1],
        "share" if not procedure.declaration.measure else "number",
    )


def _funnel(procedure: Catalogued, drawn: Sequence[tuple[Judgement, bool]]) -> FunnelChart:
    kept = sorted(drawn, key=lambda pair: (not pair[1], -pair[0].n, pair[0].object))[:MOST_POINTS]
    pooled = float(kept[0][0].values["pooled"])
    dispersion = float(kept[0][0].values["dispersion"])
    least, most = min(one.n for one, _ in kept), max(one.n for one, _ in kept)
    sizes = sorted({round(least * (most / least) ** (step / 30)) for step in range(31)})
    limits = [
        FunnelLimit(n=n, lower=low, upper=high)
        for n in sizes
        for low, high in [funnel_limits(n, pooled, dispersion)]
    ]
    return FunnelChart(
        procedure=procedure.declaration.id,
        title=procedure.declaration.chart_title,
        points=tuple(
            FunnelPoint(object=one.object, n=one.n, value=one.estimate or 0.0, highlighted=lead)
            for one, lead in kept
        ),
        pooled=pooled,
        limits=tuple(limits),
    )


def _intervals(procedure: Catalogued, drawn: Sequence[tuple[Judgement, bool]]) -> IntervalsChart:
    kept = sorted(drawn, key=lambda pair: (not pair[1], -(pair[0].estimate or 0.0), pair[0].object))[
        :MOST_INTERVALS
    ]
    several = len({one.family for one, _ in kept}) > 1
    return IntervalsChart(
        procedure=procedure.declaration.id,
        title=procedure.declaration.chart_title,
        unit=_unit(procedure),
        intervals=tuple(
            Interval(
                object=f"{one.object} ({one.family})" if several else one.object,
                estimate=one.estimate,
                lower=one.estimate if one.lower is None else one.lower,
                upper=one.estimate if one.upper is None else one.upper,
                n=one.n,
                highlighted=lead,
            )
            for one, lead in kept
            if one.estimate is not None
        ),
    )


def _histogram(procedure: Catalogued, lead: Lead, rows: Sequence[Mapping[str, object]]) -> HistogramChart:
    targets = [row["target"] for row in rows if row.get("target") is not None]
    return HistogramChart(
        procedure=procedure.declaration.id,
        lead=lead.id,
        title=procedure.declaration.chart_title,
        unit="minutes",
        bins=tuple(
            Bin(start=_number(row["start"]), end=_number(row["end"]), n=int(_number(row["n"])))
            for row in rows
        ),
        target=Reference(label="target", value=_number(targets[0])) if targets else None,
    )


def _series(procedure: Catalogued, lead: Lead, rows: Sequence[Mapping[str, object]]) -> SeriesChart:
    periods = sorted({str(row["period"]) for row in rows})
    lines = []
    for name in dict.fromkeys(str(row["name"]) for row in rows):
        told = {str(row["period"]): row for row in rows if row["name"] == name}
        values = tuple(_maybe(told[period]["value"]) if period in told else None for period in periods)
        tone = str(next(iter(told.values())).get("tone") or "neutral")
        lines.append(
            Line(
                name=name,
                values=values,
                tone="against" if tone == "against" else "for" if tone == "for" else "neutral",
            )
        )
    return SeriesChart(
        procedure=procedure.declaration.id,
        lead=lead.id,
        title=procedure.declaration.chart_title,
        unit=_unit(procedure),
        periods=tuple(periods),
        lines=tuple(lines),
    )


def _number(value: object) -> float:
    return float(str(value))


def _maybe(value: object) -> float | None:
    return None if value is None else _number(value)
