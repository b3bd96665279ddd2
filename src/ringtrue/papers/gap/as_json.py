"""The readiness by clause for machines."""

from dataclasses import asdict
from typing import Any

from ringtrue.method.readiness import LEVEL_MEANINGS, ORDER, Readiness
from ringtrue.papers.gap.gather import Gap


def as_content(gap: Gap) -> dict[str, Any]:
    """Levels with their meaning, every clause, the plan by its rule, and the references that do not count."""
    return {
        "schema": "ringtrue/gap/1",
        "run": gap.results.run,
        "criteria": [asdict(one.edition_of) for one in gap.criteria],
        "levels": dict(LEVEL_MEANINGS),
        "clauses": [_clause(one) for one in gap.clauses],
        "plan": [
            {
                "place": step.place,
                "criteria": step.readiness.criteria,
                "clause": step.readiness.clause.id,
                "why": step.group,
                "to_do": list(step.to_do),
            }
            for step in gap.plan
        ],
        "order": ORDER,
        "refused": [asdict(one) for one in gap.refused],
    }


def _clause(one: Readiness) -> dict[str, Any]:
    return {
        "criteria": one.criteria,
        "id": one.clause.id,
        "title": one.clause.title,
        "level": one.level,
        "seen": asdict(one.seen),
        "judged": [asdict(each) for each in one.row.by_data],
        "not_judged": [asdict(each) for each in one.row.not_judged],
        "sampled": asdict(one.row.sampled),
        "asked": asdict(one.row.asked),
        "findings": {grade: list(ids) for grade, ids in one.row.findings.items()},
        "open_leads": list(one.row.open_leads),
        "missing": list(one.missing),
        "requests": list(one.requests),
    }
