"""Writes the reference pages from the code; ``--check`` only says which of them are stale."""

import sys
from pathlib import Path

import commands_page
import procedures_page
import results_page
import tables_page

REFERENCE = Path(__file__).parent.parent / "reference"
PAGES = {
    "tables.md": tables_page.page,
    "procedures.md": procedures_page.page,
    "commands.md": commands_page.page,
    "results.md": results_page.page,
}


def main(arguments: list[str]) -> int:
    """Brings the pages up to date; with ``--check`` leaves them alone, and 1 says that some are stale."""
    written = {REFERENCE / name: page() for name, page in PAGES.items()}
    stale = {path: text for path, text in written.items() if not _stands(path, text)}
    if arguments == ["--check"]:
        print(
            "".join(f"docs/reference/{path.name} is stale: ./do docs writes it\n" for path in stale), end=""
        )
        return 1 if stale else 0
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8")
        print(f"docs/reference/{path.name} is new")
    return 0


def _stands(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
