"""Text from outside on the terminal."""


def printable(line: str) -> str:
    """Names of files are somebody else's: nothing in them may steer the terminal."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in line)
