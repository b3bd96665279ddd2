"""Controls that the organisation has set itself, and the records that they were carried out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ringtrue.simulation.calendar import DAY, HOUR, local, moment
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.rows import Row, Rows


@dataclass(frozen=True)
class Control:
    """A control. ``days`` is its interval, 0 where it follows events. ``office`` owns it, or the owner of its service;
    ``team`` carries it out, or the office itself does.
    """

    id: str
    document: str
    clause: str
    statement: str
    days: int
    office: str = ""
    team: str = ""
    service: str = ""
    object_kind: str = ""
    applies_to: str = ""
    step: str = ""


CONTROLS = (
    Control(
        id="C-01",
        document="DOC-09",
        clause="8.7.3.2",
        statement="Access rights of leavers are checked every month.",
        office="security",
        days=31,
        team="identity",
    ),
    Control(
        id="C-02",
        document="DOC-08",
        clause="8.7.2",
        statement="The payroll backup is restored to a test system every month.",
        days=31,
        team="database",
        service="payroll",
        object_kind="service",
        applies_to="id=payroll",
    ),
    Control(
        id="C-03",
        document="DOC-05",
        clause="8.2.6",
        statement="A sample of configuration items is verified every quarter.",
        office="changes",
        days=92,
        team="network",
    ),
    Control(
        id="C-04",
        document="DOC-09",
        clause="8.7.3.2",
        statement="Open critical patches are listed and followed every month.",
        office="security",
        days=31,
        team="operations",
    ),
    Control(
        id="C-05",
        document="DOC-10",
        clause="8.3.4.1",
        statement="Each supplier's performance is reviewed every quarter.",
        office="levels",
        days=92,
    ),
    Control(
        id="C-06",
        document="DOC-06",
        clause="9.4",
        statement="Customers get a service report every month.",
        office="levels",
        days=31,
    ),
    Control(
        id="C-07",
        document="DOC-04",
        clause="8.4.3",
        statement="Capacity at the busiest hour is looked at every month.",
        office="levels",
        days=31,
        team="operations",
    ),
    Control(
        id="C-08",
        document="DOC-07",
        clause="8.6.1",
        statement="Every incident of priority 1 is reviewed within five days.",
        office="incidents",
        days=0,
        object_kind="case",
        applies_to="priority=1",
        step="priority 1 review",
    ),
    Control(
        id="C-09",
        document="DOC-05",
        clause="8.5.1.3",
        statement="Every emergency change is reviewed within three days.",
        office="changes",
        days=0,
        object_kind="change",
        applies_to="class=emergency",
        step="emergency review",
    ),
)

IN_FORCE = moment(date(2025, 1, 1))


def controls(organisation: Organisation) -> Rows:
    """The register of controls."""
    return [
        {
            "id": control.id,
            "document": control.document,
            "clause": control.clause,
            "statement": control.statement,
            "object_kind": control.object_kind or None,
            "applies_to": (control.applies_to,) if control.applies_to else (),
            "step": control.step or None,
            "mandatory": True,
            "interval_days": control.days or None,
            "owner": _owner(organisation, control, organisation.export),
            "entitled_roles": ("practitioner", "process_owner"),
            "recording_hours": 48,
            "in_force_from": IN_FORCE,
        }
        for control in CONTROLS
    ]


def control_records(organisation: Organisation) -> Rows:
    """Every time that a control was carried out, in order."""
    found = [
        row
        for control in CONTROLS
        for row in (_periodic if control.days else _on_events)(organisation, control)
    ]
    found = [
        row
        for row in found
        if row["recorded_at"]
        < min(organisation.export, organisation.lapses.get(row["control"], organisation.export))
    ]
    found.sort(key=lambda row: (row["performed_at"], row["control"], row["object"] or ""))
    return [{"id": f"CR{place:04}", **row} for place, row in enumerate(found, 1)]


def _owner(organisation: Organisation, control: Control, at: int) -> str:
    if control.office:
        return organisation.people.offices[control.office].id
    return organisation.people.owner(control.service, at).id


def _periodic(organisation: Organisation, control: Control) -> Iterator[Row]:
    """Once in each interval, on some working day near the same place in it."""
    dice = organisation.dice.of("control", control.id)
    due = moment(organisation.begins, "09:00") + int(dice.between(0.1, 0.5) * control.days) * DAY
    while due < organisation.export:
        performed = due + int(dice.between(-0.07, 0.07) * control.days) * DAY + int(dice.between(0, 8) * HOUR)
        performed += {5: 2, 6: 1}.get(local(performed).weekday(), 0) * DAY
        yield _record(organisation, control, performed, control.service or None)
        due += (control.days - 1) * DAY


def _on_events(organisation: Organisation, control: Control) -> Iterator[Row]:
    if control.object_kind == "change":
        for change in organisation.changes:
            if change.kind == "Emergency":
                yield _record(organisation, control, change.reviewed, change.id)
        return
    for one in organisation.incidents:
        history = organisation.histories[one.id]
        if history.priority == 1 and history.resolved is not None:
            wait = organisation.dice.of("review", one.id).between(4, 40)
            yield _record(
                organisation, control, history.resolved + int(wait * HOUR), organisation.numbers[one.id]
            )


def _record(organisation: Organisation, control: Control, performed: int, of: str | None) -> Row:
    dice = organisation.dice.of("record", control.id, performed)
    by = (
        dice.pick(organisation.people.of_team(control.team, performed)).id
        if control.team
        else _owner(organisation, control, performed)
    )
    return {
        "control": control.id,
        "object": of,
        "performed_at": performed,
        "recorded_at": performed + int(dice.between(0.1, 9) * HOUR),
        "performed_by": by,
        "approved_by": _owner(organisation, control, performed)
        if control.team
        else organisation.people.offices["quality"].id,
    }
