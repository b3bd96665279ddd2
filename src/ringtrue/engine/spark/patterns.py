"""Regular expressions: as RE2 reads them (DuckDB), in the words of Java (Spark).

Sources: https://github.com/google/re2/wiki/Syntax and java.util.regex.Pattern of Java 17.
"""

import re
from collections.abc import Mapping

_WORD = "[0-9A-Za-z_]"
_OUTSIDE = {
    "$": "\\z",  # Java's matches before a last line break too
    ".": "[^\\n]",  # Java's leaves out five more line breaks
    "\\b": f"(?-i:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))",  # Java's knows every script
    "\\B": f"(?-i:(?<={_WORD})(?={_WORD})|(?<!{_WORD})(?!{_WORD}))",
    "\\s": "[\\t\\n\\f\\r ]",  # Java's has the vertical tab too
    "\\S": "[^\\t\\n\\f\\r ]",
}
_INSIDE = {"[": "\\[", "&": "\\&", "\\s": "\\t\\n\\f\\r "}
_NAMED = {"alpha": "Alpha", "digit": "Digit", "alnum": "Alnum", "upper": "Upper", "lower": "Lower", "punct": "Punct", "space": "Space"}  # fmt: skip
_PIECE = re.compile(
    r"\\[pP]\{\^?\w+\}|\\[pP]\w|\\x\{[0-9a-fA-F]+\}|\\.|\(\?[a-zA-Z-]+[:)]|\(\?P<|\[:\^?\w+:\]|\[\^?\]?|.",
    re.DOTALL,
)


_BY_LINES = {"^": "(?:\\A|(?<=\\n))", "$": "(?=\\n|\\z)"}
_ANYTHING = {".": "[\\s\\S]"}
_FLAGS = re.compile(r"\(\?([ims]+)\)")


class PatternRefused(ValueError):
    """A pattern that the two engines read differently, and that cannot be said in Java's words: what of it."""


def java(pattern: str) -> str:
    """The pattern in Java's words; PatternRefused for flags inside it, flags other than ``i``, ``m``, ``s``, and rare classes."""
    flags = found[1] if (found := _FLAGS.match(pattern)) else ""
    outside = {**_OUTSIDE, **(_BY_LINES if "m" in flags else {}), **(_ANYTHING if "s" in flags else {})}
    out, inside = (
        ["(?iu)" if "i" in flags else ""],
        False,
    )  # Java folds the case of ASCII only, unless told otherwise
    for piece in _PIECE.findall(pattern[len(found[0]) :] if found else pattern):
        if inside:
            inside = piece != "]"
            out.append(_in_class(piece))
        elif piece.startswith("[") and not piece.startswith("[:"):
            inside = True
            out.append(piece.replace("]", "\\]"))
        else:
            out.append(_out_of_class(piece, outside))
    return "".join(out)


def matches_nothing(pattern: str) -> bool:
    """Whether it matches an empty text by more than a place (``^``, ``$``): after a match Java finds one more there, RE2 does not."""
    plain = re.sub(r"\\[pP](\{\^?\w+\}|\w)|\[:\^?\w+:\]", "x", pattern)
    if re.fullmatch(r"[\^$]|\\[bBA]", plain):
        return False
    try:
        return re.search(plain, "") is not None
    except re.error:  # not in Python's words: nothing is known
        return False


def _in_class(piece: str) -> str:
    if piece.startswith("[:"):
        name = piece[2:-2]
        if name not in _NAMED:
            raise PatternRefused(piece)
        return f"\\p{{{_NAMED[name]}}}"
    if piece.startswith("["):  # a bracket of its own, and what the scan took along with it
        return "".join(_INSIDE.get(one, one) for one in piece)
    if piece == "\\S":
        raise PatternRefused("\\S inside [ ]")
    return _INSIDE.get(piece, _script(piece))


def _out_of_class(piece: str, outside: Mapping[str, str]) -> str:
    if piece.startswith("(?") and piece[-1] in ":)" and piece != "(?:":
        raise PatternRefused(piece)
    if piece == "(?P<":
        return "(?<"
    return outside.get(piece, _script(piece))


def _script(piece: str) -> str:
    """Java names a script with ``Is`` before it."""
    return re.sub(r"^\\([pP])\{(\w{3,})\}$", r"\\\1{Is\2}", piece)
