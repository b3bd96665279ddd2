"""What an audit judges by: a framework's edition and its clauses, in own words."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One clause: its number, own-words title and intent, and the procedures that bear on it."""

    id: str
    title: str
    intent: str = ""
    documented: str = ""
    evidence: str = ""
    typical_nonconformity: str = ""
    outcome_question: str = ""
    procedures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """One edition of a framework."""

    id: str
    title: str
    clauses: tuple[Clause, ...]

    def clauses_of(self, procedure: str) -> tuple[str, ...]:
        """The clauses on which a procedure bears, in their order."""
        return tuple(clause.id for clause in self.clauses if procedure in clause.procedures)
