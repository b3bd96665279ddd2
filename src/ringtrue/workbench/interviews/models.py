"""A rater's score while the other rater's is awaited: kept out of the trail, where the other could read it."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from ringtrue.workbench.audits.models import Audit


class Score(models.Model):
    """What one person gave one answer. ``rater`` is the name under which the trail knows the person; ``released``: the trail holds it."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="scores")
    answer = models.CharField(max_length=1000)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    rater = models.CharField(max_length=300)
    score = models.PositiveSmallIntegerField()
    scored_at = models.DateTimeField(default=timezone.now)
    released = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audit", "answer", "person"], name="one_score_a_person")
        ]
        ordering = ["pk"]
