"""The page of the concepts is written from the data, and is up to date."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_page_of_the_concepts_says_what_the_data_say() -> None:
    sys.path.insert(0, str(ROOT / "docs" / "generate"))
    try:
        import concepts_page  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    assert (ROOT / "docs" / "explanation" / "concepts.md").read_text("utf-8") == concepts_page.page()
