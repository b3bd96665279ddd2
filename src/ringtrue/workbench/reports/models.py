"""What was asked to be made of an audit, and what came of it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.audits.models import Audit


class State(models.TextChoices):
    """How far it is."""

    WAITING = "waiting", _("waiting")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class Order(models.Model):
    """Reports of a run, asked for by somebody."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="orders")
    formats = models.JSONField(default=list)
    language = models.CharField(max_length=5, default="en")
    run = models.CharField(max_length=64, blank=True)
    own_template = models.BooleanField(default=False)
    asked_by = models.CharField(max_length=300)
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    trouble = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
