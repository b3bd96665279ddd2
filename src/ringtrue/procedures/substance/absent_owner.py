"""Whoever is accountable for something is there, and acts.

Why it matters: a name in a register answers for nothing when its bearer has left, or never takes part.
What is judged: each accountable assignment in force: owners of live services, of controls and of documents, and roles with the duty A on the
provider's side. Deviation: its party left more than thirty days ago and was not replaced; or in the audit period its party neither acted,
approved, attended nor decided anything. Untestable: the party is not in the list of parties; it came into office in the last quarter; where
acting would show (attendance of reviews, approvals) was not given. Lead: any such party (a person as pseudonym).
Honest explanations: deputy acts under recorded delegation: somebody else who holds the same office at the same time, and acts. A successor in
the same office replaces the one who left. Both pass, and are counted: the register still names another.
Choices: a team acts where one of its people does. Customers, users, sponsors and outside suppliers who are accountable on their side are left
out. Withdrawn documents and controls that are out of force are left out.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_with_values

PROCEDURE = RecordProcedure(
    id="substance.absent-owner",
    item_kind="accountable_assignment",
    object_kind="party",
    needs={
        "services|controls|documents|role_assignments": ["owner|duty"],
        "parties": ["name|kind|active_to"],
    },
    untestable={
        "party_unknown": "who its owner is cannot be told: the party is not in the list of parties",
        "too_new": "its owner came into office in the last quarter",
    },
    deviation={
        "left_unreplaced": "its owner left, and nobody took over",
        "never_acted": "its owner neither acted, approved, attended nor decided anything in the period",
    },
    show=["owner", "what", "left_at", "last_act", "is_replaced", "is_deputised"],
    persons=["owner"],
    lead_by="owner",
    lead_when=any_with_values(),
    settings=[
        Setting("grace_days", 30, "D", "days after which a place must be filled again"),
        Setting("settling_days", 92, "D", "days in office before anything is expected to be seen"),
    ],
    statement="{object} is accountable for {deviations} of {n} things in a way that cannot be seen: {told}",
    explanations=[
        "a deputy acts, and the delegation is not on record",
        "the owner acts by word of mouth, in meetings without minutes",
        "the register was not updated after a handover",
    ],
    ask=[
        Ask("service_owner", "What did you decide in this role in the last year, and where can I see it?"),
        Ask("top_management", "Who answers for this today, and since when?"),
    ],
    disproof="Minutes, decisions or delegations of the period show who answered for it.",
    request=(
        "the owners of services, controls and documents, roles with duty and dates, parties with the day on which they left, and reviews with "
        "attendance, approvals and actions"
    ),
    facts={
        "assignments name somebody who left, and are explained by a successor in the same office": "count(*) filter (where is_replaced)",
        "assignments are explained by a deputy who holds the same office and acted": "count(*) filter (where is_deputised)",
    },
)
