"""Audits and their members, each with one role."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ringtrue.api import AuditFolder
from ringtrue.workbench.organisations.models import Organisation, new_id


class Role(models.TextChoices):
    """The roles of an audit."""

    LEAD_AUDITOR = "lead_auditor", _("lead auditor")
    AUDITOR = "auditor", _("auditor")
    TECHNICAL_EXPERT = "technical_expert", _("technical expert")
    OBSERVER = "observer", _("observer")
    AUDITEE_CONTACT = "auditee_contact", _("auditee contact")


class Audit(models.Model):
    """One audit. Its records are in the trail; its tables, runs and reports in its audit folder."""

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="audits")
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=20, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    entries = models.PositiveBigIntegerField(default=0)
    """How many entries its trail has; whoever adds one holds the lock on this row."""

    def __str__(self) -> str:
        return self.title

    @property
    def state_name(self) -> str:
        """Its state in words."""
        from ringtrue.workbench.audits.states import WORDS

        return str(WORDS.get(self.state, self.state))

    @property
    def folder(self) -> AuditFolder:
        """Its audit folder."""
        return AuditFolder(Path(settings.HOME.audits) / self.id)


class Membership(models.Model):
    """Somebody's role in an audit. ``left_at``: no longer a member; it stays, for the names in the trail."""

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["audit", "person"], condition=models.Q(left_at=None), name="one_role_in_an_audit"
            )
        ]
