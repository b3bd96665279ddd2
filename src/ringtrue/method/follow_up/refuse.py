"""Judges a step of the response chain: whether it may be taken now, by this person, with what is given."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from ringtrue.method.findings.known import Known, same_person
from ringtrue.method.findings.rules.people import own_work_in
from ringtrue.method.follow_up.chain import Chain, chain_of
from ringtrue.method.follow_up.effectiveness import is_shown, more_needed, upper_bound
from ringtrue.model.errors import ResponseRefused
from ringtrue.model.finding import Finding, Refusal
from ringtrue.model.follow_up import AUDITEE_STEPS, STEPS, NewCases, Response

_TOLD = {
    "correction": "the correction",
    "extent": "the extent",
    "root_cause": "the root cause",
    "corrective_action": "a corrective action",
    "accepted": "the acceptance",
}


@dataclass(frozen=True)
class FollowUp:
    """What is known when a step is judged. ``auditors`` are the names of the team; empty: no plan names one."""

    responses: Sequence[Response] = ()
    auditors: frozenset[str] = frozenset()
    known: Known = field(default_factory=Known)


def response_refusals(finding: Finding | None, new: Response, follow_up: FollowUp) -> tuple[Refusal, ...]:
    """Every reason why the step cannot be taken; none: it can. ``finding`` is the one that it names, None if there is none."""
    if finding is None:
        told = f"There is no finding {new.finding} on record."
        return (Refusal("unknown_finding", told, "Correct its number, or record the finding first."),)
    if new.step not in STEPS:
        return (Refusal("step", f'"{new.step}" is no step.', f"Choose one of {', '.join(STEPS)}."),)
    if finding.grade in (None, "positive", "conforming"):
        told = f"Finding {finding.id} is {finding.grade or 'not graded yet'} and asks for no answer."
        return (Refusal("no_answer_needed", told, "Answer nonconformities and opportunities only."),)
    chain = chain_of(finding, follow_up.responses)
    return (
        *_given(new),
        *_persons(new, follow_up.known),
        *_order(finding, chain, new),
        *_who(finding, chain, new, follow_up),
        *_evidence(new, follow_up.known),
        *_effect(finding, chain, new),
        *_closing(finding, chain, new, follow_up.known),
    )


def accepted_response(finding: Finding | None, new: Response, follow_up: FollowUp) -> Response:
    """The step as it was given; ResponseRefused with every reason if it cannot be taken."""
    found = response_refusals(finding, new, follow_up)
    if found:
        raise ResponseRefused(new.finding, [str(one) for one in found], tuple(one.rule for one in found))
    return new


def _given(new: Response) -> Iterator[Refusal]:
    if not new.text.strip():
        yield Refusal("no_text", "Nothing is said.", "Say what was found, decided or done.")
    if not new.by.strip():
        yield Refusal("no_name", "Nobody is named who did it.", "Name who did it.")
    for told, day in (("day", new.on), ("day until which it is promised", new.due_on)):
        if day is not None and not _is_day(day):
            yield Refusal("date", f'The {told} is "{day}".', "Give a day, such as 2026-04-30.")
    if new.step in ("correction", "corrective_action") and not new.action:
        yield Refusal(
            "no_number", "It has no number.", "Number it, such as C1 for a correction, A1 for an action."
        )


def _persons(new: Response, known: Known) -> Iterator[Refusal]:
    """A cause is never a person; who answers for an action stands in its own field."""
    named = known.names.found_in(new.text)
    if named:
        told = f"The text names a person ({', '.join(named)})."
        yield Refusal("person_named", told, "Name the role, the team or the service.")


def _order(finding: Finding, chain: Chain, new: Response) -> Iterator[Refusal]:
    if chain.state == "closed" and new.step != "reopened":
        yield _early("The finding is closed.", "Reopen it first, with the reason.")
        return
    missing = _before(finding, chain, new)
    if missing:
        yield _early(f"{missing[0].capitalize()} is missing.", f"Record {missing[0]} first.")
    yield from _ORDERS.get(new.step, _nothing)(chain, new)


def _before(finding: Finding, chain: Chain, new: Response) -> list[str]:
    """The first step of the chain that has to come before this one and did not. After a reopening, correction and extent stand."""
    needed = {
        "extent": ["correction"],
        "root_cause": ["correction", "extent"],
        "corrective_action": ["correction", "extent", "root_cause"],
        "accepted": ["correction", "extent", "root_cause", "corrective_action"],
        "rejected": ["correction", "extent", "root_cause", "corrective_action"],
        "effectiveness": ["accepted"],
        "closed": ["accepted"],
    }.get(new.step, [])
    if not finding.is_nonconformity:
        needed = [step for step in needed if step in ("corrective_action", "accepted")]
    kept = ("correction", "extent")
    return [_TOLD[step] for step in needed if not (chain.had(step) if step in kept else chain.has(step))][:1]


def _promising(chain: Chain, new: Response) -> Iterator[Refusal]:
    if chain.last("accepted"):
        yield _early("The answer was accepted.", "Carry it out; a change of it needs a reopening.")
    if new.action in {one.action for one in chain.promises}:
        yield Refusal("number", f"{new.action} stands for another one.", "Give it a number of its own.")


def _deciding(chain: Chain, new: Response) -> Iterator[Refusal]:
    if chain.state in ("accepted", "implemented", "effective", "not_effective"):
        yield _early("The answer was accepted already.", "Go on with what was promised.")
    elif chain.state == "rejected":
        yield _early("No new corrective action came since it was rejected.", "Record the new one first.")


def _implementing(chain: Chain, new: Response) -> Iterator[Refusal]:
    promise = next((one for one in chain.promises if one.action == new.action), None)
    if promise is None:
        known = ", ".join(one.action for one in chain.promises) or "none yet"
        yield Refusal(
            "number", f"{new.action or 'No number'} is not what was promised.", f"Name one of: {known}."
        )
        return
    if promise.done:
        yield _early(f"{new.action} was carried out already.", "Name another one.")
    if promise.promised.step == "corrective_action" and not chain.last("accepted"):
        yield _early("The answer was not accepted yet.", "Have an auditor accept it first.")


def _checking(chain: Chain, new: Response) -> Iterator[Refusal]:
    open_ones = ", ".join(one.action for one in chain.open_promises)
    if chain.last("accepted") and open_ones:
        yield _early(f"Not carried out yet: {open_ones}.", "Record when each was carried out.")


def _reopening(chain: Chain, new: Response) -> Iterator[Refusal]:
    if chain.state not in ("closed", "not_effective"):
        yield _early(
            "Only what is closed, or was found not to be effective, is reopened.",
            "Go on with the answer as it stands.",
        )


def _nothing(chain: Chain, new: Response) -> Iterator[Refusal]:
    yield from ()


_ORDERS: dict[str, Callable[[Chain, Response], Iterator[Refusal]]] = {
    "correction": _promising,
    "corrective_action": _promising,
    "accepted": _deciding,
    "rejected": _deciding,
    "implemented": _implementing,
    "effectiveness": _checking,
    "reopened": _reopening,
}


def _who(finding: Finding, chain: Chain, new: Response, follow_up: FollowUp) -> Iterator[Refusal]:
    in_team = any(same_person(new.by, one) for one in follow_up.auditors)
    if new.step in AUDITEE_STEPS:
        if in_team:
            told = f"{new.by} is of the audit team: the answer is the auditee's."
            yield Refusal("who", told, "Name who answers for the auditee.")
        return
    if follow_up.auditors and not in_team:
        yield Refusal("who", f"{new.by} is not of the audit team.", "Have an auditor of the plan do it.")
    if any(same_person(new.by, one.by) for one in chain.here if one.step in AUDITEE_STEPS):
        told = f"{new.by} judges what they answered themselves."
        yield Refusal("own_answer", told, "Have somebody else judge it.")
    own = own_work_in(finding, new.by, follow_up.known)
    if own:
        yield Refusal(
            "own_work", f"{new.by} works on {own}: nobody audits own work.", "Have somebody else do it."
        )


def _evidence(new: Response, known: Known) -> Iterator[Refusal]:
    for id in new.evidence:
        if id not in known.evidence:
            yield Refusal(
                "unknown_evidence", f"Evidence {id} is not on record.", "Add it first, or correct its number."
            )
        elif id in known.changed:
            told = f"Evidence {id} is no longer what was recorded: {known.changed[id]}."
            yield Refusal("evidence_changed", told, "Obtain it again as new evidence.")


def _effect(finding: Finding, chain: Chain, new: Response) -> Iterator[Refusal]:
    if new.step != "effectiveness":
        return
    if new.effective is None:
        yield Refusal("effect", "Whether it works is not said.", "Say yes or no.")
    if new.new_cases is None:
        yield from _uncounted(finding, new)
        return
    told = _cases_fault(new.new_cases)
    if told:
        yield Refusal("new_cases", told, "Correct the numbers.")
        return
    yield from _since(chain, new.new_cases)
    if new.effective and not is_shown(new.new_cases):
        yield _not_shown(new.new_cases)


def _uncounted(finding: Finding, new: Response) -> Iterator[Refusal]:
    if finding.extent is not None:
        told = f"The failure was counted ({finding.extent.found} of {finding.extent.looked_at}), its absence is not."
        yield Refusal("new_cases", told, "Give the number of new cases and of repeats among them.")
    elif not new.without_cases.strip():
        yield Refusal(
            "new_cases", "No new cases are counted.", "Count them, or say why there is nothing to count."
        )


def _cases_fault(seen: NewCases) -> str | None:
    if not 0 <= seen.repeats <= seen.cases:
        return f"There are {seen.repeats} repeats in {seen.cases} new cases."
    if not (0 < seen.tolerable < 1 and 0 < seen.confidence < 1):
        return f"The tolerable rate is {seen.tolerable}, the confidence {seen.confidence}; both are shares between 0 and 1."
    return None if _is_day(seen.since) else f'The day since which cases were counted is "{seen.since}".'


def _since(chain: Chain, seen: NewCases) -> Iterator[Refusal]:
    done = [one.done.on for one in chain.of_round("corrective_action") if one.done]
    if done and seen.since < max(done):
        told = f"Cases were counted from {seen.since}, but the last action was carried out on {max(done)}."
        yield Refusal("new_cases", told, "Count only cases that began after it.")


def _not_shown(seen: NewCases) -> Refusal:
    told = (
        f"{seen.repeats} {'repeat' if seen.repeats == 1 else 'repeats'} in {seen.cases} new cases leave a rate of up to"
        f" {upper_bound(seen):.1%} open ({seen.confidence:.0%} confidence); to be shown is less than {seen.tolerable:.0%}."
    )
    remedy = f"Wait for {more_needed(seen)} more cases without a repeat, or record that it is not effective."
    return Refusal("not_shown", told, remedy)


def _closing(finding: Finding, chain: Chain, new: Response, known: Known) -> Iterator[Refusal]:
    if new.step != "closed":
        return
    if finding.is_nonconformity and chain.state != "effective":
        yield _early("Its effectiveness is not verified.", "Record the check of effectiveness first.")
    elif chain.open_promises:
        open_ones = ", ".join(one.action for one in chain.open_promises)
        yield _early(f"Not carried out yet: {open_ones}.", "Record when each was carried out.")
    if finding.grade == "major_nc":
        unseen = [one.action for one in chain.promises if one.done and not _seen(one.done, known)]
        if unseen:
            told = f"It is a major nonconformity, and no verified evidence shows that {', '.join(unseen)} was carried out."
            yield Refusal("major_unverified", told, "Add evidence of it and have an auditor verify it.")


def _seen(done: Response, known: Known) -> bool:
    return any(
        id in known.evidence and known.evidence[id].is_verified and id not in known.changed
        for id in done.evidence
    )


def _early(found: str, remedy: str) -> Refusal:
    return Refusal("order", found, remedy)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True
