"""Links to the self-test. Each is for one person and one use; who that person is, nobody keeps."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from ringtrue.workbench.audits.models import Audit


class TestLink(models.Model):
    """A link for one member of a team. Only the hash of its token is kept, and never when it was used: nobody is to be found by it."""

    __test__ = False

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="test_links")
    token_hash = models.CharField(max_length=64, unique=True)
    role = models.CharField(max_length=30)
    team = models.CharField(max_length=200)
    service = models.CharField(max_length=200, blank=True)
    each = models.PositiveSmallIntegerField(default=2)
    language = models.CharField(max_length=5, default="en")
    made_by = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used = models.BooleanField(default=False)
    alias = models.CharField(max_length=40, blank=True)
    """What the trail calls the team until five of it have answered."""
    interview = models.CharField(max_length=100, blank=True)
    """The interview in the trail that came of it, while it stands there under the alias."""
    withdrawn = models.BooleanField(default=False)

    @classmethod
    def make(cls, number: int, days: int, **said: Any) -> list[str]:
        """So many links; their tokens, which are told this once."""
        tokens = [secrets.token_urlsafe(32) for _ in range(number)]
        until = timezone.now() + timedelta(days=days)
        same = cls.objects.filter(audit=said["audit"], team=said["team"]).exclude(alias="").first()
        alias = same.alias if same else f"team-{secrets.token_hex(4)}"
        cls.objects.bulk_create(
            [cls(token_hash=hashed(one), expires_at=until, alias=alias, **said) for one in tokens]
        )
        return tokens

    @classmethod
    def usable(cls) -> "models.QuerySet[TestLink]":
        """Links that were neither used nor withdrawn, and have not run out."""
        return cls.objects.filter(used=False, withdrawn=False, expires_at__gt=timezone.now())


def hashed(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
