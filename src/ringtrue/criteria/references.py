"""From what somebody wrote to the clause that is meant: ``clause 8.5.1.3``, ``ISO/IEC 20000-1:2018, 9.1``, ``PR12.4``."""

import re
from collections.abc import Sequence

from ringtrue.criteria.former import FormerEdition, former_of, told_by_subject, withdrawn
from ringtrue.model.criteria import Clause, Criteria
from ringtrue.model.errors import FormerClause, UnknownClause

_NUMBER = re.compile(r"(?<![\w.:-])(\d{1,2}(?:\.\d{1,2}){0,4})(?![\w-])\.?")
_STANDARD = re.compile(
    r"\b(?:iso(?:\s*/\s*iec)?|fitsm|din(?:\s+en)?)[\s/-]*[\d-]*(?:\s*:\s*\d{4})?(?:\s*\+?\s*amd\s*1(?:\s*:\s*\d{4})?)?",
    re.I,
)
_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*")


def clause_of(criteria: Criteria | Sequence[Criteria], text: str) -> Clause:
    """The one clause that a text means.

    FormerClause where the number is of a withdrawn edition (it says which clause took its place, where that is sure);
    UnknownClause where the criteria have no such clause, where it is divided into others, or where two criteria have it.
    """
    given = _all(criteria)
    found = [(one, clause) for one in given if (clause := _exact(one, text)) is not None]
    if not found:
        found = [(one, clauses[0]) for one in given if len(clauses := _under(one, text)) == 1]
    if len(found) == 1:
        return found[0][1]
    if found:
        return _named_among(found, text)
    raise _refusal(given, text)


def clauses_under(criteria: Criteria | Sequence[Criteria], text: str) -> tuple[Clause, ...]:
    """The clauses that a text covers: ``7.5`` covers 7.5.1 to 7.5.4. The errors are those of ``clause_of``."""
    given = _all(criteria)
    found = tuple(clause for one in given for clause in _under(one, text))
    if found:
        return found
    raise _refusal(given, text)


def reference(criteria: Criteria, clause: Clause | str) -> str:
    """A clause with its standard, edition and amendment, as it is written in papers."""
    number = clause if isinstance(clause, str) else clause.id
    return f"{criteria.title}, {number}"


def _all(criteria: Criteria | Sequence[Criteria]) -> tuple[Criteria, ...]:
    return (criteria,) if isinstance(criteria, Criteria) else tuple(criteria)


def _exact(criteria: Criteria, text: str) -> Clause | None:
    """The clause of that id, written alone or after the name of its criteria."""
    bare = text.strip()
    for name in (criteria.id, criteria.title):
        if bare.lower().startswith(name.lower()):
            bare = bare[len(name) :].lstrip(" ,:;")
    return next((one for one in criteria.clauses if one.id.lower() == bare.lower()), None)


def _under(criteria: Criteria, text: str) -> tuple[Clause, ...]:
    former = former_of(criteria.id)
    if former and _is_former(former, criteria, text):
        return ()
    exact = _exact(criteria, text)
    if exact:
        return (exact,)
    number, _ = _number(text)
    if not number:
        names = set(_NAME.findall(text.lower()))
        exactly = tuple(one for one in criteria.clauses if one.id.lower() in names)
        return exactly or tuple(one for one in criteria.clauses if one.id.lower().rpartition(".")[0] in names)
    found = tuple(one for one in criteria.clauses if one.id == number)
    return found or tuple(one for one in criteria.clauses if one.id.startswith(number + "."))


def _number(text: str) -> tuple[str, str]:
    """The clause number in a text, without the standard's own numbers, and the words beside it."""
    bare = _STANDARD.sub(" ", text)
    found = _NUMBER.search(bare)
    return (found.group(1), bare[: found.start()] + bare[found.end() :]) if found else ("", bare)


def _is_former(former: FormerEdition, criteria: Criteria, text: str) -> bool:
    number, rest = _number(text)
    year = former.id.rpartition(":")[2]
    if re.search(rf"(?<!\d){year}(?!\d)", text):
        return True
    known = former.number(number)
    if known is None:
        return False
    own = [one for one in criteria.clauses if one.id == number or one.id.startswith(number + ".")]
    return not own or told_by_subject(known, rest, [one.title for one in own if one.id == number])


def _named_among(found: Sequence[tuple[Criteria, Clause]], text: str) -> Clause:
    named = [
        clause for one, clause in found if one.id.lower() in text.lower() or one.title.lower() in text.lower()
    ]
    if len(named) == 1:
        return named[0]
    places = " and ".join(one.title for one, _ in found)
    raise UnknownClause(
        text,
        found[0][0].title,
        f"It stands in {places}: write the name before it, as {found[0][0].id}: {found[0][1].id}.",
    )


def _refusal(criteria: Sequence[Criteria], text: str) -> UnknownClause:
    for one in criteria:
        former = former_of(one.id)
        if former and _is_former(former, one, text):
            number, _ = _number(text)
            known = former.number(number)
            return FormerClause(
                text,
                number,
                one.title,
                former.title,
                known.subject if known else "",
                known.now if known else (),
            )
    old = withdrawn(text)
    titles = "; ".join(one.title for one in criteria)
    if old:
        return FormerClause(text, "", titles, old.title, "", ())
    below = [clause.id for one in criteria for clause in _under(one, text)]
    if len(below) > 1:
        return UnknownClause(text, titles, f"It is divided: say which of {', '.join(below)} is meant.")
    return UnknownClause(text, titles, "`ringtrue list criteria --json` names the clauses that there are.")


def former_clause(criteria: Criteria | Sequence[Criteria], text: str) -> FormerClause | None:
    """The refusal of a text that names a clause by the number of a withdrawn edition; None for any other text."""
    try:
        clauses_under(criteria, text)
    except FormerClause as error:
        return error
    except UnknownClause:
        return None
    return None


def expected_clause(criteria: Criteria | Sequence[Criteria], text: str) -> str | None:
    """What is expected in place of such a text, in short; None for any other text."""
    error = former_clause(criteria, text)
    if error is None:
        return None
    now = " or ".join(error.now) or "a clause of the edition in force"
    return f"{now}; {error.number or 'this'} is of {error.former}, which was withdrawn"


__all__ = ["clause_of", "clauses_under", "expected_clause", "former_clause", "reference"]
