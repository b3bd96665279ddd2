"""The response chain of one finding: where it stands, what was promised and done, and what may follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ringtrue.model.finding import Finding
from ringtrue.model.follow_up import Response

State = Literal[
    "no_answer_needed",
    "waiting_for_answer",
    "answered",
    "rejected",
    "accepted",
    "implemented",
    "effective",
    "not_effective",
    "closed",
    "reopened",
]


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A correction or corrective action: what was promised, by whom it is answered for, and when it was done."""

    promised: Response
    done: Response | None

    @property
    def action(self) -> str:
        """Its number within the finding."""
        return self.promised.action or ""


@dataclass(frozen=True, kw_only=True)
class Chain:
    """The answer to a finding so far. ``round`` counts from 1; every reopening begins a new one and keeps what was before.

    ``here`` are the steps of this round.
    """

    state: State
    round: int
    steps: tuple[Response, ...]
    here: tuple[Response, ...]
    promises: tuple[Promise, ...]

    def has(self, step: str) -> bool:
        """Whether a step was taken in this round."""
        return any(one.step == step for one in self.here)

    def had(self, step: str) -> bool:
        """Whether a step was ever taken."""
        return any(one.step == step for one in self.steps)

    def last(self, *steps: str) -> Response | None:
        """The last of these steps in this round."""
        return next((one for one in reversed(self.here) if one.step in steps), None)

    def of_round(self, kind: str) -> tuple[Promise, ...]:
        """The corrections or corrective actions of this round."""
        return tuple(one for one in self.promises if one.promised.step == kind and one.promised in self.here)

    @property
    def open_promises(self) -> tuple[Promise, ...]:
        """What was promised and not done: corrections of any round, corrective actions of this one."""
        ours = (
            *self.of_round("corrective_action"),
            *(p for p in self.promises if p.promised.step == "correction"),
        )
        return tuple(one for one in ours if one.done is None)


def chain_of(finding: Finding, responses: Sequence[Response]) -> Chain:
    """The chain of a finding from all responses of an audit, in the order in which they were recorded."""
    steps = tuple(one for one in responses if one.finding == finding.id)
    reopened = [place for place, one in enumerate(steps) if one.step == "reopened"]
    here = steps[reopened[-1] + 1 :] if reopened else steps
    chain = Chain(
        state="waiting_for_answer",
        round=len(reopened) + 1,
        steps=steps,
        here=here,
        promises=_promises(steps),
    )
    return Chain(**{**vars(chain), "state": _state(finding, chain)})


def answers_needed(finding: Finding) -> bool:
    """Whether the auditee has to answer: to nonconformities; an opportunity may be answered."""
    return finding.is_nonconformity


def _promises(steps: Sequence[Response]) -> tuple[Promise, ...]:
    done = {one.action: one for one in steps if one.step == "implemented"}
    return tuple(
        Promise(promised=one, done=done.get(one.action))
        for one in steps
        if one.step in ("correction", "corrective_action")
    )


def _state(finding: Finding, chain: Chain) -> State:
    if not chain.steps and not answers_needed(finding):
        return "no_answer_needed"
    if chain.has("closed"):
        return "closed"
    checked = chain.last("effectiveness")
    if checked:
        return "effective" if checked.effective else "not_effective"
    decided = chain.last("accepted", "rejected")
    if decided and decided.step == "accepted":
        actions = chain.of_round("corrective_action")
        return "implemented" if all(one.done for one in actions) else "accepted"
    return _before_acceptance(chain, decided)


def _before_acceptance(chain: Chain, rejected: Response | None) -> State:
    last_action = chain.last("corrective_action")
    if rejected and (last_action is None or chain.here.index(last_action) < chain.here.index(rejected)):
        return "rejected"
    if last_action:
        return "answered"
    return "reopened" if chain.round > 1 and not chain.here else "waiting_for_answer"
