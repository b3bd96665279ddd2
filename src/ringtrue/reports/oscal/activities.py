"""What is done in the audit, as OSCAL's activities: each claim that is tested, each sample, the questions that are put."""

from collections.abc import Iterator, Sequence

from ringtrue.method.sampling.wording import METHODS, described
from ringtrue.model.result import ProcedureResult
from ringtrue.model.sample import Sample
from ringtrue.reports.oscal.controls import related_controls
from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.pieces import Piece, line, props, prose, without_empty
from ringtrue.reports.text import capital


def activities(given: Given) -> Iterator[Piece]:
    """The claims in the order of the results, then the samples, then the interviews where there are any questions."""
    for procedure in given.results.procedures:
        yield _claim(given, procedure)
    for sample in given.samples.values():
        yield _sample(given, sample)
    if given.questions:
        yield _interviews(given)


def _claim(given: Given, one: ProcedureResult) -> Piece:
    settings = {f"setting-{setting.name}": setting.value for setting in one.settings}
    return without_empty(
        {
            "uuid": given.ids.thing("activity", one.id),
            "title": line(one.title),
            "description": prose(
                f"The claim is tested on every record: {one.title}. What would prove a lead of it wrong: {one.disproof}"
            ),
            "props": props(
                {"procedure": one.id, "question": one.question, "item-kind": one.item_kind, **settings},
                {f"setting-{setting.name}": f"basis {setting.basis}" for setting in one.settings},
            ),
            "related-controls": related_controls(given.controls_of(one.id)),
        }
    )


def _sample(given: Given, one: Sample) -> Piece:
    """The plan of a sample, without what its draw brought."""
    planned = described(given.unnamed(one, state="frozen"))
    clauses = [control for clause in one.clauses for control in given.controls.get(clause, ())]
    return without_empty(
        {
            "uuid": given.ids.thing("activity", f"sample {one.id}"),
            "title": line(f"{capital(METHODS[one.method])} {one.id}"),
            "description": line(
                f"Records of {one.population.subject}, {one.population.filter}."
                if one.population
                else "Records of a population that was not frozen."
            ),
            "props": props({"sample": one.id, "method": one.method, "procedure": one.procedure, "lead": one.lead}),
            "steps": _steps(given, one.id, planned),
            "related-controls": related_controls(
                clauses or (given.controls_of(one.procedure) if one.procedure else [])
            ),
        }
    )  # fmt: skip


def _interviews(given: Given) -> Piece:
    asked = [str(one.get("text") or id) for id, one in given.questions.items()]
    clauses = [clause for one in given.questions.values() for clause in one.get("clauses") or ()]
    controls = [control for clause in clauses for control in given.controls.get(clause, ())]
    return without_empty(
        {
            "uuid": given.ids.thing("activity", "interviews"),
            "title": "Interviews",
            "description": "Each question is put only to roles that can know its answer. The steps are the questions that were put.",
            "props": props({"questions": len(asked)}),
            "steps": _steps(given, "interviews", asked),
            "related-controls": related_controls(controls),
        }
    )


def _steps(given: Given, of: str, told: Sequence[str]) -> list[Piece]:
    return [
        {"uuid": given.ids.thing("step", f"{of} {number}"), "description": prose(text)}
        for number, text in enumerate(told, 1)
    ]
