"""How well the check tells a remedy from a statement: measured on wordings that it was not fitted to."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from ringtrue.method.findings.wording import remedy_in

HERE = Path(__file__).parent
LANGUAGES = ("en", "de")


class Measured(NamedTuple):
    """Of the remedies how many are seen, and of what is seen how much is one."""

    recall: float
    precision: float


def bank(name: str) -> dict[str, dict[str, list[str]]]:
    content: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    return content


def measured(name: str, language: str) -> Measured:
    given = bank(name)
    seen = sum(remedy_in(text) is not None for text in given["remedies"][language])
    wrong = sum(remedy_in(text) is not None for text in given["innocent"][language])
    return Measured(seen / len(given["remedies"][language]), seen / (seen + wrong))


def test_the_bank_held_out_has_sixty_of_each_and_shares_no_wording_with_the_others() -> None:
    held = bank("held_out")
    for kind in ("remedies", "innocent"):
        assert sum(len(held[kind][language]) for language in LANGUAGES) >= 60
    texts = {
        text
        for name in ("widened", "after")
        for kind in bank(name).values()
        for own in kind.values()
        for text in own
    }
    assert not texts & {text for kind in held.values() for own in kind.values() for text in own}


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_remedies_held_out_nine_in_ten_are_seen_and_no_statement_is_refused_wrongly(
    language: str, record_property: Any
) -> None:
    found = measured("held_out", language)
    record_property("recall and precision", f"{found.recall:.3f}, {found.precision:.3f}")
    assert found.recall >= 0.9, f"recall {found.recall:.1%}, precision {found.precision:.1%}"
    assert found.precision == 1.0, f"recall {found.recall:.1%}, precision {found.precision:.1%}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_lists_were_widened_by_is_seen_and_nothing_else(language: str) -> None:
    assert measured("widened", language) == Measured(1.0, 1.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_the_most_unusual_wordings_three_in_four_are_seen_by_now(language: str) -> None:
    found = measured("after", language)
    assert found.recall >= 0.75
    assert found.precision == 1.0
