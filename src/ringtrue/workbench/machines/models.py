"""Tokens: each of one member for one audit, kept as a hash only."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.audits.models import Membership
from ringtrue.workbench.people.models import hashed

MARK = "rtk_"
"""How every token begins, so that one that strayed into a file is known for what it is."""

SEEN = timedelta(minutes=5)
"""How exactly it is kept when a token was last used."""


class Scope(models.TextChoices):
    """What a token may be used for; never more than its member may do."""

    READ = "read", _("read")
    IMPORT = "import", _("hand in and load sources")
    RUN = "run", _("start runs")
    WRITE = "write", _("write findings")


class Token(models.Model):
    """A token. It works while its member is one: who leaves and comes back makes a new one."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    scopes = models.JSONField()
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]

    @classmethod
    def make(cls, **said: Any) -> tuple["Token", str]:
        """A new token, and its text, which is told this once."""
        text = MARK + secrets.token_urlsafe(32)
        return cls.objects.create(token_hash=hashed(text), **said), text

    @classmethod
    def usable(cls, text: str, at: datetime | None = None) -> "Token | None":
        """The token of that text, while it was neither revoked nor ran out and its member is one and active."""
        moment = at or timezone.now()
        found = cls.objects.select_related("membership__audit__organisation", "membership__person").filter(
            token_hash=hashed(text),
            revoked_at=None,
            expires_at__gt=moment,
            membership__left_at=None,
            membership__person__is_active=True,
        )
        return found.first()

    def seen(self) -> None:
        """Note that it was used, now and then only."""
        moment = timezone.now()
        stale = Q(used_at=None) | Q(used_at__lt=moment - SEEN)
        if self.used_at is None or self.used_at < moment - SEEN:
            Token.objects.filter(stale, pk=self.pk).update(used_at=moment)

    @property
    def state(self) -> str:
        """Whether it works."""
        if self.revoked_at:
            return str(_("revoked"))
        return str(_("ran out")) if self.expires_at <= timezone.now() else str(_("works"))
