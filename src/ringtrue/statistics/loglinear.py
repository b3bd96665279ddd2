"""Counts that depend on columns: the log-linear (Poisson) model, with the spread of the counts allowed for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STEEPEST = 30.0
"""The logarithm of a mean is kept within plus and minus this, so that columns without any count do not run
away.
"""


@dataclass(frozen=True)
class LogLinear:
    """A fitted model: coefficients, their covariance (for dispersion 1), deviance, and dispersion (Pearson;
    at least 1).
    """

    coefficients: "NDArray[np.float64]"
    covariance: "NDArray[np.float64]"
    deviance: float
    dispersion: float

    def means(self, columns: "NDArray[np.float64]") -> "NDArray[np.float64]":
        """The counts that the model expects for rows of columns."""
        import numpy as np

        return np.asarray(np.exp(np.clip(columns @ self.coefficients, -STEEPEST, STEEPEST)))


def fit_log_linear(columns: "NDArray[np.float64]", counts: "NDArray[np.float64]") -> LogLinear:
    """The maximum likelihood fit by iterated weighted least squares (McCullagh and Nelder 1989).

    ``columns`` has a row per count and includes the constant. ValueError unless there are more rows than
    columns.
    """
    import numpy as np

    if len(counts) <= columns.shape[1]:
        raise ValueError(f"expected more than {columns.shape[1]} counts, found {len(counts)}")
    # The ridge only matters where a column is empty or a copy of others.
    ridge = 1e-9 * np.eye(columns.shape[1])
    means = counts + 0.5
    deviance = float("inf")
    for _ in range(60):
        working = np.log(means) + (counts - means) / means
        information = columns.T @ (columns * means[:, None]) + ridge
        coefficients = np.linalg.lstsq(information, columns.T @ (means * working), rcond=None)[0]
        means = np.exp(np.clip(columns @ coefficients, -STEEPEST, STEEPEST))
        before, deviance = deviance, _deviance(counts, means)
        if abs(before - deviance) < 1e-8 * (abs(deviance) + 1):
            break
    covariance = np.linalg.inv(columns.T @ (columns * means[:, None]) + ridge).astype(np.float64)
    pearson = float(((counts - means) ** 2 / means).sum()) / (len(counts) - columns.shape[1])
    return LogLinear(coefficients.astype(np.float64), covariance, deviance, max(1.0, pearson))


def _deviance(counts: "NDArray[np.float64]", means: "NDArray[np.float64]") -> float:
    from scipy.special import xlogy

    return float(2 * (xlogy(counts, counts / means) - (counts - means)).sum())
