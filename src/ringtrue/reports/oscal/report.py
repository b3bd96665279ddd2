"""The audit as two OSCAL files beside each other: the assessment results, and the assessment plan that they import."""

import json
from pathlib import Path

from ringtrue.reports.format import Job, ReportFormat
from ringtrue.reports.oscal.assessment import assessment_results
from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.pieces import Piece
from ringtrue.reports.oscal.plan import assessment_plan

RESULTS, PLAN = ".assessment-results.json", ".assessment-plan.json"


def render(job: Job) -> tuple[Path, ...]:
    """Write both files; the plan first, so that results never name a plan that is not there. The same job gives the same bytes."""
    given = Given(job)
    plan = job.out.with_name(job.out.name.removesuffix(RESULTS).removesuffix(".json") + PLAN)
    results = assessment_results(given, plan.name)
    _write(plan, assessment_plan(given))
    _write(job.out, results)
    return (job.out, plan)


def _write(place: Path, content: Piece) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.part")
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    part.write_text(text + "\n", "utf-8", errors="replace", newline="\n")
    part.replace(place)


REPORT = ReportFormat(
    id="oscal",
    title="OSCAL assessment plan and results, for machines of others",
    suffix=RESULTS,
    render=render,
)
