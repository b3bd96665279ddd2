"""Which encoding a text is in: said by its mark, proven by its bytes, or guessed and then stated as an
assumption."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from ringtrue.importers.reading.kind import HEAD
from ringtrue.model.errors import UnreadableInput

CHUNK = 1 << 20
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ZERO_SHARE = 0.3
"""Share of zeros at every second byte from which text without a mark is UTF-16; Western text has nearly
one."""

MOSTLY = 0.9
"""Share of bytes inside words that must be letters for DOS code page 850 to be sure."""

SELDOM = 0.5
"""Share of bytes inside words that are letters in Windows-1252, below which it does not fit."""

_INSIDE_WORDS = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]{1,2}(?=[A-Za-z])")
_FOREIGN = re.compile(rb"[\xc0-\xff]{4,}")
"""Words in letters beyond ASCII alone: Cyrillic, Greek and the like, never Western European."""

_TYPOGRAPHY = frozenset(b"\x80\x85\x91\x92\x93\x94\x96\x97\xa0\xa7\xab\xad\xb0\xb4\xb7\xba\xaa\xbb")
_UNDEFINED = frozenset(b"\x81\x8d\x8f\x90\x9d")


@dataclass(frozen=True)
class Encoding:
    """The codec of a text. ``damaged``: some bytes mean nothing in it; the values that hold them are not
    known."""

    codec: str
    damaged: bool = False
    assumption: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether every library reads it as it is."""
        return self.codec in ("utf-8", "utf-8-sig") and not self.damaged


def encoding_of(path: Path, name: str, given: str | None = None) -> Encoding:
    """The encoding of the whole file. Raises ``UnreadableInput`` where it cannot be told, or is not the
    ``given`` one."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if given:
        return _as_given(path, name, given)
    marked = _marked(head)
    if marked:
        return _checked(path, name, marked)
    if _decodes(path, "utf-8"):
        return Encoding("utf-8")
    wide = _wide(head)
    if wide and not _decodes(path, wide):
        _refuse(name)
    if wide:
        return Encoding(wide, assumption=f"read as {wide.upper()}, as its zero bytes show")
    return _unmarked(path, name)


def as_utf8(path: Path, folder: Path, encoding: Encoding) -> Path:
    """The text in UTF-8, without a mark, in a file of its own below ``folder``."""
    target = folder / "text.utf8"
    with (
        path.open(encoding=encoding.codec, newline="") as text,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        while chunk := text.read(CHUNK):
            out.write(chunk)
    return target


def encoding_of_head(head: bytes, given: str | None = None) -> str:
    """A codec that fits the first bytes of a text: enough to look at it."""
    if given:
        return _codec(given) or "cp1252"
    marked = _marked(head) or _wide(head)
    if marked:
        return marked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "utf-8" if _is_damaged_utf8(head) else _single_byte(_Bytes.counted(head)) or "cp1252"
    return "utf-8"


def _marked(head: bytes) -> str | None:
    return next((codec for mark, codec in MARKS if head.startswith(mark)), None)


def _wide(head: bytes) -> str | None:
    start = head[:4000]
    half = len(start) // 2 or 1
    if start[1::2].count(0) / half > ZERO_SHARE and start[::2].count(0) / half < ZERO_SHARE / 3:
        return "utf-16-le"
    if start[::2].count(0) / half > ZERO_SHARE and start[1::2].count(0) / half < ZERO_SHARE / 3:
        return "utf-16-be"
    return None


def _as_given(path: Path, name: str, given: str) -> Encoding:
    codec = _codec(given)
    if codec is None:
        found = f'"{given}" is no encoding that is known here'
        raise UnreadableInput(
            name, found, "a name such as utf-8, cp1252 or utf-16", "Correct encoding in the mapping."
        )
    with path.open("rb") as file:
        codec = "utf-8-sig" if codec == "utf-8" and file.read(3) == codecs.BOM_UTF8 else codec
    return _checked(path, name, codec)


def _codec(given: str) -> str | None:
    try:
        name = codecs.lookup(given).name
        "a".encode(name)
    except (LookupError, TypeError, ValueError):
        return None
    return name


def _checked(path: Path, name: str, codec: str) -> Encoding:
    if _decodes(path, codec):
        return Encoding(codec)
    if codec.startswith(("utf-16", "utf-32")):
        _refuse(name)
    return _damaged(path, codec, "")


def _unmarked(path: Path, name: str) -> Encoding:
    found = _Bytes.of(path)
    if found.utf8 and found.utf8 >= found.strange:
        return _damaged(path, "utf-8", "")
    codec = _single_byte(found)
    if codec is None:
        _refuse(name)
    word = "Windows-1252" if codec == "cp1252" else "DOS code page 850"
    guess = f"read as {word}: it is not UTF-8, and its letters fit; names with accents tell whether that is right ([read] encoding)"
    return Encoding(codec, assumption=guess) if _decodes(path, codec) else _damaged(path, codec, guess)


def _damaged(path: Path, codec: str, assumption: str) -> Encoding:
    note = f"some bytes mean nothing in {codec.removesuffix('-sig').upper()}: the values that hold them are read as not known"
    return Encoding(codec, True, "; ".join(part for part in (assumption, note) if part))


def _refuse(name: str) -> NoReturn:
    raise UnreadableInput(
        name,
        "its encoding cannot be told, or some of it is damaged",
        "text in UTF-8, UTF-16, Windows-1252 or DOS code page 850",
        "Save it as UTF-8, or name its encoding under [read] in a mapping file.",
    )


def _decodes(path: Path, codec: str) -> bool:
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


@dataclass
class _Bytes:
    """The bytes of a text beyond ASCII, counted."""

    utf8: int
    strange: int
    inside: Counter[int]
    foreign: int

    @classmethod
    def of(cls, path: Path) -> "_Bytes":
        whole = cls(0, 0, Counter(), 0)
        with path.open("rb") as file:
            while chunk := file.read(CHUNK) + file.readline(CHUNK):
                part = cls.counted(chunk)
                whole = cls(
                    whole.utf8 + part.utf8,
                    whole.strange + part.strange,
                    whole.inside + part.inside,
                    whole.foreign + part.foreign,
                )
        return whole

    @classmethod
    def counted(cls, chunk: bytes) -> "_Bytes":
        beyond = [letter for letter in chunk.decode("utf-8", "surrogateescape") if letter > "\x7f"]
        strange = sum("\udc80" <= letter <= "\udcff" for letter in beyond)
        inside = Counter(byte for run in _INSIDE_WORDS.findall(chunk) for byte in run)
        return cls(len(beyond) - strange, strange, inside, sum(map(len, _FOREIGN.findall(chunk))))


def _is_damaged_utf8(head: bytes) -> bool:
    found = _Bytes.counted(head)
    return found.utf8 > 0 and found.utf8 >= found.strange


def _single_byte(found: _Bytes) -> str | None:
    if found.foreign > found.strange * 0.3:
        return None
    judged = {byte: count for byte, count in found.inside.items() if byte not in _TYPOGRAPHY}
    windows = _letters(judged, "cp1252")
    dos = _letters(dict(found.inside), "cp850")
    if windows >= SELDOM:
        return "cp1252"
    return "cp850" if dos >= MOSTLY else None


def _letters(inside: dict[int, int], codec: str) -> float:
    """The share of bytes inside words that are letters in that codec; 1 where there are none to judge."""
    total = sum(inside.values())
    letters = sum(
        count for byte, count in inside.items() if bytes((byte,)).decode(codec, "replace").isalpha()
    )
    return letters / total if total else 1.0
