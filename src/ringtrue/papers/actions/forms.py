"""The sheets of the corrective action log."""

from ringtrue.papers.findings.forms import GRADES
from ringtrue.papers.form import Field, Form

STEPS = {
    "correction": "correction",
    "extent": "extent",
    "root_cause": "root cause",
    "corrective_action": "corrective action",
    "accepted": "answer accepted",
    "rejected": "answer rejected",
    "implemented": "carried out",
    "effectiveness": "effectiveness checked",
    "closed": "closed",
    "reopened": "reopened",
}
STATES = {
    "no_answer_needed": "no answer needed",
    "waiting_for_answer": "waiting for an answer",
    "answered": "answered",
    "rejected": "answer rejected",
    "accepted": "answer accepted",
    "implemented": "carried out",
    "effective": "found effective",
    "not_effective": "found not effective",
    "closed": "closed",
    "reopened": "reopened",
}

OVERVIEW = Form(
    sheet="Overview",
    fields=(
        Field(name="id", title="Finding", fixed=True, width=10),
        Field(name="grade", title="Grade", choices=GRADES, fixed=True, width=24),
        Field(name="statement", title="Statement", fixed=True, width=60),
        Field(name="named", title="Requirement", fixed=True, width=18),
        Field(name="service", title="Service", fixed=True, width=16),
        Field(name="state", title="Standing", choices=STATES, fixed=True, width=22),
        Field(
            name="round", title="Round", kind="number", fixed=True, help="Every reopening begins a new one."
        ),
        Field(name="awaited", title="Waits for", fixed=True, width=44),
        Field(name="whose", title="Whose turn", fixed=True, width=14),
        Field(name="due_on", title="Promised for", kind="day", fixed=True),
    ),
)

RESPONSES = Form(
    sheet="Steps",
    fields=(
        Field(
            name="id",
            title="No.",
            help="Given when the step is recorded; a recorded step is not changed.",
            width=26,
        ),
        Field(name="finding", title="Finding", width=10),
        Field(
            name="step",
            title="Step",
            choices=STEPS,
            help="In this order: correction, extent, root cause, corrective action, accepted, carried out, effectiveness, closed.",
            width=22,
        ),
        Field(name="text", title="What was found, decided or done", width=60),
        Field(
            name="action",
            title="Number",
            help="C1, C2 … for corrections, A1, A2 … for corrective actions.",
            width=10,
        ),
        Field(name="by", title="By", help="Who found, decided or did it.", width=18),
        Field(name="on", title="On", kind="day"),
        Field(name="owner", title="Accountable", width=18),
        Field(name="due_on", title="Due on", kind="day"),
        Field(
            name="evidence",
            title="Evidence",
            kind="list",
            help="Numbers of the sheet Evidence, separated by ;",
            width=18,
        ),
        Field(name="effective", title="Effective", kind="yes"),
        Field(
            name="cases",
            title="New cases",
            kind="number",
            help="That began after the last action was carried out.",
        ),
        Field(
            name="repeats", title="Repeats", kind="number", help="In how many of them the failure came back."
        ),
        Field(name="since", title="Counted since", kind="day"),
        Field(
            name="tolerable",
            title="Tolerable %",
            kind="number",
            help="The rate to stay below; 10 if left empty.",
        ),
        Field(name="confidence", title="Confidence %", kind="number", help="95 if left empty."),
        Field(name="without_cases", title="Why nothing is counted", width=40),
    ),
)
