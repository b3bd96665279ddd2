"""The judge of first digits."""

from typing import Any

from ringtrue.statistics.judges import first_digits
from ringtrue.statistics.judges.first_digits import law, mean_absolute_deviation


def rows(counts: list[int], orders: float = 4.0) -> list[dict[str, Any]]:
    return [
        {"object": "costs", "digits": str(place + 10), "count": n, "orders": orders}
        for place, n in enumerate(counts)
    ]


def as_the_law(n: int) -> list[int]:
    return [round(n * share) for share in law()]


def test_the_law_is_the_one_of_the_books() -> None:
    # First two digits 10: 4.139 %, 99: 0.436 % (Nigrini 2012, table 1.2).
    assert (round(law()[0], 5), round(law()[-1], 5), round(sum(law()), 9)) == (0.04139, 0.00436, 1.0)


def test_amounts_by_the_law_are_no_effect() -> None:
    (judged,) = first_digits()(rows(as_the_law(5000)), {})
    assert judged.testable and not judged.effect and judged.p_value == 1.0


def test_amounts_that_were_thought_of_are_an_effect() -> None:
    (judged,) = first_digits()(rows([20] * 90), {})
    assert judged.effect and judged.p_value == 1 / 2000
    assert judged.values["most"].split(", ")[0] == "99"
    assert judged.estimate == mean_absolute_deviation([20] * 90)


def test_a_thousand_amounts_lie_above_the_limit_by_chance_and_that_alone_says_nothing() -> None:
    import numpy as np

    shares = np.array(law())
    counts = np.random.default_rng(1).multinomial(1000, shares / shares.sum()).tolist()
    (judged,) = first_digits()(rows(counts), {})
    assert judged.effect and judged.p_value is not None and judged.p_value > 0.05


def test_fewer_than_a_thousand_amounts_or_three_orders_are_untestable() -> None:
    assert not first_digits()(rows([11] * 90), {})[0].testable
    assert "span 2.9 orders" in first_digits()(rows([20] * 90, orders=2.9), {})[0].reason
