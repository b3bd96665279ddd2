"""Who was reminded of what, so that nobody is reminded of the same day twice."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from ringtrue.workbench.audits.models import Audit


class Reminder(models.Model):
    """One thing that one person was reminded of, for the day on which it was due."""

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="reminders")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    record = models.CharField(max_length=300)
    due_on = models.CharField(max_length=10)
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["audit", "person", "kind", "record", "due_on"], name="one_reminder_a_day_due"
            )
        ]
