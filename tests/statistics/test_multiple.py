"""Many tests at once."""

import pytest

from ringtrue.statistics.multiple import benjamini_hochberg, benjamini_yekutieli

# Benjamini and Hochberg 1995, section 3.2: at .05 their procedure rejects the first four of the fifteen.
MYOCARDIAL = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
    *(0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
]


def test_benjamini_and_hochbergs_example_rejects_four():
    q_values = benjamini_hochberg(MYOCARDIAL)
    assert [q < 0.05 for q in q_values] == [True] * 4 + [False] * 11
    assert q_values[3] == pytest.approx(0.0095 * 15 / 4)


def test_a_later_smaller_value_lowers_the_earlier_ones():
    assert benjamini_hochberg([0.04, 0.041]) == pytest.approx([0.041, 0.041])


def test_the_order_of_the_input_is_kept():
    shuffled = [0.5, 0.001, None, 0.02]
    assert benjamini_hochberg(shuffled) == [
        pytest.approx(0.5),
        pytest.approx(0.003),
        None,
        pytest.approx(0.03),
    ]


def test_no_test_is_no_member_of_the_family():
    assert benjamini_hochberg([None, 0.03, None]) == [None, pytest.approx(0.03), None]
    assert benjamini_hochberg([]) == []


def test_dependence_costs_the_harmonic_sum():
    assert benjamini_yekutieli([0.01, 0.9]) == pytest.approx([0.03, 1.0])


def test_a_p_value_above_one_is_refused():
    with pytest.raises(ValueError, match="between 0 and 1"):
        benjamini_hochberg([1.5])


def test_both_agree_with_scipy():
    from scipy.stats import false_discovery_control

    assert benjamini_hochberg(MYOCARDIAL) == pytest.approx(list(false_discovery_control(MYOCARDIAL)))
    by = list(false_discovery_control(MYOCARDIAL, method="by"))
    assert benjamini_yekutieli(MYOCARDIAL) == pytest.approx(by)
