"""The log-linear model."""

import numpy as np
import pytest

from ringtrue.statistics.loglinear import fit_log_linear


def test_a_two_by_two_table_has_the_log_odds_ratio_and_its_standard_error():
    # Exactly fitted: the interaction is log(30 * 40 / (10 * 20)), its variance the sum of the reciprocals.
    columns = np.array([[1, 0, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0], [1, 1, 1, 1], [1, 1, 1, 1]], float)
    model = fit_log_linear(columns, np.array([30, 10, 20, 40, 40], float))
    assert model.coefficients[3] == pytest.approx(np.log(6))
    assert model.covariance[3, 3] == pytest.approx(1 / 30 + 1 / 10 + 1 / 20 + 1 / 80)


def test_the_constant_alone_fits_the_mean_and_its_deviance():
    model = fit_log_linear(np.ones((3, 1)), np.array([1.0, 2.0, 6.0]))
    assert model.means(np.ones((1, 1)))[0] == pytest.approx(3)
    expected = 2 * (np.log(1 / 3) + 2 * np.log(2 / 3) + 6 * np.log(2))
    assert model.deviance == pytest.approx(expected)


def test_counts_that_spread_more_than_chance_raise_the_dispersion():
    # Pearson: ((1-3)^2 + (2-3)^2 + (6-3)^2) / 3 / 2.
    assert fit_log_linear(np.ones((3, 1)), np.array([1.0, 2.0, 6.0])).dispersion == pytest.approx(14 / 6)
    assert fit_log_linear(np.ones((3, 1)), np.array([3.0, 3.0, 3.0])).dispersion == 1


def test_a_column_without_any_count_does_no_harm():
    columns = np.array([[1, 0], [1, 0], [1, 0], [1, 1]], float)
    model = fit_log_linear(columns, np.array([4.0, 5.0, 6.0, 0.0]))
    assert model.means(columns) == pytest.approx([5, 5, 5, 0], abs=1e-6)


def test_more_columns_than_counts_are_refused():
    with pytest.raises(ValueError, match="more than 3 counts, found 2"):
        fit_log_linear(np.ones((2, 3)), np.ones(2))
