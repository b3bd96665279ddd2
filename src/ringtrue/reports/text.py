"""Text from outside, made safe to show in any format: no hidden characters, never longer than can be read."""

import re
from datetime import date

from ringtrue.reports.numbers import count

_PER_CENT = re.compile(r"(?<=\d) %")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
"""Characters that show nothing and may mislead: controls, marks that turn the direction of writing, half characters."""

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def plain(value: object, limit: int = 600) -> str:
    """A value as text that is safe to show; hidden characters become a visible mark, a long text its beginning.

    What was left out is always told: ``… (the text has 12,345 characters)``.
    """
    text = "" if value is None else str(value)
    length = len(text)
    kept = _HIDDEN.sub("\ufffd", text[:limit].replace("\r\n", "\n"))
    if length <= limit:
        return kept
    return f"{kept.rstrip()} … (the text has {count(length)} characters)"


def label(value: object, limit: int) -> str:
    """A name for a drawing, where there is no room to tell what was left out; the tables have it whole."""
    text = plain(value, 10_000).replace("\n", " ")
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def shown_sql(text: str | None) -> str | None:
    """SQL as it was run, at most 40,000 characters of it."""
    return None if text is None else plain(text.strip(), 40_000)


def sentence(text: str) -> str:
    """The text with a full stop, where it has no mark at its end."""
    kept = text.strip()
    return kept if not kept or kept[-1] in ".?!…:" else f"{kept}."


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def listed(parts: list[str]) -> str:
    """Parts as prose: ``a, b and c``."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def day(text: str) -> str:
    """An ISO day as ``1 April 2026``; anything else as it stands."""
    try:
        found = date.fromisoformat(text[:10])
    except ValueError:
        return plain(text, 40)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def period(bounds: tuple[str, str] | None, records: tuple[str, str] | None = None) -> str:
    """Both days of a period, the year once where it is the same; where none is given, those of the records."""
    if bounds is None:
        return f"not given; records from {period(records)}" if records else "not given"
    first, last = day(bounds[0]), day(bounds[1])
    if first[-4:] == last[-4:] and first != last:
        first = first[:-5]
    return f"{first} to {last}"


def unbroken(text: str) -> str:
    """The text with each number and its per cent sign on one line."""
    return _PER_CENT.sub("\u00a0%", text)
