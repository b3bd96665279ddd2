"""A program is slowed down, and is given no cookie."""

from typing import Any

from tests.workbench.cast import Cast
from tests.workbench.machines.calling import call, send, token_of


def test_a_token_that_asks_too_often_waits_and_another_does_not(cast: Cast, settings: Any) -> None:
    settings.API_PER_MINUTE = 2
    one, other = token_of(cast, "ada"), token_of(cast, "ben")
    told = [call(one, "GET", "audits").status_code for _ in range(6)]
    assert told[:2] == [200, 200]
    assert 429 in told
    assert call(other, "GET", "audits").status_code == 200


def test_handing_in_sets_no_cookie(cast: Cast) -> None:
    answer = send(
        token_of(cast, "ada"), f"audits/{cast.audit.pk}/sources", "cases.csv", b"id,kind\nI1,incident\n"
    )
    assert answer.status_code == 201
    assert not answer.cookies
