"""Entries, which are only added, and records, which are what the last entry of each says."""

from django.db import models

from ringtrue.workbench.audits.models import Audit


class Entry(models.Model):
    """One act: a line of the audit's journal, kept as the bytes that its hash is of."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="trail")
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=40)
    record = models.CharField(max_length=1000)
    at = models.CharField(max_length=40)
    by = models.CharField(max_length=300)
    line = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audit", "seq"], name="one_entry_a_number")]
        indexes = [models.Index(fields=["audit", "kind", "record"])]
        ordering = ["seq"]


class Record(models.Model):
    """A record as it is now. ``version`` is the number of the entry that made it so."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="records")
    kind = models.CharField(max_length=40)
    record = models.CharField(max_length=1000)
    content = models.JSONField()
    by = models.CharField(max_length=300)
    at = models.CharField(max_length=40)
    version = models.PositiveBigIntegerField()
    first = models.PositiveBigIntegerField()
    """The number of its first entry: the order in which records came."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audit", "kind", "record"], name="one_state_a_record")]
        ordering = ["first"]
