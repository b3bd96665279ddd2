"""The assessment results: one result, of one run and of what people recorded until now."""

from ringtrue.reports.oscal.controls import reviewed_controls
from ringtrue.reports.oscal.findings import findings, graded
from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.head import back_matter, metadata
from ringtrue.reports.oscal.limits import LEADS
from ringtrue.reports.oscal.observations import observed
from ringtrue.reports.oscal.pieces import Piece, line, moment, props, without_empty
from ringtrue.reports.oscal.records import recorded


def assessment_results(given: Given, plan: str) -> Piece:
    """The whole of the results; ``plan`` is the name of the plan's file beside it."""
    return {
        "assessment-results": {
            "uuid": given.ids.document("assessment-results"),
            "metadata": metadata(given, "Audit results"),
            "import-ap": {"href": plan},
            "results": [_result(given)],
            "back-matter": back_matter(given),
        }
    }


def _result(given: Given) -> Piece:
    results, audit = given.results, given.results.audit
    days = audit.period or audit.records
    return without_empty(
        {
            "uuid": given.ids.document("result"),
            "title": line(audit.title),
            "description": line(_overview(given)),
            "start": (moment(days[0]) if days else None) or given.known_until,
            "end": (moment(days[1]) if days else None) or given.known_until,
            "props": props(
                {
                    "run": results.run,
                    **{f"question-{one.id}": one.answer for one in results.questions},
                },
                {f"question-{one.id}": line(one.why) for one in results.questions},
            ),
            "reviewed-controls": reviewed_controls(given),
            "observations": [*observed(given), *recorded(given)],
            "findings": findings(given),
            "remarks": LEADS,
        }
    )


def _overview(given: Given) -> str:
    leads = sum(len(one.leads) for one in given.results.procedures)
    drafts = len(given.findings) - len(graded(given))
    told = f"{len(given.results.procedures)} procedures, {leads} leads, {len(graded(given))} findings"
    left_out = f"{drafts} draft{'' if drafts == 1 else 's'} of findings left out"
    return f"{told}; {left_out}." if drafts else f"{told}."
