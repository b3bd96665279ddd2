"""``ringtrue sample``"""

from enum import StrEnum
from typing import Annotated

import typer

from ringtrue.cli.options import MEMORY, AuditPath, Json, Memory


class Method(StrEnum):
    """How records are chosen."""

    ATTRIBUTE = "attribute"
    DISCOVERY = "discovery"
    STRATIFIED = "stratified"
    PPS = "pps"
    STOP_OR_GO = "stop-or-go"
    JUDGEMENT = "judgement"


class About(StrEnum):
    """What is concluded on."""

    POPULATION = "population"
    PROCESS = "process"


Subject = Annotated[
    str | None,
    typer.Argument(
        metavar="[OF]", help="What to draw from: a claim (substance.empty-close), a lead, or a table (cases)."
    ),
]
By = Annotated[
    str | None,
    typer.Option("--by", help="Who draws: the name that stands in the audit's journal.", metavar="NAME"),
]
Tolerable = Annotated[
    str, typer.Option("--tolerable", help="The rate of deviations from which on it would matter.")
]
Confidence = Annotated[str, typer.Option("--confidence", help="How sure the conclusion is to be.")]
How = Annotated[
    Method,
    typer.Option(
        "--method",
        help="attribute: is the rate below the tolerable one? discovery: find at least one if there are that many. "
        "stratified: as attribute, with records of each service. pps: large ones with a greater chance. "
        "stop-or-go: a small first look, and a second one planned beforehand. judgement: your own choice, without confidence.",
    ),
]
Acceptable = Annotated[
    int,
    typer.Option("--acceptable", help="How many deviations may be found and the rate still be shown below."),
]
Size = Annotated[
    int | None,
    typer.Option("--size", help="More records than the plan needs; with --extend how many further."),
]
SizeColumn = Annotated[
    str | None,
    typer.Option("--size-column", help="For pps: what makes a record large, such as users_affected."),
]
Verdict = Annotated[
    list[str] | None, typer.Option("--verdict", help="Only records judged so: pass, deviation or untestable.")
]
Service = Annotated[list[str] | None, typer.Option("--service", help="Only records of this service.")]
Items = Annotated[list[str] | None, typer.Option("--item", help="For judgement: a record that you choose.")]
Concerning = Annotated[
    About,
    typer.Option("--about", help="Conclude on the records there are, or on the process that makes them."),
]
SecondSource = Annotated[
    list[str] | None,
    typer.Option(
        "--second-source", metavar="TEXT", help="What you compared the population with, and the result."
    ),
]
Seed = Annotated[
    str | None,
    typer.Option(
        "--seed", help="A seed thrown with dice, say; else one is drawn from the system's randomness."
    ),
]
Run = Annotated[
    str | None, typer.Option("--run", help="The run whose judged records are drawn; else the last.")
]
Commit = Annotated[
    bool,
    typer.Option("--commit", help="Commit the seed, freeze and plan; draw later with --draw and the seed."),
]
Draw = Annotated[
    str | None, typer.Option("--draw", metavar="SAMPLE", help="Draw a sample that was committed.")
]
Extend = Annotated[
    str | None, typer.Option("--extend", metavar="SAMPLE", help="Take the next ranks, where it was planned.")
]
Evaluate = Annotated[
    list[str] | None,
    typer.Option(
        "--evaluate", metavar="SAMPLE", help="What it allows to be said; several: as strata of one."
    ),
]

Prior = Annotated[
    str | None,
    typer.Option(
        "--prior",
        metavar="uniform|A,B",
        help="With --evaluate: also the probability that the rate is below the tolerable one, under the prior Beta(A, B).",
    ),
]


def sample(
    audit: AuditPath,
    of: Subject = None,
    by: By = None,
    tolerable: Tolerable = "5%",
    confidence: Confidence = "95%",
    method: How = Method.ATTRIBUTE,
    acceptable: Acceptable = 0,
    size: Size = None,
    size_column: SizeColumn = None,
    verdict: Verdict = None,
    service: Service = None,
    item: Items = None,
    about: Concerning = About.POPULATION,
    second_source: SecondSource = None,
    seed: Seed = None,
    run: Run = None,
    commit: Commit = False,
    draw: Draw = None,
    extend: Extend = None,
    evaluate: Evaluate = None,
    prior: Prior = None,
    memory: Memory = MEMORY,
    as_json: Json = False,
) -> None:
    """Draw a sample that anybody can draw again, and evaluate it.

    First the seed is committed in the audit's journal, then the population is frozen and the number of records computed, then the
    seed is revealed and the records are drawn: nobody could choose them. Fill in what each record shows with `ringtrue paper
    AUDIT sample`, read it back with `ringtrue record`, and ask what follows with --evaluate. A record that cannot be produced
    counts as a deviation; it is never replaced.

    Example: ringtrue sample northwind-audit substance.empty-close --tolerable 5% --by "Ada Lovelace"
    """
    from ringtrue import api
    from ringtrue.cli import sampled
    from ringtrue.cli.clock import now
    from ringtrue.engine.audit.audit_folder import AuditFolder

    folder = AuditFolder(audit)
    if evaluate:
        done = api.evaluate_sample(folder, evaluate)
        under = api.sample_under_prior(folder, evaluate, sampled.prior(prior)) if prior else None
        sampled.tell_evaluation(done, as_json, under)
        return
    signed = api.Signed(by=sampled.name(by), at=now())
    if draw:
        drawn = api.draw_sample(folder, draw, sampled.revealed(seed), signed, tuple(item or ()), memory)
    elif extend:
        drawn = api.extend_sample(folder, extend, signed, size, memory)
    else:
        asked = api.AskedSample(
            subject=sampled.subject(of),
            wish=api.SampleWish(
                method=method.value,
                tolerable=sampled.share(tolerable, "--tolerable"),
                confidence=sampled.share(confidence, "--confidence"),
                acceptable=acceptable,
                size=size,
                about=about.value,
            ),
            filter=api.SampleFilter(
                verdicts=tuple(verdict or ()),
                services=tuple(service or ()),
                by_service=method is Method.STRATIFIED,
                size_column=sampled.size_column(method.value, size_column),
            ),
            run=run,
            second_source=tuple(second_source or ()),
            items=sampled.chosen(method.value, item),
        )
        drawn = api.sample(folder, asked, signed, seed, not commit, memory)
    sampled.tell(drawn, audit, as_json)
