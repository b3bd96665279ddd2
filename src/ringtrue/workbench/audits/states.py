"""The states of an audit in words, and moving it from one to the next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ringtrue.api import NewEntry, moved
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.clock import now

WORDS: dict[str, str | Promise] = {
    "initiated": _("begun"),
    "feasible": _("feasible"),
    "infeasible": _("not feasible"),
    "planned": _("planned"),
    "opened": _("opened"),
    "collecting": _("collecting evidence"),
    "drafting": _("drafting findings"),
    "concluded": _("concluded"),
    "reported": _("reported"),
    "completed": _("completed"),
    "follow_up": _("in follow-up"),
    "closed": _("closed"),
}
MEANINGS: dict[str, str | Promise] = {
    "feasible": _("Data, time and cooperation are enough."),
    "infeasible": _("It cannot be done as it was asked for."),
    "planned": _("Plan, team, samples and questions are set."),
    "opened": _("The opening meeting was held."),
    "collecting": _("Evidence is collected and verified."),
    "drafting": _("Findings are drafted."),
    "concluded": _("Conclusions are drawn and were told."),
    "reported": _("The report was approved and handed out."),
    "completed": _("Nothing is left but follow-up."),
    "follow_up": _("Actions are followed."),
    "closed": _("Every action was seen to work, or there was none."),
    "initiated": _("There is a mandate."),
}


def move(audit: Audit, to: str, role: str, by: str, reason: str) -> None:
    """Move an audit to a state, and write it down. MethodRefused says why not."""
    from ringtrue.workbench.trail.journal import AuditJournal

    kinds = frozenset(audit.records.values_list("kind", flat=True).distinct())
    state = moved(audit.state or None, to, role, kinds)
    entry = NewEntry(kind="state", id="audit", by=by, at=now(), reason=reason, content={"state": state})
    version = audit.records.filter(kind="state", record="audit").values_list("version", flat=True).first()
    AuditJournal(audit).append([entry], {("state", "audit"): version or 0})
    audit.state = state
    Audit.objects.filter(pk=audit.pk).update(state=state)
