"""The programme as it was saved, each time anew: nothing is written over."""

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from ringtrue.model.entry import from_content, to_content
from ringtrue.model.programme import Programme
from ringtrue.workbench.organisations.models import Organisation

EMPTY = Programme(objectives=(), owner="", years=())


class Version(models.Model):
    """One version of an organisation's programme; the highest holds."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="programmes")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    by = models.CharField(max_length=300)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_programme_a_number")
        ]

    @property
    def programme(self) -> Programme:
        """What it says."""
        return from_content(Programme, self.content)


def newest(organisation: Organisation) -> tuple[Programme, int]:
    """The programme that holds, and its number; an empty one with 0 before the first."""
    found = organisation.programmes.first()
    return (found.programme, found.number) if found else (EMPTY, 0)


def keep(organisation: Organisation, programme: Programme, by: str, number: int) -> bool:
    """Save what was made of that version; False where somebody else saved meanwhile."""
    try:
        with transaction.atomic():
            content = to_content(programme)
            Version.objects.create(organisation=organisation, number=number + 1, content=content, by=by)
    except IntegrityError:
        return False
    return True
