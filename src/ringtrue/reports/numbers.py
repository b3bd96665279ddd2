"""How numbers are written in every report: the only place where a figure becomes text."""

from math import isfinite

SPACE = "\u00a0"
"""Between a number and its unit, so that no line breaks there."""

UNITS = ("share", "minutes", "hours", "days", "points", "percent", "ratio", "count")
"""The units that may stand at the end of a name: ``median_hours``."""

_MINUTES = {"minutes": 1.0, "hours": 60.0, "days": 1440.0}
_WORDS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def count(n: int) -> str:
    """A whole number with commas between thousands."""
    return f"{n:,}"


def share(value: float) -> str:
    """A share (0 to 1) as per cent with one decimal; never 0.0 or 100.0 for what is not exactly that."""
    return f"{_percent(value)}{SPACE}%"


def bounded(value: float, bounds: tuple[float, float] | None, unit: str = "share") -> str:
    """A value with its bounds: ``97.1 % (95.0 to 98.5)``."""
    if bounds is None:
        return amount(value, unit)
    low, high = (_percent(end) if unit == "share" else amount(end, unit) for end in bounds)
    return f"{amount(value, unit)} ({low}{SPACE}to{SPACE}{high})"


def duration(minutes: float) -> str:
    """Minutes in the unit that reads best: minutes below two hours, hours below two days, else days."""
    size = abs(minutes)
    if size < 120:
        return f"{_decimal(minutes)}{SPACE}min"
    if size < 2880:
        return f"{_decimal(minutes / 60)}{SPACE}h"
    return f"{_decimal(minutes / 1440)}{SPACE}days"


def number(value: float) -> str:
    """A plain number: whole ones with commas, others with about three significant digits."""
    if value != value:
        return "not a number"
    if not isfinite(value):
        return "without limit"
    size = abs(float(value))
    if size.is_integer():
        text = f"{size:,.0f}"
    elif size < 0.0005:
        text = "under 0.001"
    else:
        text = f"{size:,.{1 if size >= 100 else 2 if size >= 0.1 else 3}f}"
    return f"−{text}" if value < 0 else text


def amount(value: float | int | str | bool | None, unit: str | None = None) -> str:
    """Any value in its unit; text as it is, an absent value as a dash."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if unit == "share":
        return share(value)
    if unit in _MINUTES:
        return duration(value * _MINUTES[unit])
    suffix = {"points": f"{SPACE}percentage points", "percent": f"{SPACE}%", "ratio": f"{SPACE}×"}.get(
        unit or "", ""
    )
    return f"{number(value)}{suffix}"


def chance(p_value: float | None, q_value: float | None) -> str | None:
    """How easily chance alone gives it; q, corrected for looking at many, goes before p."""
    if q_value is not None:
        return f"q {_probability(q_value)}"
    return None if p_value is None else f"p {_probability(p_value)}"


def named_unit(name: str) -> tuple[str, str | None]:
    """A name such as ``median_hours`` as its label and its unit: ``("median", "hours")``."""
    if name.startswith("share_of_"):
        return name.replace("_", " "), "share"
    stem, _, last = name.rpartition("_")
    if last == "count" and stem:
        return stem.replace("_", " "), None
    if last in UNITS and stem:
        return stem.replace("_", " "), last
    return name.replace("_", " "), last if name in UNITS else None


def in_words(n: int) -> str:
    """A number up to twelve as a word, as prose wants it."""
    return _WORDS[n] if 0 <= n < len(_WORDS) else count(n)


def plural(n: int, one: str, many: str | None = None) -> str:
    """A counted noun: ``1 lead``, ``2 leads``, ``no leads``."""
    noun = one if n == 1 else (many or f"{one}s")
    return f"no {noun}" if n == 0 else f"{count(n)}{SPACE}{noun}"


def _percent(value: float) -> str:
    text = f"{value * 100:.1f}"
    if text == "100.0" and value < 1:
        return "over 99.9"
    if text in ("0.0", "-0.0") and value != 0:
        return "under 0.1" if value > 0 else "over −0.1"
    return text.replace("-", "−")


def _decimal(value: float) -> str:
    text = f"{value:,.1f}".removesuffix(".0")
    return "under 0.1" if text in ("0", "-0") and value else text.replace("-", "−")


def _probability(value: float) -> str:
    if value < 0.0001:
        return "< 0.0001"
    return f"= {value:.4f}" if value < 0.001 else f"= {value:.3f}"
