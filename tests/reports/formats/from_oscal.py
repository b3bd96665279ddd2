"""The two OSCAL files read back as the results that they were made of; what lies beside results is in neither."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ringtrue.model.result import AuditInfo, ClauseResult, Fact, Lead, ProcedureResult, Results, SourceResult
from ringtrue.reports.outline import Outline, outline
from ringtrue.reports.working_papers import RunFolder
from tests.reports.formats.blank import blank
from tests.reports.oscal.drawn import values

Piece = Mapping[str, Any]


class Files:
    """Results and plan, with the observations by their kind and the name of what they are about."""

    def __init__(self, results: Piece, plan: Piece) -> None:
        self.results, self.plan = results, plan
        (self.result,) = results["results"]

    def observed(self, kind: str) -> list[Piece]:
        """The observations of a kind."""
        return [one for one in self.result["observations"] if one["types"] == [kind]]

    def of(self, kind: str, **named: str) -> Piece:
        """The observation of a kind with these properties."""
        return next(one for one in self.observed(kind) if named.items() <= {k.replace("-", "_"): v for k, v in values(dict(one)).items()}.items())  # fmt: skip

    def activity(self, procedure: str) -> Piece:
        """The activity of the plan that tests a claim."""
        return next(one for one in self.plan["local-definitions"]["activities"] if values(one).get("procedure") == procedure)  # fmt: skip


def retold(original: Results, run: Path, results: Piece, plan: Piece) -> Outline:
    """The outline of what the files tell. Names are the original's; every number is the files'."""
    files = Files(results, plan)
    spoilt: Results = blank(original)
    told, about = values(files.result), values(results["metadata"])
    return outline(
        replace(
            spoilt,
            run=about["run"],
            version=about["ringtrue-version"],
            audit=_audit(spoilt.audit, results, about),
            sources=tuple(_source(one, results) for one in spoilt.sources),
            procedures=tuple(_procedure(one, files) for one in spoilt.procedures),
            facts=tuple(_fact(one, piece) for one, piece in zip(spoilt.facts, [one for one in files.observed("fact") if "procedure" not in values(dict(one))], strict=True)),
            services=tuple(replace(one, name=original.services[place].name, leads=_leads_of(one.id, files)) for place, one in enumerate(spoilt.services)),
            clauses=tuple(_clause(one, piece) for one, piece in zip(spoilt.clauses, files.observed("clause"), strict=True)),
            questions=tuple(
                replace(one, answer=told[f"question-{one.id}"], why=_why(files.result, one.id)) for one in spoilt.questions
            ),
        ),
        RunFolder(run / "not there"),
    )  # fmt: skip


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _float(told: Mapping[str, str], name: str) -> Any:
    return float(told[name]) if name in told else None


def _int(told: Mapping[str, str], name: str) -> Any:
    return int(told[name]) if name in told else None


def _bounds(told: Mapping[str, str]) -> Any:
    return (float(told["lower"]), float(told["upper"])) if "lower" in told else None


def _value(text: str) -> Any:
    if text in ("true", "false"):
        return text == "true"
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", text) else text


def _why(result: Piece, question: str) -> str:
    return next(_plain(one["remarks"]) for one in result["props"] if one["name"] == f"question-{question}")


def _audit(spoilt: AuditInfo, results: Piece, about: Mapping[str, str]) -> AuditInfo:
    titles = [one["title"] for one in results["back-matter"]["resources"] if "criteria" in values(one)]
    return replace(
        spoilt,
        title=_plain(results["metadata"]["title"]).removeprefix("Audit results: "),
        period=(about["period-from"], about["period-to"]) if "period-from" in about else None,
        records=(about["records-from"], about["records-to"]) if "records-from" in about else None,
        editions=tuple(replace(one, title=_plain(title)) for one, title in zip(spoilt.editions, titles, strict=True)),
        criteria=tuple(_plain(title) for title in titles) or spoilt.criteria,
    )  # fmt: skip


def _source(one: SourceResult, results: Piece) -> SourceResult:
    piece = next(found for found in results["back-matter"]["resources"] if _plain(found["title"]) == one.file and "rlinks" in found)  # fmt: skip
    told = values(piece)
    counts = {name: int(told[name]) for name in ("rows", "loaded", "rejected", "issues")}
    return replace(
        one, **counts, sha256=piece["rlinks"][0]["hashes"][0]["value"], error=told.get("error"),
        assumptions=tuple(map(_plain, filter(None, piece.get("remarks", "").split("\n\n")))),
    )  # type: ignore[arg-type]  # fmt: skip


def _procedure(one: ProcedureResult, files: Files) -> ProcedureResult:
    piece = files.of("procedure", procedure=one.id)
    told, activity = values(dict(piece)), files.activity(one.id)
    set_to, facts = values(dict(activity)), [found for found in files.observed("fact") if values(dict(found)).get("procedure") == one.id]  # fmt: skip
    return replace(
        one, title=_plain(piece["title"]), why=_plain(piece["description"]).partition(": ")[2],
        request=_plain(piece.get("remarks", "")).removeprefix("To ask for: "),
        disproof=_plain(activity["description"]).partition("wrong: ")[2],
        population=_int(told, "population"), judged=_int(told, "judged"), deviations=_int(told, "deviations"),
        untestable=_int(told, "untestable"), share=_float(told, "share"), bounds=_bounds(told), confidence=_float(told, "confidence"),
        coverage=_float(told, "coverage"), clauses=tuple(filter(None, told.get("clauses", "").split(", "))),
        settings=tuple(replace(used, value=_value(set_to[f"setting-{used.name}"])) for used in one.settings),
        facts=tuple(_fact(fact, found) for fact, found in zip(one.facts, facts, strict=True)),
        leads=tuple(_lead(lead, files.of("lead", lead=lead.id)) for lead in one.leads),
    )  # fmt: skip


def _lead(one: Lead, piece: Piece) -> Lead:
    told, lines = values(dict(piece)), [_plain(line) for line in piece.get("remarks", "").split("\n\n")]
    asked = [line.partition(": ")[2] for line in lines if line.startswith("To ask ")]
    return replace(
        one, statement=_plain(piece["description"]), estimate=_float(told, "estimate"), bounds=_bounds(told), p_value=_float(told, "p-value"),
        q_value=_float(told, "q-value"), n=_int(told, "n"), deviations=_int(told, "deviations"), records=_int(told, "records"),
        values={name: _value(told[f"value-{name}"]) for name in one.values},
        explanations=tuple(line.removeprefix("To check first: ") for line in lines if line.startswith("To check first: ")),
        ask=tuple(replace(ask, question=text) for ask, text in zip(one.ask, asked, strict=True)),
    )  # fmt: skip


def _fact(one: Fact, piece: Piece) -> Fact:
    told = values(dict(piece))
    return replace(one, statement=_plain(piece["description"]), value=_value(told["value"]) if "value" in told else None, n=_int(told, "n"), bounds=_bounds(told))  # fmt: skip


def _clause(one: ClauseResult, piece: Piece) -> ClauseResult:
    told = values(dict(piece))
    return replace(one, id=told["clause"], title=_plain(piece["title"]).partition(" ")[2], leads=int(told["leads"]))  # fmt: skip


def _leads_of(service: str, files: Files) -> tuple[str, ...]:
    """The leads whose subject is the service."""
    uuid = next(one["uuid"] for one in files.plan["local-definitions"]["components"] if values(one)["service"] == service)  # fmt: skip
    about = [one for one in files.observed("lead") if uuid in {found["subject-uuid"] for found in one.get("subjects", ())}]  # fmt: skip
    return tuple(values(dict(one))["lead"] for one in about)
