"""The concept guide as a page: lessons and glossary, as `ringtrue concepts` tells them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ringtrue import api

BEGINNING = """# Concepts

The words that the audit rests on, in our own words. Each comes with an example that is right, and one that is wrong
and often met. `ringtrue concepts TERM` prints one of them, `--language de` in German; `ringtrue questions` shows what
to ask about them.

## The five lessons, and the thread
"""


def page(language: str = "en") -> str:
    """The page."""
    rows = api.concepts(language=language)
    lessons = [row for row in rows if row["id"] == row["lesson"]]
    words = [row for row in rows if row["id"] != row["lesson"]]
    told = [_lesson(row) for row in lessons]
    return (
        "\n".join([BEGINNING, *told, "## The words\n", *(_word(row, words) for row in words)]).rstrip() + "\n"
    )


def _lesson(row: Mapping[str, Any]) -> str:
    number = f"{row['id']}. " if row["id"].startswith("L") else ""
    return f"### {number}{row['name']}\n\n{row['meaning']}\n\n{_examples(row)}"


def _word(row: Mapping[str, Any], words: Sequence[Mapping[str, Any]]) -> str:
    links = ", ".join(f"[{name}](#{_anchor(name)})" for name in row["see"])
    see = f"- See also: {links}\n" if links else ""
    return (
        f"### {row['name'][0].upper()}{row['name'][1:]}\n\n{row['meaning']}\n\n{_examples(row)}".rstrip("\n")
        + f"\n{see}"
    )


def _examples(row: Mapping[str, Any]) -> str:
    return f"- Right: {row['right']}\n- Wrong: {row['wrong']}\n"


def _anchor(name: str) -> str:
    return name.lower().replace(" ", "-")


if __name__ == "__main__":
    place = Path(__file__).parent.parent / "explanation" / "concepts.md"
    place.write_text(page(), "utf-8")
