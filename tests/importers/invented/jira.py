"""The organisation's tickets as Jira answers a search with expand=changelog,names; invented from the documented schema."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.importers.invented.organisation import Organisation, Row, moment

STATUSES = {
    "new": "Open", "assigned": "Open", "in_progress": "In Progress", "waiting_user": "Waiting for customer",
    "waiting_supplier": "Waiting for vendor", "waiting_change": "Waiting for change", "waiting_other": "Pending",
    "resolved": "Resolved", "closed": "Closed", "cancelled": "Canceled",
}  # fmt: skip
SORTS = {
    "incident": "[System] Incident",
    "request": "[System] Service request",
    "problem": "[System] Problem",
}
NAMES = {
    "customfield_10002": "Organizations",
    "customfield_10030": "Time to resolution",
    "customfield_10040": "Satisfaction",
    "customfield_10041": "Satisfaction date",
    "customfield_10050": "Assignment group",
    "customfield_10051": "Business service",
}
COMMENTS = ("note", "message_to_user", "reply_from_user")


def write_jira(organisation: Organisation, out: Path, lines: bool = False) -> Path:
    """The answer of a search as one file; or one issue a line."""
    path = out / "issues.json"
    with path.open("w", encoding="utf-8") as file:
        file.write("" if lines else f'{{"expand": "names", "names": {json.dumps(NAMES)}, "issues": [\n')
        for place, issue in enumerate(issues(organisation)):
            file.write(("\n" if lines else ",\n") if place else "")
            file.write(json.dumps(issue))
        file.write("\n" if lines else "\n]}\n")
    return path


def issues(organisation: Organisation) -> Iterator[Row]:
    """One issue a ticket."""
    events = organisation.histories()
    runs = organisation.grouped("target_runs", "case", '"case", started_at')
    answers = organisation.grouped("survey_responses", "case", "id")
    for case in organisation.rows("cases", "id"):
        rated = [one for one in answers.get(case["id"], ()) if one["role"] == "user"]
        yield _issue(case, events[case["id"]], runs.get(case["id"], []), rated)


def _issue(case: Row, events: list[Row], runs: list[Row], rated: list[Row]) -> Row:
    fields = {
        "summary": case.get("title"),
        "description": case.get("description"),
        "issuetype": {"name": SORTS[case["kind"]]},
        "status": {"name": STATUSES[case["state"]]},
        "priority": {"name": case.get("priority")} if "priority" in case else None,
        "reporter": _person(case.get("requester")),
        "creator": _person(events[0].get("actor")),
        "assignee": _person(case.get("assignee")),
        "created": moment(case["opened_at"]),
        "resolutiondate": moment(case["resolved_at"]) if "resolved_at" in case else None,
        "resolution": {"name": case["close_code"]} if "close_code" in case else None,
        "customfield_10002": _organisation(case.get("customer")),
        "customfield_10030": {
            "id": "1",
            "name": "Time to resolution",
            "completedCycles": [_cycle(one) for one in runs],
        },
        "customfield_10050": {"value": case["team"]} if "team" in case else None,
        "customfield_10051": {"value": case["service"]} if "service" in case else None,
        "comment": {"comments": [_comment(one) for one in events if one.get("activity") in COMMENTS]},
    }
    for one in rated[:1]:
        fields |= {
            "customfield_10040": {"rating": int(one["score"])},
            "customfield_10041": moment(one["answered_at"]),
        }
    histories = list(_histories(events))
    changelog = {"startAt": 0, "maxResults": len(histories), "total": len(histories), "histories": histories}
    self = f"https://example.atlassian.net/rest/api/3/issue/{case['id']}"
    return {"id": case["id"], "key": case["id"], "self": self, "fields": fields, "changelog": changelog}


def _histories(events: list[Row]) -> Iterator[Row]:
    status, team = "Open", None
    for event in events:
        items: list[Row] = []
        now = STATUSES[event["state"]] if "state" in event else status
        if now != status:
            items.append({"field": "status", "fromString": status, "toString": now})
        if event.get("team", team) != team:
            items.append({"field": "Assignment group", "fromString": team, "toString": event["team"]})
        if event.get("field") == "priority":
            items.append({"field": "priority", "fromString": event["old"], "toString": event["new"]})
        status, team = now, event.get("team", team)
        if items:
            yield {
                "id": str(event["sequence"] + 1),
                "author": _person(event.get("actor")),
                "created": moment(event["at"]),
                "items": items,
            }


def _comment(event: Row) -> Row:
    public = event["activity"] != "note"
    return {
        "author": _person(event.get("actor")),
        "created": moment(event["at"]),
        "jsdPublic": public,
        "body": event.get("note"),
    }


def _cycle(run: Row) -> Row:
    elapsed = int(run.get("elapsed_minutes", 0) * 60_000)
    return {
        "startTime": {"epochMillis": run["started_at"]},
        "stopTime": {"epochMillis": run.get("stopped_at")},
        "breachTime": {"epochMillis": run.get("due_at")},
        "breached": not run.get("reported_attained", True),
        "elapsedTime": {"millis": elapsed},
    }


def _person(name: str | None) -> Row | None:
    return {"accountId": name, "displayName": name} if name else None


def _organisation(name: str | None) -> Any:
    link = "https://example.atlassian.net/rest/servicedeskapi/organization/1"
    return [{"id": "1", "name": name, "_links": {"self": link}}] if name else []
