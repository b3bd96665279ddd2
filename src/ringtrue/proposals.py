"""Likely links and kinds for what lacks them: what an audit's tables hold, and what its wording suggests."""

from collections.abc import Iterator
from dataclasses import dataclass

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.unlinked import Unlinked, unlinked


@dataclass(frozen=True)
class Suggestion:
    """One proposal: a likely link, or (``to_kind`` is ``kind``) a likely kind of a measure. ``score`` is the likeness, 0 to 1."""

    from_kind: str
    from_id: str
    to_kind: str
    to_id: str
    rank: int
    score: float
    from_text: str
    to_text: str


def proposals(folder: AuditFolder, memory: str) -> list[Suggestion]:
    """Proposals for an audit folder that was imported: links first, then kinds."""
    lacking = unlinked(folder, memory)
    return [*_links(lacking), *_kinds(lacking)]


def _links(lacking: Unlinked) -> Iterator[Suggestion]:
    from ringtrue.suggestions.links import likely_links

    for gap in lacking.gaps:
        for link in likely_links([text for _, text in gap.unlinked], [text for _, text in gap.candidates]):
            (one, text), (other, other_text) = gap.unlinked[link.one], gap.candidates[link.other]
            yield Suggestion(gap.from_kind, one, gap.to_kind, other, link.rank, link.score, text, other_text)


def _kinds(lacking: Unlinked) -> Iterator[Suggestion]:
    from ringtrue.suggestions.kinds import known_measures, likely_kinds

    examples = {kind: (*texts, *lacking.known.get(kind, ())) for kind, texts in known_measures().items()}
    for kind in likely_kinds([text for _, text in lacking.measures], examples):
        one, text = lacking.measures[kind.place]
        yield Suggestion("measure", one, "kind", kind.kind, kind.rank, kind.score, text, "")
