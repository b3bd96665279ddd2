"""What is read first: the title, one sentence that sums up, the six questions, the services, what was judged."""

from collections import Counter

from ringtrue.model.result import (
    QUESTIONS,
    AuditInfo,
    ProcedureResult,
    QuestionResult,
    Results,
    ServiceResult,
)
from ringtrue.reports.names import lead_anchor, service_names
from ringtrue.reports.numbers import count, in_words, plural
from ringtrue.reports.parts import Cell, Column, Matrix, QuestionCard, Table, Term, TitlePage
from ringtrue.reports.statements import stated
from ringtrue.reports.text import capital, listed, period, plain, sentence
from ringtrue.reports.weight import in_order
from ringtrue.reports.words import ANSWERS, HEADING, NOT_A_FINDING, SHORT

FIRST_SERVICES = 12


def title_page(results: Results) -> TitlePage:
    """The title page; the first thing to look at is the heaviest lead."""
    audit = results.audit
    leads = in_order(results)
    about = (
        Term(name="Organisation", text=plain(audit.organisation or "not named", 120)),
        Term(name="Audit period", text=period(audit.period, audit.records)),
        Term(name="Criteria", text="; ".join(_criteria(audit)) or "none given"),
        *((Term(name="Method", text=plain(audit.method.title, 120)),) if audit.method else ()),
        Term(name="Time zone", text=plain(audit.timezone, 60)),
        Term(name="Run", text=f"{plain(results.run, 80)}, Ringtrue {plain(results.version, 40)}"),
    )
    return TitlePage(
        heading=HEADING,
        audit=plain(audit.title, 200),
        about=about,
        summary=summary([question.answer for question in results.questions]),
        first=stated(leads[0], service_names(results)) if leads else "",
        first_link=f"#{lead_anchor(leads[0].id)}" if leads else "",
        cautions=(NOT_A_FINDING, *unread(results)),
    )


def _criteria(audit: AuditInfo) -> list[str]:
    """The titles of the editions, or their names where a run does not know more of them."""
    return [plain(one.title, 120) for one in audit.editions] or [plain(one, 120) for one in audit.criteria]


def summary(answers: list[str]) -> str:
    """The answers to the six questions in one sentence that neither boasts nor accuses."""
    found = Counter(answers)
    against, good, unknown = found["contradicted"], found["supported"], found["undetermined"]
    if against + good == 0:
        return "None of the six questions can be answered yet: there is not enough evidence."
    verbs = [f"there are leads to look into in {in_words(against)}"] if against else []
    verbs += [f"the records support the management system in {in_words(good)}"] if good else []
    gap = f"; for {in_words(unknown)} there is not enough evidence yet" if unknown else ""
    return f"Of {in_words(len(answers))} questions, {listed(verbs)}{gap}."


def unread(results: Results) -> tuple[str, ...]:
    """A warning where files could not be read, empty otherwise."""
    broken = [plain(source.file, 80) for source in results.sources if source.error]
    if not broken:
        return ()
    verb = "was" if len(broken) == 1 else "were"
    names = listed(broken if len(broken) <= 4 else [*broken[:3], f"{count(len(broken) - 3)} more"])
    return (
        f"{capital(in_words(len(broken)))} of {count(len(results.sources))} files {verb} not read: {names}.",
    )


def question_cards(results: Results) -> tuple[QuestionCard, ...]:
    """The six questions in their fixed order, so that two reports can be laid side by side."""
    given = {question.id: question for question in results.questions}
    missing = {id: QuestionResult(id=id, answer="undetermined", why="") for id in QUESTIONS}
    return tuple(_card(results, given.get(id, missing[id])) for id in QUESTIONS)


def _card(results: Results, question: QuestionResult) -> QuestionCard:
    own = [one for one in results.procedures if one.question == question.id]
    leads = sum(len(one.leads) for one in own)
    answer, colour = ANSWERS[question.answer]
    return QuestionCard(
        id=question.id,
        question=QUESTIONS[question.id],
        answer=answer,
        colour=colour,
        leads=plural(leads, "lead") if leads else "",
        why=sentence(capital(plain(question.why, 300))),
        next_step=_next_step(own) if question.answer == "undetermined" else "",
        link=f"#leads-{question.id}"
        if leads
        else "#requests"
        if question.answer == "undetermined"
        else "#procedures",
    )


def _next_step(own: list[ProcedureResult]) -> str:
    """What to ask for, where a question cannot be answered yet."""
    wanted = list(
        dict.fromkeys(one.request for one in own if one.result == "insufficient_data" and one.request)
    )
    if not wanted:
        return ""
    more = f", and {in_words(len(wanted) - 1)} more" if len(wanted) > 1 else ""
    return f"Ask for {plain(wanted[0], 400)}{more}."


def service_matrix(results: Results) -> Matrix | None:
    """Services by questions; those that most questions are contradicted for come first, critical ones before others."""
    if not results.services:
        return None
    names = service_names(results)
    per_lead = {lead.id: one.question for one in results.procedures for lead in one.leads}
    ordered = sorted(results.services, key=_gravity)
    rows = tuple(_service_row(service, names, per_lead) for service in ordered)
    columns = (Column(title="Service"), *(Column(title=SHORT[id]) for id in QUESTIONS))
    first = Table(caption="Services by questions", columns=columns, rows=rows[:FIRST_SERVICES])
    rest = rows[FIRST_SERVICES:]
    others = Table(caption="The other services by questions", columns=columns, rows=rest) if rest else None
    note = "Those with the most questions contradicted come first, critical services before others."
    return Matrix(first=first, others=others, note=note)


def _gravity(service: ServiceResult) -> tuple[int, int, int, str]:
    against = sum(answer == "contradicted" for answer in service.questions.values())
    rank = {"critical": 0, "high": 1, "low": 3}.get(service.criticality or "", 2)
    return -against, rank, -len(service.leads), service.id


def _service_row(service: ServiceResult, names: dict[str, str], per_lead: dict[str, str]) -> tuple[Cell, ...]:
    leads = Counter(per_lead[id] for id in service.leads if id in per_lead)
    head = Cell(text=names[service.id], note=plain(service.criticality or "", 20))
    return head, *(_answer(service, id, leads[id]) for id in QUESTIONS)


def _answer(service: ServiceResult, question: str, leads: int) -> Cell:
    answer = service.questions.get(question, "undetermined")
    colour = ANSWERS[answer][1]
    said = {"contradicted": plural(leads, "lead") if leads else "contradicted", "supported": "no lead"}
    return Cell(text=said.get(answer, "not known"), colour=colour, link=f"#leads-{question}" if leads else "")


def judged(results: Results) -> tuple[str, Table]:
    """What was read and judged, and what was not: a sentence and the procedures' results by question."""
    told = " ".join(part for part in (_read(results), _no_services(results)) if part)
    columns = ("Question", "Leads", "No lead", "Not enough data", "Does not apply")
    table = Table(
        caption="Procedures by result",
        columns=tuple(Column(title=title, number=place > 0) for place, title in enumerate(columns)),
        rows=tuple(_result_row(results, id) for id in QUESTIONS),
    )
    return told, table


def _read(results: Results) -> str:
    """How many files and rows were read, and how many of these could not be used."""
    read = [source for source in results.sources if not source.error]
    rows, rejected = sum(source.rows for source in read), sum(source.rejected for source in read)
    if not read:
        return "No file was read."
    verb = "was" if len(read) == 1 else "were"
    used = (
        f"{plural(rejected, 'row')} could not be used, as the load issues tell"
        if rejected
        else "all of them could be used"
    )
    return f"{capital(plural(len(read), 'file'))} with {plural(rows, 'row')} {verb} read; {used}."


def _no_services(results: Results) -> str:
    return (
        ""
        if results.services
        else "No service is known from the files, so nothing is told service by service."
    )


def _result_row(results: Results, question: str) -> tuple[Cell, ...]:
    found = Counter(one.result for one in results.procedures if one.question == question)
    kinds = (found["lead"], found["no_lead"], found["insufficient_data"], found["not_applicable"])
    return Cell(text=SHORT[question]), *(Cell(text=count(n) if n else "–") for n in kinds)
