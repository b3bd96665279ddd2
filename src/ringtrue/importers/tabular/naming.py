"""Files and sheets that are named after a canonical table, and have its columns under their own names."""

import re

from ringtrue.importers.mapping_file import near
from ringtrue.model.source import RawTable
from ringtrue.tables import PROVENANCE, all_tables, table

LEAST_KNOWN = 0.5
"""Share of columns that must be the table's own for a file to be taken as canonical."""

SURELY_NOT_LOST = (*(column.name for column in PROVENANCE), "source_line")


def canonical_name(name: str) -> str | None:
    """The canonical table after which a file or sheet is named: ``Case events`` is ``case_events``."""
    plain = re.sub(r"[\W_]+", "_", name.strip().lower()).strip("_")
    return plain if plain in all_tables() else None


def own_columns(name: str, columns: tuple[str, ...]) -> dict[str, str]:
    """The canonical columns that the table has under their own names, in any case of letters: canonical to
    raw."""
    raw = {re.sub(r"[\s-]+", "_", column.strip().lower()): column for column in reversed(columns)}
    return {column.name: raw[column.name] for column in table(name).columns if column.name in raw}


def is_canonical(name: str, columns: tuple[str, ...]) -> bool:
    """Whether a table of that name with these columns is that canonical table."""
    meant = canonical_name(name)
    if meant is None:
        return False
    own = own_columns(meant, columns)
    required = [column for column in table(meant).required if column != "id"]
    others = [column for column in columns if not _is_provenance(column)]
    return all(column in own for column in required) and len(own) >= max(1, LEAST_KNOWN * len(others))


def identity(raw: RawTable) -> tuple[dict[str, object], list[str]]:
    """The mapping of a canonical table onto itself, and what is said about columns that it does not know."""
    meant = canonical_name(raw.name) or raw.name
    own = own_columns(meant, raw.columns)
    free = [column.name for column in table(meant).columns if column.name not in own]
    others = [column for column in raw.columns if column not in own.values() and not _is_provenance(column)]
    notes = [
        f'column "{column}" of {meant} is not known and was left out{near(column, free)}' for column in others
    ]
    return {"name": meant, "from": raw.name, "primary": True, "columns": own}, notes


def _is_provenance(column: str) -> bool:
    return re.sub(r"_\d+$", "", column.lower()) in SURELY_NOT_LOST
