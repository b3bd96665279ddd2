"""Whom to ask what: the interviews that an audit's leads ask for, each with questions of the bank that suit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ringtrue.method.banks.questions import BankQuestion, all_questions
from ringtrue.method.banks.questions.for_service import for_service
from ringtrue.method.banks.questions.read import suiting
from ringtrue.method.banks.told import told_in
from ringtrue.model.result import Lead, ProcedureResult, Results
from ringtrue.reports.language import Words
from ringtrue.tables.vocabulary import ROLES

ASKED = tuple(role for role in ROLES if role != "auditor")
LESSONS = {
    "outcomes": "L1",
    "value": "L2",
    "roles": "L3",
    "flow": "L4",
    "substance": "L5",
    "thread": "thread",
}
"""The lesson of each of the six questions."""
FROM_BANK = 6
"""How many questions of the bank join those of the leads, unless somebody chose."""


@dataclass(frozen=True, kw_only=True)
class ToAsk:
    """A question for an interview. ``leads`` are the leads that ask it; none: it is from the bank."""

    id: str
    text: str
    lesson: str
    clauses: tuple[str, ...]
    allowed_roles: tuple[str, ...]
    concept: str | None = None
    evidence: str = ""
    follow_ups: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Planned:
    """An interview to be held: a role, the service if it is about one, and the questions."""

    role: str
    service: str | None = None
    service_name: str | None = None
    questions: tuple[ToAsk, ...] = ()

    @property
    def id(self) -> str:
        """The id by which answers name it."""
        return f"I-{self.role}" + (f"-{self.service}" if self.service else "")

    @property
    def leads(self) -> int:
        """How many leads ask for it."""
        return len({lead for one in self.questions for lead in one.leads})


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What an agenda is to hold: one role, one service (both None: all), and how much of the bank."""

    role: str | None = None
    service: str | None = None
    from_bank: int = FROM_BANK
    language: str = "en"


@dataclass
class _Gathered:
    questions: dict[str, ToAsk] = field(default_factory=dict)
    clauses: set[str] = field(default_factory=set)


def agenda(results: Results | None, choice: Choice, told: Words) -> tuple[Planned, ...]:
    """The interviews, role by role, services in the order of their names.

    Where no lead asks for what was chosen, there is one interview a role with questions of the bank alone.
    """
    found = _of_leads(results.procedures if results else (), choice, told)
    names = {one.id: one.name for one in results.services} if results else {}
    if not found:
        wanted = [choice.role] if choice.role else ASKED
        found = {(role, choice.service): _Gathered() for role in wanted}
    keys = sorted(found, key=lambda key: (ASKED.index(key[0]), names.get(key[1] or "", key[1] or "")))
    return tuple(_planned(role, service, names, found[role, service], choice) for role, service in keys)


def _of_leads(
    procedures: Iterable[ProcedureResult], choice: Choice, told: Words
) -> dict[tuple[str, str | None], _Gathered]:
    found: dict[tuple[str, str | None], _Gathered] = {}
    for procedure in procedures:
        for lead in procedure.leads:
            for asked in lead.ask:
                if not _wanted(asked.role, lead.service, choice):
                    continue
                gathered = found.setdefault((asked.role, lead.service), _Gathered())
                gathered.clauses.update(procedure.clauses)
                _add(gathered.questions, procedure, lead, asked.role, asked.question, told)
    return found


def _wanted(role: str, service: str | None, choice: Choice) -> bool:
    return role in ASKED and choice.role in (None, role) and choice.service in (None, service)


def _add(
    questions: dict[str, ToAsk], procedure: ProcedureResult, lead: Lead, role: str, text: str, told: Words
) -> None:
    """Leads of one procedure that ask the same are one question with several reasons."""
    number = 1 + len({one for one in questions if one.startswith(f"{procedure.id}/{role}")})
    same = next((one for one in questions.values() if one.text == told(text)), None)
    id = same.id if same else f"{procedure.id}/{role}" + (f"/{number}" if number > 1 else "")
    before = questions.get(id)
    questions[id] = ToAsk(
        id=id,
        text=told(text),
        lesson=LESSONS[procedure.question],
        clauses=procedure.clauses,
        allowed_roles=(role,),
        leads=(*(before.leads if before else ()), lead.id),
        why=(*(before.why if before else ()), told(lead.statement)),
    )


def _planned(
    role: str, service: str | None, names: dict[str, str], gathered: _Gathered, choice: Choice
) -> Planned:
    name = names.get(service, service) if service else None
    bank = suiting(role, gathered.clauses, choice.from_bank)
    return Planned(
        role=role,
        service=service,
        service_name=name,
        questions=(*gathered.questions.values(), *(from_bank(one, name, choice.language) for one in bank)),
    )


def from_bank(one: BankQuestion, service: str | None, language: str) -> ToAsk:
    """A question of the bank, with the service's name in it."""
    return ToAsk(
        id=one.id,
        text=for_service(told_in(one.text, language), service, language),
        lesson=one.lesson,
        clauses=one.clauses,
        allowed_roles=one.roles,
        concept=one.concept,
        evidence=told_in(one.evidence, language),
        follow_ups=tuple(for_service(text, service, language) for text in told_in(one.follow_ups, language)),
    )


def bank_question(id: str) -> BankQuestion | None:
    """The question of the bank of that id."""
    return next((one for one in all_questions() if one.id == id), None)


def roles_of(planned: Sequence[Planned]) -> tuple[str, ...]:
    """The roles that are asked, in their order."""
    return tuple(dict.fromkeys(one.role for one in planned))
