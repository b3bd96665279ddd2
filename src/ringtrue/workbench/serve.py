"""Starts the workbench: its database, its first person, its worker and its server."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class First:
    """The first person of a new workbench, and the organisation that the person administrates."""

    email: str
    name: str
    password: str
    organisation: str


def prepare(home: Path) -> None:
    """Set Django up on this home and bring its database to the present form."""
    home.mkdir(parents=True, exist_ok=True)
    os.environ["RINGTRUE_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ringtrue.workbench.settings")
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)


def is_new() -> bool:
    """Whether nobody can log in yet."""
    from ringtrue.workbench.people.models import Person

    return not Person.objects.exists()


def begin(first: First) -> list[str]:
    """Make the first person and the organisation; what is wrong with the password, if so."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.db import transaction

    from ringtrue.workbench.organisations.models import Administrator, Organisation
    from ringtrue.workbench.people.models import Person

    try:
        validate_password(first.password)
    except ValidationError as error:
        return list(error.messages)
    with transaction.atomic():
        person = Person.objects.create_user(first.email, first.password, first.name)
        organisation = Organisation.objects.create(name=first.organisation)
        Administrator.objects.create(organisation=organisation, person=person)
    return []


def serve(host: str, port: int, workers: int) -> None:
    """Serve until somebody stops it, with a worker for what takes long, which is started again when it dies."""
    from ringtrue.workbench.kept_alive import kept_alive
    from ringtrue.workbench.server import Server

    worker = [sys.executable, "-m", "django", "worker", "--queue-name", "*", "--interval", "0.5"]
    with kept_alive(worker):
        Server(f"{host}:{port}", workers).run()
