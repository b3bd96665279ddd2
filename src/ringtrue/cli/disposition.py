"""``ringtrue disposition``"""

from enum import StrEnum
from typing import Annotated

import typer

from ringtrue.cli.options import AuditPath, By


class Outcome(StrEnum):
    """What may become of a lead."""

    VERIFIED = "verified"
    EXPLAINED = "explained"
    NOT_PURSUED = "not-pursued"


Lead = Annotated[str, typer.Argument(metavar="LEAD", help="The lead's id, as the report gives it.")]
What = Annotated[Outcome, typer.Argument(metavar="OUTCOME", help="verified, explained or not-pursued.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; a lead is not dropped in silence.")]


def disposition(audit: AuditPath, lead: Lead, outcome: What, reason: Reason, by: By) -> None:
    """Say what became of a lead: it was verified, it was explained, or it is not pursued.

    Example: ringtrue disposition northwind-audit value.hidden-red/payroll explained --reason "The target was changed in June" --by Ada
    """
    from ringtrue import api
    from ringtrue.cli.clock import now
    from ringtrue.engine.audit.audit_folder import AuditFolder

    chosen = api.dispose(AuditFolder(audit), lead, outcome.value.replace("-", "_"), reason, by, now())
    typer.echo(f"{chosen.lead}: {outcome.value}, by {chosen.by}.")
