"""Organisations and who administrates them."""

import secrets

from django.conf import settings
from django.db import models


def new_id() -> str:
    """An id that cannot be guessed, for addresses."""
    return secrets.token_hex(8)


class Organisation(models.Model):
    """An organisation whose audits are kept here."""

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    template = models.BinaryField(null=True, blank=True)
    """The organisation's own Word template of reports."""
    template_name = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name


class Administrator(models.Model):
    """Somebody who administrates an organisation: creates audits, invites, sets the template; sees no evidence by that."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="administrators")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "person"], name="one_administrator")]
