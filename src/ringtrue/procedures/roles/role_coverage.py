"""The audit has spoken with every role that knows something about each service that it looks at.

Why it matters: an audit that asked only the provider knows what the provider thinks of itself.
What is judged: each cell of role and service: customer, user, service owner, practitioner, and a supplier where the service has one, for
the services in scope, else the live ones of critical or high importance; process owners and top management once.
Deviation: no interview fills the cell. Untestable: every interview in the cell was declined, and that is on record.
Honest explanations: the interview was declined.
Lead: any empty cell: a limitation of the audit, not a fault of the organisation.
Choices: an interview without a service fills the cells of the services for which its party holds the role. An interview is declined where
each of its answers says so (four languages).
"""

from ringtrue.model import Ask, RecordProcedure
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="roles.role-coverage",
    item_kind="role_and_service",
    needs={"interviews": ["role"], "services": ["name"]},
    untestable={"declined": "the interview was declined, and that is on record"},
    deviation={"not_asked": "nobody in this role was asked"},
    show=["about", "role", "interviews"],
    lead_by="about",
    lead_when=any_deviation(),
    statement="{object}: in {deviations} of {n} roles nobody was asked. State it as a limitation of the audit, or ask them",
    explanations=[
        "the interview was declined, and the notes of it were not given",
        "the role does not exist for this service",
        "the interviews are still going on",
    ],
    ask=[Ask("auditor", "Who in these roles can still be asked before the closing meeting?")],
    disproof="Notes of interviews with these roles, held in this audit, are shown.",
    request="the list of interviews held, with role and service",
    facts={
        "cells of role and service are explained by a recorded refusal to be interviewed": (
            "count(*) filter (where reason = 'the interview was declined, and that is on record')"
        )
    },
)
