"""The organisation's own criteria: its policies, contracts and rules, clause by clause, from a YAML or Excel file in the audit folder."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ringtrue.criteria.file import LISTS, Read, read_file
from ringtrue.criteria.former import withdrawn
from ringtrue.criteria.read import all_criteria
from ringtrue.criteria.records import told_wrong
from ringtrue.criteria.references import clauses_under
from ringtrue.model.criteria import Clause, Criteria
from ringtrue.model.errors import UnknownClause, UnreadableCriteria

FIELDS = {
    "id": "the rule's own number, as R-12",
    "title": "what it is called",
    "intent": "what it is for",
    "text": "the rule itself, word by word",
    "documented": "what it wants in writing",
    "undocumented": "why nothing need be in writing",
    "evidence": "how one sees it done",
    "typical_nonconformity": "what usually goes wrong",
    "outcome_question": "what to ask",
    "procedures": "ids of procedures that bear on it",
    "unjudged": "why no procedure bears on it",
    "described_in": "records that say how it is meant, as `agreements kind=sla`",
    "shown_by": "records that show it done, as `changes reviewed_at`",
    "serves": "clauses of a standard on which it rests",
}
"""What may be said of an own rule; ``id`` and ``title`` must be."""

ABOUT = ("id", "title", "standard", "edition", "amendment", "attribution")
MOST_PROBLEMS = 20


@dataclass(frozen=True)
class _Known:
    """What own criteria may name."""

    shipped: Sequence[Criteria]
    procedures: Sequence[str]


def own_criteria(
    name: str, folder: Path, shipped: Sequence[Criteria] = (), procedures: Sequence[str] = ()
) -> Criteria:
    """The criteria in a file of the audit folder; UnreadableCriteria names everything that is wrong in it, each with its place.

    ``serves`` is looked up in the ``shipped`` criteria of the audit, or in all that ship; ``procedures`` are those that may be named.
    """
    read = read_file(name, folder)
    known = _Known(tuple(shipped) or tuple(all_criteria().values()), procedures)
    problems = [*_about_wrong(read), *_wrong(read, known)]
    if problems:
        raise UnreadableCriteria(name, _first(problems))
    about = {key: str(read.about.get(key, "")) for key in ABOUT}
    stem = Path(name).stem
    return Criteria(
        **{**about, "id": about["id"] or stem, "title": about["title"] or stem},
        clauses=tuple(_clause(entry.values) for entry in read.entries),
    )


def _clause(values: Mapping[str, Any]) -> Clause:
    plain: dict[str, Any] = {
        key: str(values[key]).strip() for key in FIELDS if key not in LISTS and values.get(key) is not None
    }
    lists = {key: tuple(map(str, values.get(key) or ())) for key in LISTS}
    return Clause(**{**plain, **lists})


def _first(problems: Sequence[str]) -> list[str]:
    more = len(problems) - MOST_PROBLEMS
    return [*problems[:MOST_PROBLEMS], *([f"… and {more} more"] if more > 0 else [])]


def _about_wrong(read: Read) -> Iterator[str]:
    name = " ".join(str(read.about.get(key, "")) for key in ("id", "title", "standard", "edition"))
    old = withdrawn(name)
    if old:
        yield f"{old.title} was withdrawn, and its numbers mean other things. Judge by {old.successor}."
    taken = all_criteria().get(str(read.about.get("id", "")))
    if taken:
        yield f'id: "{taken.id}" is the id of {taken.title}, which ships. Give the file an id of its own.'
    if not read.entries:
        yield f"it holds no rule. Expected rows or entries with {', '.join(list(FIELDS)[:3])} and so on."


def _wrong(read: Read, known: _Known) -> Iterator[str]:
    seen: dict[str, str] = {}
    for entry in read.entries:
        for key in ("id", "title"):
            if not str(entry.values.get(key) or "").strip():
                yield f"{entry.place(key)}: it is empty. Expected {FIELDS[key]}."
        id = str(entry.values.get("id") or "").strip().lower()
        if id and id in seen:
            yield f'{entry.place("id")}: "{entry.values["id"]}" is also in {seen[id]}. Expected an id only once.'
        seen.setdefault(id, entry.place("id"))
        for key in entry.values:
            if key not in FIELDS:
                yield f'{entry.place(key)}: "{key}" is not known.{_near(key, list(FIELDS))} Known: {", ".join(FIELDS)}.'
        yield from _references_wrong(entry.values, known, entry.place)


def _references_wrong(values: Mapping[str, Any], known: _Known, place: Any) -> Iterator[str]:
    for text in values.get("serves") or ():
        try:
            clauses_under(known.shipped, str(text))
        except UnknownClause as error:
            yield f"{place('serves')}: {error}"
    for name in values.get("procedures") or ():
        if known.procedures and name not in known.procedures:
            near = _near(str(name), known.procedures)
            yield f'{place("procedures")}: "{name}" is no procedure.{near} `ringtrue list procedures` names them.'
    for key in ("described_in", "shown_by"):
        for text in values.get(key) or ():
            found = told_wrong(str(text))
            if found:
                yield f"{place(key)}: {found}"


def _near(name: str, known: Sequence[str]) -> str:
    close = get_close_matches(name, known, 1, 0.6)
    return f' Did you mean "{close[0]}"?' if close else ""
