"""What things are called, many of them."""

import pytest

from ringtrue.reports.names import items


@pytest.mark.parametrize(
    ("kind", "many"),
    [
        ("case", "cases"),
        ("lowered_priority", "lowered priorities"),
        ("pair_of_targets", "pairs of targets"),
        ("cell_of_the_matrix", "cells of the matrix"),
        ("service_and_role", "services and roles"),
        ("service_or_category", "services or categories"),
        ("amounts", "amounts"),
        ("", "items"),
    ],
)
def test_many_are_told_as_many(kind: str, many: str) -> None:
    assert items(kind) == many
