"""What can be asked for and does not exist."""

from collections.abc import Sequence
from difflib import get_close_matches

from ringtrue.model.errors import WrongUse


class UnknownFault(WrongUse):
    """No fault can be planted for that procedure."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f'No fault is known for "{name}".{_nearest(name, known)}')


class UnknownLookalike(WrongUse):
    """There is no look-alike of that name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f'No look-alike is named "{name}".{_nearest(name, known)}')


def _nearest(name: str, known: Sequence[str]) -> str:
    ends = {one.rpartition(".")[2]: one for one in known}
    near = get_close_matches(name, known, 1, 0.5) or [
        ends[end] for end in get_close_matches(name.rpartition(".")[2], list(ends), 1, 0.5)
    ]
    return f" Did you mean {near[0]}?" if near else f" Known: {', '.join(known)}."
