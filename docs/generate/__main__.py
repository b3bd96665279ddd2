"""Writes the reference pages from the code; ``--check`` only says which of them are stale."""

import sys
from pathlib import Path

import commands_page
import detection
import procedure_pages
import results_page
import rights_page
import sql_page
import tables_page

REFERENCE = Path(__file__).parent.parent / "reference"
PAGES = {
    "tables.md": tables_page.page,
    "procedures.md": procedure_pages.index,
    "detection.md": detection.page,
    "commands.md": commands_page.page,
    "results.md": results_page.page,
    "rights.md": rights_page.page,
    "sql.md": sql_page.page,
}


def main(arguments: list[str]) -> int:
    """Brings the pages up to date; with ``--check`` leaves them alone, and 1 says that some are stale."""
    texts = {name: page() for name, page in PAGES.items()} | procedure_pages.pages()
    written = {REFERENCE / name: text for name, text in texts.items()}
    left = sorted({*(REFERENCE / "procedures").glob("*.md")} - written.keys())
    stale = {path: text for path, text in written.items() if not _stands(path, text)}
    if arguments == ["--check"]:
        print("".join(f"{_shown(path)} is stale: ./do docs writes it\n" for path in [*stale, *left]), end="")
        return 1 if stale or left else 0
    for path, text in stale.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"{_shown(path)} is new")
    for path in left:
        path.unlink()
        print(f"{_shown(path)} is gone")
    detection.draw(REFERENCE.parent / "images" / "power")
    return 0


def _shown(path: Path) -> str:
    return f"docs/reference/{path.relative_to(REFERENCE)}"


def _stands(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
