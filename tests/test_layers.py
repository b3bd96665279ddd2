"""A module imports only from layers below its own, and the command line starts light."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).parent.parent / "src"

LAYERS = [
    {"cli", "workbench"},
    {"api"},
    {"papers", "plugins", "proposals", "sources"},
    {"procedures", "importers", "reports", "criteria", "engine", "simulation", "facts"},
    {"method"},
    {"statistics", "suggestions", "views"},
    {"tables"},
    {"model"},
]
"""From the top to the bottom; the rooms of one layer do not import one another."""

EXCEPTIONS: dict[tuple[str, str], str] = {
    ("ringtrue.cli.backup", "workbench"): "it is the command that backs the workbench up",
    ("ringtrue.cli.reminding", "workbench"): "it is the command that reminds of what is due in it",
    ("ringtrue.cli.serve", "workbench"): "it is the command that starts the workbench",
}
"""(module, room that it imports) and the reason why it may."""

HEAVY = {"duckdb", "numpy", "scipy", "sqlglot", "vl_convert", "jinja2", "pydantic"}


@pytest.mark.slow
def test_a_module_imports_only_from_layers_below_its_own() -> None:
    found = [breach for path in _modules() for breach in _breaches(_name(path), path.read_text("utf-8"))]
    assert [breach for breach in found if breach not in EXCEPTIONS] == []


@pytest.mark.slow
def test_every_exception_is_still_needed() -> None:
    found = [breach for path in _modules() for breach in _breaches(_name(path), path.read_text("utf-8"))]
    assert [exception for exception in EXCEPTIONS if exception not in found] == []


def test_every_room_has_its_place_in_the_layers() -> None:
    rooms = {_room(_name(path)) for path in _modules()} - {""}
    assert rooms - set().union(*LAYERS) == set()


def test_an_import_from_above_is_a_breach() -> None:
    breaches = _breaches("ringtrue.model.lead", "from ringtrue.engine.running.run import run")
    assert breaches == [("ringtrue.model.lead", "engine")]


def test_an_import_from_a_sibling_is_a_breach_however_it_is_written() -> None:
    written = ["import ringtrue.engine", "from ringtrue import engine", "from ..engine import run"]
    assert [_breaches("ringtrue.reports.outline", line) for line in written] == [
        [("ringtrue.reports.outline", "engine")]
    ] * 3


def test_an_import_from_below_or_from_the_same_room_is_none() -> None:
    source = (
        "from ringtrue import __version__\nfrom ringtrue.model import Lead\nfrom ringtrue.reports import text"
    )
    assert _breaches("ringtrue.reports.outline", source) == []


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    program = "import json, sys, ringtrue.cli.main; print(json.dumps(sorted(sys.modules)))"
    started = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert started.returncode == 0, started.stderr
    assert HEAVY & set(json.loads(started.stdout)) == set()


def _modules() -> list[Path]:
    return sorted((SOURCES / "ringtrue").rglob("*.py"))


def _name(path: Path) -> str:
    """The module's dotted name; a package is its ``__init__``, so that relative imports count from it."""
    return ".".join(path.relative_to(SOURCES).with_suffix("").parts)


def _room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "ringtrue" and parts[1] != "__init__" else ""


def _breaches(module: str, source: str) -> list[tuple[str, str]]:
    rooms = {_room(imported) for imported in _imports(module, ast.parse(source))}
    return [(module, room) for room in sorted(rooms) if not _may_import(_room(module), room)]


def _imports(module: str, tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(module.split(".")[: -node.level] if node.level else [])
            origin = ".".join(part for part in (base, node.module) if part)
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def _may_import(room: str, imported: str) -> bool:
    if imported == room or _level(imported) is None:  # its own, or a name of the package itself
        return True
    return (_level(room) or 0) < (_level(imported) or 0)


def _level(room: str) -> int | None:
    return next((level for level, rooms in enumerate(LAYERS, 1) if room in rooms), None)
