"""What may not happen even once, told with the row's own numbers."""

from ringtrue.statistics.judges import any_with_values

JUDGE = any_with_values()


def test_one_deviation_is_an_effect_and_brings_the_numbers_of_its_row() -> None:
    (one,) = JUDGE([{"object": "D1", "n": 1, "deviations": 1, "times": 3}], {})
    assert (one.effect, one.estimate, dict(one.values)) == (True, 1.0, {"times": 3})


def test_no_deviation_is_no_effect() -> None:
    (one,) = JUDGE([{"object": "D1", "n": 4, "deviations": 0, "times": 3}], {})
    assert (one.testable, one.effect) == (True, False)


def test_where_nothing_could_be_judged_nothing_is_said() -> None:
    (one,) = JUDGE([{"object": "D1", "n": 0, "deviations": 0, "times": 3}], {})
    assert (one.testable, one.effect, dict(one.values)) == (False, False, {})
