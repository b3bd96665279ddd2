"""Where a row stands: its file and, of a file that holds several tables, which of them: ``request.xlsx#Cases``.

That is what ``source_file`` holds, so that file, sheet and row are named together wherever a row is named.
"""

from collections.abc import Collection


def place_of(file: str, part: str | None) -> str:
    """The place of the rows of one part of a file, such as a sheet; of a file that is counted as a whole, its name."""
    return file if part is None else f"{file}#{part}"


def file_of(place: str | None, files: Collection[str]) -> str | None:
    """The one of the files in which the place is; None if it is in none of them. Names may hold the sign itself."""
    if not place or place in files:
        return place or None
    cuts = (number for number, sign in enumerate(place) if sign == "#")
    return next((place[:cut] for cut in reversed(list(cuts)) if place[:cut] in files), None)
