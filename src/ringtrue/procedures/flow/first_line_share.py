"""The team that takes up a case can resolve it.

Why it matters: what the first team can do itself is over sooner for the user; what it cannot shows what it was not given.
What is judged: each resolved case whose teams are known. Deviation: it was passed on to another team. Untestable: no team is known.
Lead: a service whose share of cases passed on lies above the funnel of all services for the same kind of case, and at least ten points
above theirs; or rises by ten points over at least twelve months (Mann-Kendall); or whose own target for the first line is missed
even if every case without a known team had been resolved by its first.
Honest explanations: a specialised service, by design. Handovers that follow the sun from roster to roster are not counted.
Choices: services are compared on their own mix of priorities. An own target is a row of targets whose metric begins with first_line,
first_level, first_contact, first_call or first_time, and that holds for all priorities; of several the loosest counts.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.intervals import clopper_pearson
from ringtrue.statistics.judges import funnel, rising

Settings = Mapping[str, SettingValue]

_AGAINST_PEERS = funnel("above", points="least_points", least="least_cases")
_OVER_TIME = rising(
    least="least_months",
    direction="up",
    least_change="least_points",
    relative=False,
    least_n="least_cases",
)


def judge(rows: Rows, settings: Settings) -> list[Judgement]:
    """Each service against its peers, against its own past, and against its own target."""
    by_rule = {rule: [row for row in rows if row["rule"] == rule] for rule in ("peers", "trend", "target")}
    return [
        *(_told(one, _peers) for one in _AGAINST_PEERS(by_rule["peers"], settings)),
        *(_told(one, _trend) for one in _OVER_TIME(by_rule["trend"], settings)),
        *map(_against_target, by_rule["target"]),
    ]


def _against_target(row: Mapping[str, object]) -> Judgement:
    n, passed_on, unknown, target = (row[name] for name in ("n", "deviations", "unknown", "target"))
    assert isinstance(n, int) and isinstance(passed_on, int) and isinstance(unknown, int)
    told = Judgement(
        object=str(row["object"]),
        service=str(row["service"]),
        family=str(row["family"]),
        n=n,
        deviations=passed_on,
    )
    if n == 0 or not isinstance(target, float):
        return replace(told, testable=False, reason="no resolved case with a known team")
    lower, upper = clopper_pearson(passed_on, n)
    missed = (n - passed_on + unknown) / (n + unknown) < target - 1e-12
    measured = replace(told, estimate=passed_on / n, lower=lower, upper=upper, effect=missed)
    return _told(replace(measured, values={"target_share": target}), _own_target)


def _own_target(one: Judgement) -> str:
    return (
        f"{one.deviations:,} of {one.n:,} resolved cases were passed on ({_percent(one.estimate)}); the agreed share to be resolved by the "
        f"first team is {_percent(one.values['target_share'])}"
    )


def _peers(one: Judgement) -> str:
    kind = one.family.split()[0]
    return (
        f"{one.deviations:,} of {one.n:,} resolved {kind} were passed on to another team ({_percent(one.estimate)}; all services: "
        f"{_percent(one.values.get('pooled'))})"
    )


def _trend(one: Judgement) -> str:
    first, last = one.values.get("first_period"), one.values.get("last_period")
    return (
        f"the share of resolved cases that were passed on rose by {_percent(one.estimate)} of all cases from {first} to {last} "
        f"({one.n:,} cases)"
    )


def _told(one: Judgement, words: Callable[[Judgement], str]) -> Judgement:
    return replace(one, values={**one.values, "told": words(one)}) if one.testable else one


def _percent(share: float | None) -> str:
    return "unknown" if share is None else f"{100 * share:.1f} %"


PROCEDURE = RecordProcedure(
    id="flow.first-line-share",
    item_kind="case",
    needs={"case_events": ["team"], "cases": ["service"]},
    untestable={"team_unknown": "no team is known for this case"},
    deviation={"passed_on": "was passed on to another team before it was resolved"},
    show=["kind", "first_team", "last_team", "teams", "explained"],
    worst=["most teams"],
    lead_when=judge,
    settings=[
        Setting(
            "least_points", 0.10, "D", "how far the share must lie above that of the others, or have risen"
        ),
        Setting("least_cases", 20, "D", "cases for a service, or for one of its months, to be judged"),
        Setting("least_months", 12, "D", "months for a trend to be judged"),
    ],
    statement="{object}: {told}",
    explanations=[
        "the service is specialised, and its cases are meant to be passed on",
        "the first team only records cases, by design",
        "what the first team can resolve no longer becomes a case at all",
    ],
    ask=[
        Ask("practitioner", "Walk me through this case. What would you have needed to resolve it yourself?"),
        Ask(
            "process_owner", "Which cases is the first team meant to resolve, and what was it given for that?"
        ),
    ],
    disproof="The agreed way of work has these cases passed on, and the users did not wait longer for it.",
    request="histories of the resolved cases with the assigned team after each change, their services, and targets for the first line",
    facts={
        "cases changed hands only with the working day from one roster to the next: taken as resolved by the first team": (
            "count(*) filter (where explained)"
        ),
    },
    chart="series",
    chart_title="Share of cases resolved by the first team, by month",
)
