"""The columns of a log: one for each key of its events and traces."""

from typing import Literal

from ringtrue.model.errors import UnreadableInput

Level = Literal["event", "trace"]

MOST_KEYS = 1_000
LONGEST_KEY = 500
RESERVED = {"source_row", "source_line", "event:number", "trace:number"}
"""Names that the raw table gives itself."""

STANDARD = ("concept", "time", "org", "lifecycle", "identity", "cost", "semantic", "micro")
"""The prefixes of the standard's own extensions: also the names of their files on the hosts below."""
HOSTS = ("xes-standard.org", "www.xes-standard.org", "code.deckfour.org", "www.xes-standard.org:80")


class Prefixes:
    """What the prefixes of a log mean: each extension is known by its address, whatever a log calls it."""

    def __init__(self) -> None:
        self.renamed: dict[str, str] = {}

    def declare(self, prefix: str, uri: str) -> None:
        """Take note of one extension of the log."""
        meant = _standard_prefix(uri)
        if meant and meant != prefix:
            self.renamed[prefix] = meant
        elif not meant and prefix in STANDARD:
            self.renamed[prefix] = f"{prefix} ({uri})"

    def resolve(self, key: str) -> str:
        """The key with the standard's own prefix."""
        prefix, colon, rest = key.partition(":")
        return self.renamed[prefix] + colon + rest if colon and prefix in self.renamed else key


class Columns:
    """Gives every key a short code for the working file and a name that no other column has, in any case."""

    def __init__(self, file: str, prefixes: Prefixes) -> None:
        self.file, self.prefixes = file, prefixes
        self.names: dict[str, str] = {}
        self._codes: dict[tuple[Level, str], str] = {}
        self._taken = set(RESERVED)

    def code(self, level: Level, key: str) -> str:
        """The code of a key as it stands in the file."""
        meant = self.prefixes.resolve(key)
        known = self._codes.get((level, meant))
        if known is None:
            known = self._codes[level, meant] = self._new(level, meant)
        return known

    def code_of(self, name: str) -> str | None:
        """The code of the column of that name, if the log has it."""
        return next((code for code, known in self.names.items() if known == name), None)

    def _new(self, level: Level, key: str) -> str:
        self._refuse_nonsense(key)
        code = f"c{len(self.names)}"
        self.names[code] = self._free(f"case:{key}" if level == "trace" else key)
        return code

    def _free(self, name: str) -> str:
        free, number = name, 1
        while free.casefold() in self._taken:
            number += 1
            free = f"{name} ({number})"
        self._taken.add(free.casefold())
        return free

    def _refuse_nonsense(self, key: str) -> None:
        if len(key) > LONGEST_KEY or len(self.names) >= MOST_KEYS:
            raise UnreadableInput(
                self.file,
                f"it has more than {MOST_KEYS:,} keys, or a key of more than {LONGEST_KEY} characters",
                "an event log whose keys name columns, such as concept:name",
                "Export it again with fewer attributes.",
            )


def _standard_prefix(uri: str) -> str | None:
    address = uri.partition("://")[2].lower()
    host, _, path = address.partition("/")
    name = path.rpartition("/")[2].removesuffix(".xesext")
    return name if host in HOSTS and name in STANDARD else None
