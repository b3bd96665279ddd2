"""Changes are approved by somebody who neither asked for them nor carries them out.

Why it matters: whoever approves his own work is held up by nobody, and the approval is a signature without a second look.
What is judged: each approval of a change. Deviation: given by the person who asked for the change, or by the one who carried it out.
Untestable: the change is not on record, or neither who asked nor who carried it out is known.
Honest explanations: a class that is authorised in advance; a tiny team with a later review.
Lead: a service with any such approval.
Choices: names are the same person if they agree without regard to case, spaces and the domain of a mail address; a team or an automation
is no person. Standard changes, and changes whose implementer's team has at most three people and that were reviewed within a month, are
explained and counted.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="substance.self-approval",
    item_kind="approval",
    needs={"approvals": ["object", "approver"], "changes": ["requester|implementer"]},
    untestable={
        "change_unknown": "the change is not in the records given",
        "nobody_known": "neither who asked for the change nor who carried it out is known",
    },
    deviation={
        "by_requester": "approved by the person who asked for it",
        "by_implementer": "approved by the person who carried it out",
    },
    show=["change", "class", "approver", "requester", "implementer", "decided_at", "explained"],
    persons=["approver", "requester", "implementer"],
    lead_when=any_deviation(),
    settings=[
        Setting(
            "tiny_team",
            3,
            "D",
            "people in a team up to which a later review makes up for a second pair of eyes",
        ),
        Setting("later_review_days", 31, "D", "days within which such a review must have happened"),
    ],
    statement="{object}: {deviations} of {n} approvals of changes ({share}) were given by the person who asked for the change or carried it out",
    explanations=[
        "the class of change is authorised in advance",
        "a tiny team approved for itself, and somebody else reviewed it later",
        "one account is used by several people",
    ],
    ask=[
        Ask("practitioner", "Walk me through this change. Who else looked at it before it was carried out?"),
        Ask("process_owner", "Who may approve a change, and what keeps a person from approving their own?"),
    ],
    disproof="A second person's approval of the time is shown, or the class of change needs none by the organisation's own rule.",
    request="the approvals of changes with approver, and the changes with who asked for them and who carried them out",
    facts={
        "approvals by requester or implementer are explained by their class or a later review": "count(*) filter (where explained)"
    },
)
