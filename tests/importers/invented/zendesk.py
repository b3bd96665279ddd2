"""The organisation's tickets as Zendesk exports them: tickets, audits, metric events; invented from the documented schema."""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.importers.invented.organisation import Organisation, Row, moment

STATUSES = {
    "new": "new", "assigned": "new", "in_progress": "open", "waiting_user": "pending", "waiting_supplier": "hold",
    "waiting_change": "hold", "waiting_other": "hold", "resolved": "solved", "closed": "closed", "cancelled": "deleted",
}  # fmt: skip
TYPES = {"incident": "incident", "request": "question", "problem": "problem"}
PRIORITIES = {"1": "urgent", "2": "high", "3": "normal", "4": "low"}
COMMENTS = ("note", "message_to_user", "reply_from_user")


def write_zendesk(organisation: Organisation, out: Path, lines: bool = False) -> tuple[Path, ...]:
    """Three files, each one list; or one record a line."""
    events = organisation.histories()
    return (
        _write(out / "tickets.json", "tickets", tickets(organisation), lines),
        _write(
            out / "audits.json",
            "audits",
            (one for case in sorted(events) for one in _audits(events[case])),
            lines,
        ),
        _write(out / "ticket_metric_events.json", "ticket_metric_events", metric_events(organisation), lines),
    )


def _write(path: Path, name: str, records: Iterator[Row], lines: bool) -> Path:
    texts = map(json.dumps, records)
    path.write_text("\n".join(texts) if lines else f'{{"{name}": [\n' + ",\n".join(texts) + "\n]}\n", "utf-8")
    return path


def tickets(organisation: Organisation) -> Iterator[Row]:
    """The list of tickets with the answers to the offers of satisfaction."""
    answers = organisation.grouped("survey_responses", "case", "id")
    offered = organisation.grouped("survey_invites", "case", "id")
    for case in organisation.rows("cases", "id"):
        rated = [one for one in answers.get(case["id"], ()) if one["role"] == "user"]
        score = (
            ("good" if rated[0]["score"] >= 3 else "bad")
            if rated
            else "offered"
            if case["id"] in offered
            else "unoffered"
        )
        solved = {"solved_at": moment(case["resolved_at"])} if "resolved_at" in case else {}
        yield {
            "id": case["id"],
            "url": f"https://example.zendesk.com/api/v2/tickets/{case['id']}.json",
            "type": TYPES[case["kind"]],
            "subject": case.get("title"),
            "description": case.get("description"),
            "status": STATUSES[case["state"]],
            "priority": PRIORITIES.get(case.get("priority", "")),
            "created_at": moment(case["opened_at"]),
            "requester_id": case.get("requester"),
            "submitter_id": case.get("requester"),
            "organization_id": case.get("customer"),
            "group_id": case.get("team"),
            "assignee_id": case.get("assignee"),
            "brand_id": 1,
            "ticket_form_id": case.get("service"),
            "via": {"channel": case.get("channel")},
            "satisfaction_rating": {"score": score},
            "metric_set": {"reopens": case.get("reopen_count", 0), **solved},
        }


def _audits(events: list[Row]) -> Iterator[Row]:
    state: str | None = None
    team: str | None = None
    for place, event in enumerate(events):
        said, sort = [], "Change" if place else "Create"
        now = STATUSES[event["state"]] if "state" in event else state
        if now != state:
            said.append({"type": sort, "field_name": "status", "previous_value": state, "value": now})
        if event.get("team", team) != team:
            said.append(
                {"type": sort, "field_name": "group_id", "previous_value": team, "value": event["team"]}
            )
        if event.get("field") == "priority":
            old, new = PRIORITIES[event["old"]], PRIORITIES[event["new"]]
            said.append({"type": sort, "field_name": "priority", "previous_value": old, "value": new})
        if event.get("activity") in COMMENTS:
            said.append({"type": "Comment", "public": event["activity"] != "note", "body": event.get("note")})
        state, team = now, event.get("team", team)
        if said:
            yield {
                "id": place + 1,
                "ticket_id": event["case"],
                "created_at": moment(event["at"]),
                "author_id": event.get("actor", "-1"),
                "events": said,
            }


def metric_events(organisation: Organisation) -> Iterator[Row]:
    """The clocks of the policies, event by event."""
    number = 0
    for run in organisation.rows("target_runs", '"case", started_at'):
        told: list[Row] = [{"type": "activate", "time": run["started_at"]}]
        policy = {"target": 60, "business_hours": False, "policy": {"id": 1, "title": run["target"]}}
        told.append({"type": "apply_sla", "time": run["started_at"], "sla": policy})
        if not run.get("reported_attained", True) and "due_at" in run:
            told.append({"type": "breach", "time": run["due_at"], "deleted": False})
        if "stopped_at" in run:
            told.append({"type": "fulfill", "time": run["stopped_at"]})
        for one in told:
            number += 1
            about = {"id": number, "ticket_id": run["case"], "metric": "resolution_time", "instance_id": 1}
            yield about | one | {"time": moment(one["time"])}
