"""What people recorded in the invented audit: a plan, evidence, findings of every grade, responses, samples, an interview with answers."""

from dataclasses import replace
from typing import Any

from ringtrue.model.entry import Entry, to_content
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Disposition, Extent, Finding, Requirement
from ringtrue.model.follow_up import Response
from ringtrue.model.interview import Answer, Question
from ringtrue.model.plan import Appointment, Member, Plan
from ringtrue.model.sample import Sample, SampleItem
from tests.method.sampling.records import items, population, sample

EDITION = "ISO/IEC 20000-1:2018 with Amd 1:2024"
LEAD = "substance.self-approval/payroll"

EVIDENCE = (
    Evidence(
        id="E-1", shows="4 of 59 changes were approved after they began", event_on="2026-05-04", document_on="2026-05-05",
        captured_at="2026-11-20T09:30:00+01:00", obtained="examined", collected_by="Ada Example", place="change tool",
        sha256="ab" * 32, verified_by="Ben Example", verified_at="2026-11-21", source_file="changes of 2026.csv", source_row=412,
    ),
    Evidence(
        id="E-2", shows="The change manager told how approval is given", event_on="2026-11-20", captured_at="2026-11-20",
        obtained="interviewed", collected_by="Ada Example", place="Room 3", party="change management",
    ),
)  # fmt: skip

FINDINGS = (
    Finding(
        id="F-1", statement="Approval does not consistently precede deployment.", written_by="Ada Example", graded_by="Ben Example",
        requirement=Requirement(criteria=EDITION, clause="8.5.1.3", text="Changes are approved before they are deployed."),
        evidence=("E-1", "E-2"), extent=Extent(found=4, looked_at=59), grade="minor_nc", grade_reason="all reversible",
        clauses=("8.5.1.3",), procedure="substance.self-approval", dissent="The auditee calls them standard changes.",
    ),
    Finding(id="F-2", statement="Customers learn late of outages.", written_by="Ada Example", grade="ofi", grade_reason="no rule asks for more", outcome_concern=True),
    Finding(
        id="F-3", statement="The organisation's own rule on reviews is kept.", written_by="Ada Example", grade="conforming",
        requirement=Requirement(rule="Manual 4: reviews", text="Reviews are held each quarter."),
    ),
    Finding(id="F-4", statement="A draft.", written_by="Ada Example"),
)  # fmt: skip

PLAN = Plan(
    objectives=("See whether changes are controlled.",),
    criteria=(EDITION,),
    method="ISO 19011:2026",
    period=("2026-04-01", "2026-09-30"),
    exclusions="Sites abroad.",
    team=(Member(name="Ada Example", role="lead_auditor"), Member(name="Ben Example", role="auditor")),
    schedule=(
        Appointment(
            day="2026-11-20",
            starts="09:00",
            ends="10:00",
            activity="interview",
            subject="Changes",
            auditors=("Ada Example",),
        ),
        Appointment(day="some day", starts="", ends="", activity="closing_meeting"),
    ),
)

SAMPLES: tuple[tuple[Sample, list[SampleItem]], ...] = (
    (
        sample(
            committed_by="Ada Example",
            drawn_by="Ada Example",
            procedure="substance.self-approval",
            population=population(7_431, subject="substance.self-approval", services=("payroll",)),
        ),
        items(59, deviations=1, missing=1, source_file="incident.csv", source_row=412, note="closed unsolved", by="Ben Example"),
    ),
    (sample(id="S-002", method="judgement", drawn=6, committed_by="Ada Example", drawn_by="Ada Example", clauses=("8.7.1",)), items(6, deviations=2)),
)  # fmt: skip

QUESTION = Question(
    text="Whom does your work serve?", lesson="L3", clauses=("8.5.1.3",), allowed_roles=("service_owner",)
)
ANSWERS = (
    Answer(interview="I-1", question="Q-7", text="Whoever runs the pay of 3,120 people."),
    Answer(interview="I-1", question="Q-7", text="Whoever runs the pay of 3,120 people.", score=3, rater="Ada Example"),
    Answer(interview="I-1", question="Q-7", text="Whoever runs the pay of 3,120 people.", score=2.5, rater="Dora Example"),
)  # fmt: skip


def entries() -> tuple[Entry, ...]:
    """The journal, the oldest first."""
    told: list[tuple[str, str, Any]] = [("plan", "plan", PLAN)]
    told += [("evidence", one.id, one) for one in EVIDENCE]
    told += [("finding", one.id, one) for one in FINDINGS]
    told += [
        ("response", "R-1", Response(id="R-1", finding="F-1", step="corrective_action", text="The tool asks for approval first.", by="Cleo Example", owner="Cleo Example", on="2026-11-23", action="A1")),
        ("disposition", "D-1", Disposition(id="D-1", lead="substance.self-approval/all", outcome="verified", reason="seen in the records", by="Ada Example")),
    ]  # fmt: skip
    for one, drawn in SAMPLES:
        told.append(("sample", one.id, one))
        told += [("sample_item", own.id, own) for own in (replace(item, sample=one.id) for item in drawn)]
    told.append(("question", "Q-7", QUESTION))
    told += [("answer", "|".join(filter(None, ("I-1", "Q-7", one.rater))), one) for one in ANSWERS]
    contents = [(kind, id, to_content(record)) for kind, id, record in told]
    contents.append(
        ("interview", "I-1", {"id": "I-1", "party": "U-0815", "role": "service_owner", "service": "payroll", "held_at": "2026-11-20T10:00:00Z", "auditor": "Ada Example"})
    )  # fmt: skip
    return tuple(
        Entry(
            kind=kind,
            id=id,
            by="Ada Example",
            at=f"2026-11-24T14:{seq // 60:02}:{seq % 60:02}Z",
            reason="",
            content=content,
            seq=seq,
            previous="",
        )
        for seq, (kind, id, content) in enumerate(contents, 1)
    )
