"""The states of an audit, which of them follow one another, and who may move it on (after ISO 19011, clause 6)."""

from dataclasses import dataclass

from ringtrue.model.errors import MethodRefused

LEAD, ADMINISTRATOR = "lead_auditor", "organisation_administrator"


@dataclass(frozen=True)
class State:
    """A state: the step of the method that leads to it, what it means, and the states that may follow."""

    name: str
    step: str
    meaning: str
    follows: tuple[str, ...]
    needs: tuple[str, ...] = ()
    """Kinds of record without which the audit does not come into this state."""


STATES = (
    State("initiated", "6.2", "there is a mandate", ("feasible", "infeasible")),
    State("feasible", "6.2", "data, time and cooperation are enough", ("planned", "infeasible")),
    State("infeasible", "6.2", "it cannot be done as it was asked for", ("initiated",)),
    State("planned", "6.3", "plan, team, samples and questions are set", ("opened", "feasible"), ("plan",)),
    State("opened", "6.4.3", "the opening meeting was held", ("collecting",)),
    State("collecting", "6.4.5", "evidence is collected and verified", ("drafting",)),
    State("drafting", "6.4.8", "findings are drafted", ("concluded", "collecting")),
    State("concluded", "6.4.9", "conclusions are drawn and were told", ("reported", "drafting")),
    State("reported", "6.5", "the report was approved and handed out", ("completed",)),
    State("completed", "6.6", "nothing is to be done but follow-up", ("follow_up", "closed")),
    State("follow_up", "6.7", "actions are followed", ("closed",)),
    State("closed", "6.7", "every action was seen to work, or there was none", ("follow_up",)),
)
_BY_NAME = {state.name: state for state in STATES}


def state_named(name: str) -> State:
    """The state of that name; MethodRefused names those that there are."""
    if name not in _BY_NAME:
        raise MethodRefused(f'"{name}" is no state of an audit', f"one of {', '.join(_BY_NAME)}")
    return _BY_NAME[name]


def moved(now: str | None, to: str, role: str, kinds: frozenset[str] = frozenset()) -> str:
    """The state after a step. ``kinds`` are the kinds of record that the audit has. MethodRefused says why not.

    The lead auditor moves an audit; an organisation's administrator may only begin one.
    """
    wanted = state_named(to)
    follows = _BY_NAME[now].follows if now else ("initiated",)
    if to not in follows:
        raise MethodRefused(
            f"the audit is {now or 'not begun'} and cannot become {to}", f"one of {', '.join(follows)}"
        )
    if role != LEAD and not (role == ADMINISTRATOR and to == "initiated"):
        raise MethodRefused(f"a person in the role {role} wants to make the audit {to}", "the lead auditor")
    if missing := [kind for kind in wanted.needs if kind not in kinds]:
        raise MethodRefused(
            f"the audit has no {missing[0]} yet", f"a recorded {missing[0]} before it is {to}"
        )
    return to
