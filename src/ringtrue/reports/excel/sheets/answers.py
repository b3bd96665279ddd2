"""The six questions, and services by questions."""

from collections import Counter

from ringtrue.model.result import QUESTIONS, ServiceResult
from ringtrue.reports.excel.column import Link, Marked, Value
from ringtrue.reports.excel.plan import WHOLE, SheetPlan, columns
from ringtrue.reports.excel.sheets.material import Material
from ringtrue.reports.text import capital, sentence
from ringtrue.reports.words import ANSWERS, SHORT

_TAB = "#1F3A4D"


def questions(material: Material) -> SheetPlan:
    """Each question with its answer, and the results of its procedures."""
    words = material.words
    number = {"number": WHOLE}
    return SheetPlan(
        name=words("Questions"),
        title=words("The six questions"),
        about=words("The answers, and what they rest on"),
        columns=columns(
            words,
            ("Question", 14, {}),
            ("Asked", 48, {"wrap": True}),
            ("Answer", 15, {}),
            ("Why", 58, {"wrap": True}),
            ("Leads", 9, {**number, "help": "Reasons to look, over all claims of the question."}),
            ("Claims with leads", 11, number),
            ("Claims without a lead", 11, number),
            ("Not enough data", 11, {**number, "help": "Claims that could not be judged for want of data."}),
            ("Does not apply", 11, number),
        ),
        rows=lambda: (_question(material, id) for id in QUESTIONS),
        count=len(QUESTIONS),
        tab=_TAB,
    )


def _question(material: Material, id: str) -> list[Value]:
    words = material.words
    own = [one for one in material.results.procedures if one.question == id]
    given = next((one for one in material.results.questions if one.id == id), None)
    answer, colour = ANSWERS[given.answer if given else "undetermined"]
    kinds = Counter(one.result for one in own)
    return [
        words(SHORT[id]),
        words(QUESTIONS[id]),
        Marked(words(answer), colour),
        words(sentence(capital(given.why))) if given else "",
        sum(len(one.leads) for one in own),
        *(kinds[kind] for kind in ("lead", "no_lead", "insufficient_data", "not_applicable")),
    ]


def services(material: Material) -> SheetPlan:
    """Each service with the six answers."""
    words = material.words
    short = tuple((SHORT[id], 14, {"help": QUESTIONS[id]}) for id in QUESTIONS)
    return SheetPlan(
        name=words("Services"),
        title=words("Services by questions"),
        about=words("What the records say of each service, question by question"),
        columns=columns(
            words,
            ("Service", 34, {}),
            ("Id", 18, {}),
            ("Criticality", 11, {}),
            *short,
            ("Leads", 9, {"number": WHOLE}),
        ),
        rows=lambda: (_service(material, one) for one in material.results.services),
        count=len(material.results.services),
        tab=_TAB,
    )


def _service(material: Material, one: ServiceResult) -> list[Value]:
    words = material.words
    answers = [ANSWERS[one.questions.get(id, "undetermined")] for id in QUESTIONS]
    return [
        material.services[one.id],
        one.id,
        words(one.criticality or ""),
        *(Marked(words(said), colour) for said, colour in answers),
        len(one.leads),
    ]


def procedure_link(material: Material, id: str) -> Value:
    """The id of a procedure, leading to its sheet where it has one."""
    return Link(id, id) if material.has_sheet(id) else id
