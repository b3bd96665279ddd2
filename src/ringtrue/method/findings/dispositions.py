"""What became of a lead: it is said once, by a person, with a reason."""

from collections.abc import Collection

from ringtrue.method.findings.names import Names
from ringtrue.model.finding import OUTCOMES, Disposition, Refusal


def disposition_refusals(
    disposition: Disposition, leads: Collection[str], names: Names | None = None
) -> tuple[Refusal, ...]:
    """Every reason why the disposition cannot be taken. ``leads`` are the ids of the leads of the run."""
    found = []
    if disposition.lead not in leads:
        found.append(
            Refusal(
                "unknown_lead",
                f"The run has no lead {disposition.lead}.",
                "Copy the lead's id from the report or from results.json.",
            )
        )
    if disposition.outcome not in OUTCOMES:
        found.append(
            Refusal(
                "outcome", f'"{disposition.outcome}" is no outcome.', f"Choose one of {', '.join(OUTCOMES)}."
            )
        )
    if not disposition.reason.strip():
        found.append(
            Refusal("no_reason", "There is no reason.", "Say why; a lead is not dropped in silence.")
        )
    if not disposition.by.strip():
        found.append(Refusal("no_name", "Nobody is named who decided it.", "Name the auditor."))
    named = names.found_in(disposition.reason) if names else ()
    if named:
        told = f"The reason names a person ({', '.join(named)})."
        found.append(Refusal("person_named", told, "Name the role, the team or the service."))
    return tuple(found)
