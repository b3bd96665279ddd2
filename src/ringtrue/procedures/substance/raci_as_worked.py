"""Controls are carried out by those who are entitled to.

Why it matters: where somebody else does what a role was made for, the role is on paper, and its knowledge and independence are lost.
What is judged: each control record of the period, and each approval of a thing for which a control with a step of approval holds. Deviation:
whoever carried it out held none of the entitled roles at that time. Untestable: nobody is named, or a program; no role of the one named is on
record; the control names nobody as entitled. Lead: a control where more than a tenth are such, by the exact bound.
Honest explanations: recorded delegation: a role that is held for a limited time counts as long as it is held, and is counted as a fact.
Choices: a role for a service counts for records on that service, or on none; a role for no service counts everywhere. What a team holds, its
people hold. Days count whole. The approver of a control record is not asked for: the roles say who may carry it out.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import share_above

PROCEDURE = RecordProcedure(
    id="substance.raci-as-worked",
    item_kind="control_record",
    object_kind="control",
    needs={
        "controls": ["entitled_roles"],
        "control_records|approvals": ["performed_by|approver"],
        "role_assignments": ["role"],
    },
    untestable={
        "nobody_entitled": "belongs to a control that names nobody as entitled",
        "nobody_named": "does not say who carried it out",
        "by_program": "was made by a program",
        "roles_unknown": "was made by somebody of whom no role is on record",
    },
    deviation={"not_entitled": "was made by somebody who held none of the entitled roles then"},
    show=["control", "performer", "performed_at", "entitled", "roles_held", "by_deputy"],
    persons=["performer"],
    lead_by="control",
    lead_when=share_above("most_unentitled", least="least_records"),
    settings=[
        Setting("most_unentitled", 0.10, "D", "share of records that others may have made"),
        Setting(
            "least_records",
            5,
            "D",
            "records for a control to be judged; the exact bound guards small numbers",
        ),
        Setting("deputy_days", 92, "D", "days up to which a role with both dates is taken as a delegation"),
    ],
    statement="{object}: {deviations} of {n} records were made by somebody who held none of the entitled roles then ({share})",
    explanations=[
        "the work was delegated, and the delegation is not on record",
        "the register of roles is behind the work as it is done",
        "the tool names the one who typed, not the one who carried it out",
    ],
    ask=[
        Ask("process_owner", "Who carries this out in fact, and why is it somebody else than you wrote?"),
        Ask("practitioner", "Who asked you to do this, and since when?"),
    ],
    disproof="A delegation of the time names those who carried it out.",
    request="controls with the roles entitled to carry them out, records with who did, and role assignments with their dates, also past ones",
    facts={
        "records are explained by a recorded delegation, a role held for a limited time": "count(*) filter (where by_deputy)"
    },
)
