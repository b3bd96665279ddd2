"""What an audit judges by: a framework's edition and its clauses, in own words or, where its licence allows, in its own."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Edition:
    """Which edition of which standard is meant; ``attribution`` is shown wherever its text is."""

    id: str
    title: str
    standard: str = ""
    edition: str = ""
    amendment: str = ""
    attribution: str = ""


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One clause: what it asks in own words, how it is seen, and the procedures that bear on it.

    ``text`` is the requirement itself where its licence allows. ``described_in`` and ``shown_by`` name records of the canonical
    tables that say how it is meant, and that show it done: ``table``, ``table column`` (filled), ``table column=value``.
    ``serves`` are clauses of a standard on which an organisation's own rule rests. ``undocumented`` says why nothing need
    be in writing, ``unjudged`` why no procedure bears on it.
    """

    id: str
    title: str
    intent: str = ""
    documented: str = ""
    undocumented: str = ""
    evidence: str = ""
    typical_nonconformity: str = ""
    outcome_question: str = ""
    procedures: tuple[str, ...] = ()
    text: str = ""
    described_in: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    unjudged: str = ""


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """One edition of a framework, or the organisation's own rules."""

    id: str
    title: str
    clauses: tuple[Clause, ...]
    standard: str = ""
    edition: str = ""
    amendment: str = ""
    attribution: str = ""

    def clauses_of(self, procedure: str) -> tuple[str, ...]:
        """The clauses on which a procedure bears, in their order."""
        return tuple(clause.id for clause in self.clauses if procedure in clause.procedures)

    @property
    def edition_of(self) -> Edition:
        """The edition without its clauses."""
        return Edition(
            id=self.id,
            title=self.title,
            standard=self.standard,
            edition=self.edition,
            amendment=self.amendment,
            attribution=self.attribution,
        )
