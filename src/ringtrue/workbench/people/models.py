"""Persons, known by their e-mail address, and invitations, each for one person and one use."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone


class Persons(BaseUserManager["Person"]):
    """Makes persons; the address is kept in lower case, so that it is known however it is written."""

    def create_user(self, email: str, password: str | None = None, name: str = "") -> "Person":
        """A person with this address; without a password nobody can log in as it."""
        person = self.model(email=email.strip().lower(), name=name.strip())
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person of an address, however it is written."""
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser):
    """Somebody who may log in. What a person may do is said by memberships, never here."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=5, blank=True, default="")
    """The language of the pages; empty: that of the browser."""
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    objects = Persons()

    def __str__(self) -> str:
        return self.name or self.email


LIVES = timedelta(days=14)


class Invitation(models.Model):
    """A link that lets one person set a password once. Only the hash of its token is kept.

    ``organisation`` with ``administrates``, or ``audit`` with ``role``, say what is joined by it.
    """

    email = models.EmailField()
    name = models.CharField(max_length=200, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.CASCADE)
    administrates = models.BooleanField(default=False)
    audit = models.ForeignKey("audits.Audit", null=True, blank=True, on_delete=models.CASCADE)
    role = models.CharField(max_length=20, blank=True)
    invited_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    @classmethod
    def make(cls, **said: Any) -> tuple["Invitation", str]:
        """A new invitation, and the token for its link, which is told this once."""
        token = secrets.token_urlsafe(32)
        said["email"] = said["email"].strip().lower()
        invitation = cls(token_hash=hashed(token), expires_at=timezone.now() + LIVES, **said)
        invitation.save()
        return invitation, token

    @classmethod
    def usable(cls, token: str, at: datetime | None = None) -> "Invitation | None":
        """The invitation of a token, while it was neither used nor ran out."""
        moment = at or timezone.now()
        return cls.objects.filter(token_hash=hashed(token), used_at=None, expires_at__gt=moment).first()


def hashed(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
