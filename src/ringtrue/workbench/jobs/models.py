"""Jobs: what was asked for, how far it is, what came of it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.audits.models import Audit


class State(models.TextChoices):
    """How far a job is."""

    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("at work")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class Kind(models.TextChoices):
    """What is to be done."""

    IMPORT = "import", _("Import")
    RUN = "run", _("Run")
    REPORT = "report", _("Reports")


OPEN = (State.WAITING, State.RUNNING)


class Job(models.Model):
    """One job. While it is open, no other one of its audit is: the database refuses a second one.

    ``worker`` holds it until ``lease_until``, which it renews while it lives; a dead worker holds nothing.
    """

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="jobs")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    wanted = models.JSONField(default=dict)
    """What is asked for, beside the kind."""
    asked_by = models.CharField(max_length=300)
    asked_at = models.DateTimeField(default=timezone.now)
    what = models.CharField(max_length=300, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempts = models.PositiveIntegerField(default=0)
    worker = models.CharField(max_length=200, blank=True)
    lease_until = models.DateTimeField(null=True)
    task = models.CharField(max_length=64, blank=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    """Why it failed."""
    outcome = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["audit"], condition=models.Q(state__in=OPEN), name="one_job_at_a_time"
            )
        ]
        ordering = ["-pk"]

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in OPEN

    @property
    def seconds(self) -> int | None:
        """How long it took."""
        if self.started_at is None or self.finished_at is None:
            return None
        return round((self.finished_at - self.started_at).total_seconds())
