"""What a reader is told is true: links lead somewhere, commands exist, pages are fresh, public things are described."""

import ast
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MODULES = sorted(
    path
    for path in (ROOT / "src" / "ringtrue").rglob("*.py")
    if "migrations" not in path.parts  # Django writes those
)

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_local_link_leads_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [link for link in links if not _leads_somewhere(page, link)] == []


def test_a_link_to_a_page_or_heading_that_is_not_there_is_seen() -> None:
    page = ROOT / "README.md"
    assert _leads_somewhere(page, "docs/index.md#ringtrue")
    assert not _leads_somewhere(page, "docs/nowhere.md")
    assert not _leads_somewhere(page, "docs/index.md#nowhere")


def test_every_page_that_a_message_names_is_there() -> None:
    named = {name for path in MODULES for name in re.findall(r"docs/[\w/-]+\.md", path.read_text("utf-8"))}
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


@pytest.mark.slow
def test_every_public_module_class_and_function_says_what_it_promises() -> None:
    silent = [name for path in MODULES for name in _undescribed(path, ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_a_public_function_without_a_docstring_is_seen_and_a_private_one_may_be_silent() -> None:
    source = (
        '"""A module."""\ndef shown(): ...\ndef _hidden(): ...\nclass _Inner:\n    def also_hidden(self): ...'
    )
    assert list(_undescribed(Path("module.py"), ast.parse(source))) == ["module.py: shown"]


def test_every_command_that_a_reader_is_shown_exists_with_its_options() -> None:
    shown = [line for page in PAGES for line in _shown_commands(page.read_text("utf-8"), "ringtrue")]
    assert shown
    assert [line for line in shown if not _is_a_command(line)] == []


def test_every_errand_of_the_house_that_a_reader_is_shown_exists() -> None:
    errands = re.findall(r"^  (\w+)  ", (ROOT / "do").read_text("utf-8"), re.MULTILINE)
    named = {name for page in PAGES for name in re.findall(r"\./do (\w+)", page.read_text("utf-8"))}
    assert "demo" in errands
    assert named - set(errands) == set()


def test_every_piece_of_toml_that_a_reader_is_shown_is_toml() -> None:
    pieces = [
        body for page in PAGES for kind, body in BLOCK.findall(page.read_text("utf-8")) if kind == "toml"
    ]
    assert pieces
    for piece in pieces:
        tomllib.loads(piece)


@pytest.mark.slow
def test_the_reference_pages_are_fresh() -> None:
    generator = [sys.executable, str(ROOT / "docs" / "generate"), "--check"]
    checked = subprocess.run(generator, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


def _leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    if not target.exists():
        return False
    return not anchor or anchor in {
        _anchor(heading) for heading in HEADING.findall(target.read_text("utf-8"))
    }


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def _undescribed(path: Path, tree: ast.Module, within: str = "") -> Iterator[str]:
    if any(
        part.startswith("_") for part in path.with_suffix("").parts if part not in ("__init__", "__main__")
    ):
        return
    place = str(path.relative_to(ROOT)) if path.is_absolute() else str(path)
    if not ast.get_docstring(tree):
        yield place
    yield from (f"{place}: {name}" for name in _undescribed_inside(tree))


def _undescribed_inside(parent: ast.Module | ast.ClassDef) -> Iterator[str]:
    for node in parent.body:
        if (
            not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            or node.name.startswith("_")
            or node.name == "Meta"
        ):  # Django's declarations about a class
            continue
        if not ast.get_docstring(node):
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (f"{node.name}.{inner}" for inner in _undescribed_inside(node))


def _shown_commands(text: str, program: str) -> Iterator[str]:
    for kind, body in BLOCK.findall(text):
        if kind in ("sh", "console"):
            lines = (line.removeprefix("$ ").removeprefix(".venv/bin/") for line in body.splitlines())
            yield from (line for line in lines if line.split()[:1] == [program])


def _is_a_command(line: str) -> bool:
    words = shlex.split(line, comments=True)[1:]
    command: Any = _command_line()
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    options = {name for parameter in command.params for name in parameter.opts} | {"--help"}
    used = {word.partition("=")[0] for word in words if word.startswith("-")}
    return not hasattr(command, "commands") and used <= options


def _command_line() -> Any:
    from typer.main import get_command

    from ringtrue.cli.main import app

    return get_command(app)
