"""What was chosen for a paper of interviews, and the agenda that follows from it."""

from ringtrue.engine.running.last_run import last_run
from ringtrue.model.errors import WrongUse
from ringtrue.model.result import Results
from ringtrue.papers.interview.agenda import ASKED, FROM_BANK, Choice, Planned, agenda
from ringtrue.papers.paper import Wanted
from ringtrue.reports.language import words
from ringtrue.reports.schema import read_results


def wanted_agenda(wanted: Wanted) -> tuple[Results | None, tuple[Planned, ...]]:
    """The results of the last run, if there is one, and the interviews. WrongUse where a choice makes no sense."""
    run = last_run(wanted.folder)
    results = read_results(run / "results.json") if run else None
    choice = _choice(wanted, results)
    return results, agenda(results, choice, words(wanted.language))


def _choice(wanted: Wanted, results: Results | None) -> Choice:
    role, service = wanted.options.get("role"), wanted.options.get("service")
    refuse_role(role)
    known = {one.id: one.id for one in results.services} if results else {}
    known |= {one.name.casefold(): one.id for one in results.services} if results else {}
    if service and results:
        found = known.get(service) or known.get(service.casefold())
        if found is None:
            raise WrongUse(f'the last run has no service "{service}". Its services: {_some(results)}.')
        service = found
    return Choice(role=role, service=service, from_bank=_number(wanted), language=wanted.language)


def refuse_role(role: str | None) -> None:
    """WrongUse where a role was chosen that cannot be asked."""
    if role is not None and role not in ASKED:
        raise WrongUse(f'there is no role "{role}" to ask. There are: {", ".join(ASKED)}.')


def _number(wanted: Wanted) -> int:
    told = wanted.options.get("bank", str(FROM_BANK))
    if not told.isdigit():
        raise WrongUse(f"bank={told}: expected how many questions of the bank, such as bank=6.")
    return int(told)


def _some(results: Results) -> str:
    names = [one.id for one in results.services]
    return ", ".join(names[:20]) + (", …" if len(names) > 20 else "")
