"""The canonical tables: one file each, declared once, read by everything else."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ringtrue.tables.declaration import PROVENANCE, Column, ColumnType, Table

__all__ = ["PROVENANCE", "Column", "ColumnType", "Table", "all_tables", "table"]


@cache
def all_tables() -> dict[str, Table]:
    """Every canonical table by name, in alphabetical order."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    declared = [module.TABLE for module in modules if hasattr(module, "TABLE")]
    return {table.name: table for table in sorted(declared, key=lambda table: table.name)}


def table(name: str) -> Table:
    """The canonical table of that name; KeyError if there is none."""
    return all_tables()[name]
