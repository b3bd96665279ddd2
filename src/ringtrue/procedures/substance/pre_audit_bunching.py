"""Papers are approved and controls recorded when they are due, not when the auditor comes.

Why it matters: what is approved and recorded in the weeks before an audit shows what the audit is worth, not what the papers are worth.
What is judged: the approvals of documents, and the recording of control records, by kind: the 30 days before each external or internal audit against
all other days. Deviation: at least twice the rate in these days, more than chance gives (the windows moved round the calendar).
Untestable: fewer than 20 such records, half a year or no audit. Lead: a kind.
Honest explanations: the annual cycle is set there. A document whose review had been due within a month of its approval, and a control record
that came at its own interval after the one before, do not count inside the windows, only outside; how many is a fact.
Choices: a record counts on the day on which it was written down, else on the day that it claims. Without a declared period the time
looked at begins a year before the first audit on record; with one it is at least the twelve months before the end. A gathering that ends well before
the audit fits windows moved forward just as well: then p is larger, and nothing is said.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges import circular_shift

PROCEDURE = GroupProcedure(
    id="substance.pre-audit-bunching",
    item_kind="record_kind",
    object_kind="record_kind",
    needs={
        "approvals|document_versions|control_records": ["decided_at|approved_at|performed_at"],
        "reviews|context_events": ["held_at|at"],
    },
    deviation="gather in the weeks before audits",
    within="are spread over the year, or gather by their own cycle",
    lead_when=circular_shift(
        window=30, least_ratio="least_ratio", least="least_records", least_days="least_days"
    ),
    settings=[
        Setting("least_ratio", 2.0, "D", "how many times the rate of the other days it must be"),
        Setting("least_records", 20, "D", "records for a kind to be judged"),
        Setting("least_days", 180, "D", "days that the records must cover"),
    ],
    statement=(
        "{object}: {deviations} of {n} fell into the {inside_days} days before audits and were not due then: {inside_rate:.1f} in 30 days, against "
        "{outside_rate:.1f} in the rest of the year"
    ),
    explanations=[
        "the annual cycle is set there, and the due dates do not show it",
        "a new policy or tool came into force at that time",
        "the audit itself asked for these records",
    ],
    ask=[
        Ask("process_owner", "What made you approve these in these weeks, and when were they last needed?"),
        Ask("practitioner", "When was this control carried out, and when did you write it down?"),
    ],
    disproof="A plan from the beginning of the year has these approvals and records in these weeks.",
    request="approvals of documents and control records with the time at which the tool wrote them, and the dates of all audits of the last two years",
    measure="rate_ratio",
    chart="intervals",
    chart_title="Rate in the 30 days before audits, as a multiple of the rest of the year",
    facts={
        "of the records in the days before audits were due then by their own cycle: they do not count": (
            "nullif(max((select count(*) from audit_eve_records where is_eve and is_due)), 0)"
        ),
    },
)
