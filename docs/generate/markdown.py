"""The few forms of Markdown that the reference pages are made of."""

from collections.abc import Iterable, Sequence


def cell(text: object) -> str:
    """Text that stays inside its cell of a table."""
    return " ".join(str(text).split()).replace("|", "\\|")


def code(text: object) -> str:
    """Text as code, or nothing where there is none."""
    return f"`{text}`" if str(text) else ""


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; columns that are empty in every row are left out."""
    body = [[cell(value) for value in row] for row in rows]
    kept = [number for number in range(len(head)) if any(row[number] for row in body)]
    lines = [[head[number] for number in kept], ["---"] * len(kept)]
    lines += [[row[number] for number in kept] for row in body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def page(title: str, *parts: str) -> str:
    """A whole page, which says of itself where it comes from."""
    note = "<!-- Written from the code by ./do docs; changes made here are lost. -->"
    return "\n\n".join([note, f"# {title}", *(part for part in parts if part)]) + "\n"
