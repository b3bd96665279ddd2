"""The plural of what is counted."""


def plural_of(kind: str) -> str:
    """The plural of an item kind in words: of its head (``pairs of targets``), and of each where it names several (``services or teams``)."""
    head, of, rest = kind.partition(" of ")
    for joint in (" or ", " and "):
        if joint in head:
            return joint.join(map(_plural, head.split(joint))) + of + rest
    return _plural(head) + of + rest


def _plural(word: str) -> str:
    if word.endswith("s"):
        return word
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else f"{word}s"
