"""How many new cases show that a failure became rare."""

import pytest

from ringtrue.method.follow_up.effectiveness import cases_needed, is_shown, more_needed, upper_bound
from ringtrue.model.follow_up import NewCases


@pytest.mark.parametrize(
    ("tolerable", "confidence", "repeats", "needed"),
    [
        (0.10, 0.95, 0, 29),
        (0.10, 0.95, 1, 46),
        (0.10, 0.95, 2, 61),
        (0.05, 0.95, 0, 59),
        (0.05, 0.95, 1, 93),
        (0.02, 0.95, 0, 149),
        (0.10, 0.90, 0, 22),
        (0.10, 0.90, 1, 38),
    ],
)
def test_the_numbers_are_those_of_attribute_sampling(
    tolerable: float, confidence: float, repeats: int, needed: int
) -> None:
    assert cases_needed(tolerable, confidence, repeats) == needed


def _seen(cases: int, repeats: int) -> NewCases:
    return NewCases(cases=cases, repeats=repeats, since="2026-06-01")


def test_twenty_nine_cases_without_a_repeat_show_it_and_twenty_eight_do_not() -> None:
    assert is_shown(_seen(29, 0)) and not is_shown(_seen(28, 0))
    assert (more_needed(_seen(29, 0)), more_needed(_seen(28, 0)), more_needed(_seen(0, 0))) == (0, 1, 29)


def test_with_repeats_the_exact_bound_decides() -> None:
    assert upper_bound(_seen(60, 3)) == pytest.approx(0.124, abs=0.0005)
    assert not is_shown(_seen(60, 3)) and is_shown(_seen(46, 1)) and not is_shown(_seen(45, 1))


def test_no_case_shows_nothing() -> None:
    assert upper_bound(_seen(0, 0)) == 1.0


@pytest.mark.parametrize(
    "given", [(0.0, 0.95, 0), (1.0, 0.95, 0), (0.1, 1.0, 0), (0.1, 0.0, 0), (0.1, 0.95, -1)]
)
def test_shares_outside_of_nought_and_one_are_refused(given: tuple[float, float, int]) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        cases_needed(*given)
