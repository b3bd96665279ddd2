"""Pages of what is too long to be held whole."""

from collections.abc import Callable, Sequence
from functools import cached_property

from ringtrue.api import LoadIssue, LoadIssues


class Window:
    """Load issues as a paginator wants them: counted, and cut out where they are asked for."""

    def __init__(self, ask: Callable[[int, int], LoadIssues]) -> None:
        self.ask = ask

    @cached_property
    def total(self) -> int:
        """How many there are."""
        return self.ask(0, 0).total

    def __len__(self) -> int:
        return self.total

    def __getitem__(self, cut: slice) -> Sequence[LoadIssue]:
        first = cut.start or 0
        return self.ask(first, (cut.stop or self.total) - first).issues
