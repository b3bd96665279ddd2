"""A sample in sentences, for the terminal, the papers and the report: neutral, and with what the numbers do not say."""

from collections.abc import Sequence

from ringtrue.method.sampling.evaluate import Evaluation
from ringtrue.model.sample import Sample

METHODS = {
    "attribute": "attribute sample",
    "discovery": "discovery sample",
    "stratified": "stratified sample",
    "pps": "sample by size",
    "stop-or-go": "sample with two planned looks",
    "judgement": "judgement sample",
}


def rate(share: float) -> str:
    """A share as per cent with one decimal."""
    return f"{share * 100:.1f}\u00a0%"


def apart(share: float, from_: float) -> str:
    """A share as per cent, with as many decimals as tell it from another one."""
    for decimals in (1, 2, 3):
        told = f"{share * 100:.{decimals}f}"
        if told != f"{from_ * 100:.{decimals}f}":
            break
    return f"{told}\u00a0%"


def sure(confidence: float) -> str:
    """A confidence as per cent, with decimals only where it has some."""
    return f"{round(confidence * 100, 2):g}\u00a0%"


def conclusion(done: Evaluation, by_size: bool = False) -> str:
    """What an evaluation says, in a sentence or two."""
    tolerable, confidence = rate(done.tolerable), sure(done.confidence)
    if done.outcome == "not_yet":
        return f"Not yet: {done.open:,} of {done.drawn:,} records are still to be judged."
    if done.outcome == "no_statement":
        return (
            f"{done.deviations:,} of {done.drawn:,} records chosen by judgement deviate. "
            "Nothing follows for records that were not looked at."
        )
    if done.outcome == "second_look":
        return f"One deviation in the first look: the plan asks for {done.further:,} further records before anything is concluded."
    upper = apart(done.upper or 0.0, done.tolerable)
    if done.outcome == "found":
        return f"The sample found what it was to find: {done.deviations:,} of {done.drawn:,} records deviate. The rate is at most {upper} with {confidence} confidence."
    of = "share of size in deviating records" if by_size else "rate of deviations"
    if done.outcome == "below":
        return f"The {of} is at most {upper} with {confidence} confidence, which is below the tolerable {tolerable}."
    return f"The {of} may be up to {upper} with {confidence} confidence; that it is below the tolerable {tolerable} is not shown."


def described(sample: Sample) -> list[str]:
    """What was done, in the order in which it was done."""
    given = (
        "was drawn from the system's randomness"
        if sample.seed_origin == "system"
        else "was given by the auditor"
    )
    told = [
        f"The seed {given} and committed by {sample.committed_by} on {sample.committed_at}: its fingerprint, the SHA-256 {sample.seed_sha256}, was written down before the population was read."
    ]
    if sample.population is not None:
        told += _population(sample)
    if sample.looks:
        told += [_plan(sample)]
    if sample.state == "drawn":
        told += [_drawn(sample)]
    return told


def _population(sample: Sample) -> list[str]:
    frozen = sample.population
    if frozen is None:
        return []
    run = f" in run {frozen.run}" if frozen.run else ""
    return [
        f"Then the population was frozen: {frozen.count:,} records of {frozen.subject}{run}, {frozen.filter}; SHA-256 of their sorted ids {frozen.ids_sha256}.",
        *([_weighed(frozen.size_column)] if frozen.size_column else []),
        *frozen.notes,
    ]


def _weighed(column: str) -> str:
    return (
        f"The records are weighed by {column}: a large one has a greater chance, and what is concluded on is the share of it that lies "
        "in deviating records. The bound counts the records as drawn independently; for a systematic draw in random order this is close, not exact."
    )


def _plan(sample: Sample) -> str:
    tolerable, confidence = rate(sample.tolerable), sure(sample.confidence)
    first = sample.looks[0]
    if sample.method == "judgement":
        return "The records were chosen by the auditor's judgement: a judgement sample carries no statement of confidence."
    if sample.method == "stop-or-go":
        more = sample.looks[1].n - first.n
        return (
            f"The plan, for a tolerable rate of {tolerable} and {confidence} confidence: look at {first.n:,} records; with none deviating it ends, "
            f"with exactly one {more:,} further records are looked at, of which none may deviate; with more it ends."
        )
    about = (
        "the records of the population"
        if sample.about == "population"
        else "the process that makes such records"
    )
    accepts = "none deviates" if first.acceptable == 0 else f"at most {first.acceptable} deviate"
    return (
        f"The plan, for a tolerable rate of {tolerable} and {confidence} confidence, on {about}: "
        f"look at {first.n:,} records; the rate is shown to be below if {accepts}."
    )


def _drawn(sample: Sample) -> str:
    if sample.method == "judgement":
        return f"{sample.drawn:,} records were taken by {sample.drawn_by} on {sample.drawn_at}."
    how = "the first by SHA-256(seed, 0x1F, id)"
    if sample.method == "stratified":
        how = "the first of each stratum by SHA-256(seed, 0x1F, id)"
    if sample.sizes is not None:
        how = f"{sample.sizes.certain:,} certain by their size, the others at every interval of {sample.sizes.interval:g} of size along the order of SHA-256(seed, 0x1F, id)"
    return f"{sample.drawn:,} records were drawn by {sample.drawn_by} on {sample.drawn_at}, {how}; the seed is {sample.seed}."


def filter_text(verdicts: Sequence[str], services: Sequence[str]) -> str:
    """The filter of a population in words."""
    parts = []
    if verdicts:
        parts.append(f"judged as {' or '.join(verdicts)}")
    if services:
        parts.append(f"service {' or '.join(services)}")
    return ", ".join(parts) or "all of them"
