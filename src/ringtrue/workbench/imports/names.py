"""What a file is called. The sender's name is only shown; the name in the audit folder is made of safe signs."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 120
RESERVED = frozenset({"audit.toml", "sources.json", "truth.json"})


def shown_name(given: str) -> str:
    """The last part of the name as it was given, without signs that cannot be printed."""
    last = given.replace("\\", "/").rpartition("/")[2]
    plain = "".join(sign for sign in unicodedata.normalize("NFC", last) if sign.isprintable())
    return plain.strip()[-LONGEST:] or "file"


def source_name(given: str, taken: Collection[str]) -> str:
    """The name in the audit folder: letters, digits, ``-_. ()``; one of its own, in a numbered folder where it is taken."""
    name = re.sub(r"[^\w\-. ()]", "_", shown_name(given)).lstrip(". ").rstrip(". ") or "file"
    name = f"file-{name}" if name.lower() in RESERVED else name
    known = {one.lower() for one in taken}
    if name.lower() not in known:
        return name
    return next(one for n in range(2, 100_000) if (one := f"{n}/{name}").lower() not in known)
