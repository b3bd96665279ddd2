"""The assessment plan: what is audited, by what, with what, by whom, when."""

from collections.abc import Iterator

from ringtrue.model.plan import Appointment
from ringtrue.reports.oscal.activities import activities
from ringtrue.reports.oscal.controls import reviewed_controls
from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.head import back_matter, metadata
from ringtrue.reports.oscal.limits import LEADS
from ringtrue.reports.oscal.pieces import Piece, line, moment, props, prose, token, without_empty


def assessment_plan(given: Given) -> Piece:
    """The whole plan. What no plan was recorded for is told from the audit's own file and the catalogue of procedures."""
    return {
        "assessment-plan": without_empty(
            {
                "uuid": given.ids.document("assessment-plan"),
                "metadata": metadata(given, "Audit plan"),
                "import-ssp": {
                    "href": f"#{given.ids.thing('resource', 'system')}",
                    "remarks": "There is no system security plan: what is audited is a service management system, described in the back matter.",
                },
                "local-definitions": without_empty(
                    {
                        "components": components(given),
                        "activities": list(activities(given)),
                    }
                ),
                "terms-and-conditions": {"parts": list(_terms(given))},
                "reviewed-controls": reviewed_controls(given),
                "assessment-subjects": [_subjects(given)],
                "assessment-assets": _assets(given),
                "tasks": [_task(given, one) for one in (given.plan.schedule if given.plan else ())],
                "back-matter": back_matter(given),
            }
        )
    }


def components(given: Given) -> list[Piece]:
    """The services, as components."""
    return [
        without_empty(
            {
                "uuid": given.component(one.id),
                "type": "service",
                "title": line(one.name, one.id),
                "description": line(f"The service {one.name} as customers and users know it."),
                "props": props({"service": one.id, "criticality": one.criticality}),
                "status": {"state": "operational"},
            }
        )
        for one in given.results.services
    ]


def _terms(given: Given) -> Iterator[Piece]:
    plan = given.plan
    told = [
        (
            "methodology",
            plan.method if plan else (given.results.audit.method.title if given.results.audit.method else ""),
        ),
        (
            "methodology",
            f"Whole populations are judged by procedures that can be read and run again. {LEADS}",
        ),
        ("assessment-inclusions", " ".join(plan.objectives) if plan else ""),
        ("assessment-exclusions", plan.exclusions if plan else ""),
        ("disclosures", plan.confidentiality if plan else ""),
        ("assumptions", plan.risks if plan else ""),
    ]
    for number, (name, text) in enumerate(told):
        if text:
            yield {"uuid": given.ids.thing("term", str(number)), "name": name, "prose": prose(text)}


def _subjects(given: Given) -> Piece:
    included = [
        {"subject-uuid": given.component(one.id), "type": "component"} for one in given.results.services
    ]
    if not included:
        return {"type": "component", "include-all": {}, "description": "No service is known to the run."}
    return {
        "type": "component",
        "include-subjects": included,
        "description": "The services that the run looked at.",
    }


def tool(given: Given) -> Piece:
    """Who observes what procedures observe."""
    return {"type": "tool", "actor-uuid": given.ids.thing("component", "ringtrue")}


def _assets(given: Given) -> Piece:
    uuid = given.ids.thing("component", "ringtrue")
    return {
        "components": [
            {
                "uuid": uuid,
                "type": "software",
                "title": "Ringtrue",
                "description": "Runs the procedures on the tables of the audit.",
                "props": props({"version": given.results.version}),
                "status": {"state": "operational"},
            }
        ],
        "assessment-platforms": [
            {
                "uuid": given.ids.thing("platform", "ringtrue"),
                "title": "An auditor's own computer",
                "uses-components": [{"component-uuid": uuid}],
            }
        ],
    }


def _task(given: Given, one: Appointment) -> Piece:
    named = f"{one.day} {one.starts} {one.activity} {one.subject} {one.place}"
    day = moment(one.day)
    return without_empty(
        {
            "uuid": given.ids.thing("task", named),
            "type": "action",
            "title": line(one.subject or one.activity.replace("_", " ")),
            "props": props(
                {
                    "activity": one.activity,
                    "starts": one.starts,
                    "ends": one.ends,
                    "clauses": ", ".join(one.clauses),
                }
            ),
            "timing": {"on-date": {"date": day}} if day else None,
            "responsible-roles": _responsible(given, one),
        }
    )


def _responsible(given: Given, one: Appointment) -> list[Piece]:
    found: dict[str, list[str]] = {}
    for name in one.auditors:
        if name in given.people.known:
            found.setdefault(given.people.known[name][0], []).append(str(given.people.party(name)))
    return [{"role-id": token(role), "party-uuids": uuids} for role, uuids in found.items()]
