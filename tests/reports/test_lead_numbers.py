"""The numbers beside a lead, in plain words and in their units."""

from dataclasses import replace
from typing import Any

import pytest

from ringtrue.reports.sections.lead_numbers import lead_numbers
from tests.reports import invented


def numbers(measure: str | None = None, **values: Any) -> dict[str, str]:
    lead = replace(invented.PING_PONG.leads[0], values=values)
    one = replace(invented.PING_PONG, measure=measure)
    return {term.name: term.text.replace("\u00a0", " ") for term in lead_numbers(one, lead)}


@pytest.mark.parametrize(
    ("name", "value", "label", "text"),
    [
        ("n_judged", 313, "Cases with an agreed time", "313"),
        ("attainment", 0.98, "Resolved in the agreed time", "98.0 %"),
        ("response_rate", 0.23, "Answered, of those invited", "23.0 %"),
        ("satisfied_at_most", 0.9, "Satisfied, if everybody else is", "90.0 %"),
        ("target", 1440, "Target", "24 h"),
        ("expected", 0.83, "Expected", "0.83"),
        ("power_share", 0.8, "Chance of seeing a halving", "80.0 %"),
        ("share_of_target", 0.82, "Share of target", "82.0 %"),
    ],
)
def test_a_value_has_a_plain_name_and_a_share_is_per_cent(
    name: str, value: float, label: str, text: str
) -> None:
    assert numbers(**{name: value})[label] == text


def test_what_was_expected_of_a_mix_has_the_unit_of_the_estimate() -> None:
    assert numbers(expected=0.071, standardised_ratio=8.15)["Expected from its mix"] == "7.1 %"


def test_where_no_mix_is_known_what_is_expected_is_not_said_twice() -> None:
    alike = numbers(pooled=0.12, limit=0.235, expected=0.12, standardised_ratio=3.05)
    assert "Expected from its mix" not in alike and alike["All together"] == "12.0 %"
    mixed = numbers(pooled=0.12, limit=0.235, expected=0.13, standardised_ratio=3.05)
    assert mixed["Expected from its mix"] == "13.0 %"


def test_the_limit_beside_peers_is_called_what_it_is() -> None:
    assert numbers(pooled=0.12, limit=0.235)["Limit of chance and spread"] == "23.5 %"
    assert numbers(limit=0.1)["Compared with"] == "10.0 %"


def test_text_that_the_sentence_says_and_empty_text_are_not_said_twice() -> None:
    said = invented.PING_PONG.leads[0].statement[3:20]
    assert not {"Told", "Of", "Missing"} & numbers(told=said, of="", missing=said).keys()
    assert numbers(told="something else")["Told"] == "something else"


def test_values_that_are_not_shown_take_no_place_of_those_that_are() -> None:
    hidden = {"delta": 1.0, "object": "x", "told": ""}
    assert (
        len(
            numbers(**hidden, **{f"v{place}": place for place in range(10)}).keys()
            & {f"V{n}" for n in range(10)}
        )
        == 10
    )


def test_a_measure_has_its_own_name() -> None:
    assert next(iter(numbers("cliffs_delta"))) == "Cliff's delta"
    assert next(iter(numbers("outcome_measures_share"))) == "Outcome measures"


def test_a_share_of_one_has_no_bounds_to_read() -> None:
    lead = replace(
        invented.PING_PONG.leads[0], n=1, deviations=1, estimate=1.0, bounds=(0.025, 1.0), values={}
    )
    assert lead_numbers(replace(invented.PING_PONG, measure=None), lead)[0].text == "1 of 1"
