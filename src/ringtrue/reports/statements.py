"""The sentence of a lead as people read it: the service that it is about is called by its name."""

from collections.abc import Mapping

from ringtrue.model.result import Lead
from ringtrue.reports.text import plain, sentence, unbroken


def stated(lead: Lead, names: Mapping[str, str], most: int = 10_000) -> str:
    """The statement, at most so many letters. ``names`` are those of the services, by id."""
    return sentence(unbroken(plain(_named(lead, names), most)))


def _named(lead: Lead, names: Mapping[str, str]) -> str:
    service = lead.service or ""
    name = names.get(service, service)
    begins = bool(service) and lead.statement.startswith(f"{service}: ")
    return f"{name}{lead.statement[len(service) :]}" if begins else lead.statement
