"""The interface answers as its description says, whatever is sent to it; schemathesis makes the requests from the description."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings

from ringtrue.workbench.machines.interface import addresses
from ringtrue.workbench.machines.rights import ENDPOINTS
from ringtrue.workbench.wsgi import application
from tests.workbench import tiny
from tests.workbench.cast import ROLES, Cast
from tests.workbench.machines.calling import token_of

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
checks = pytest.importorskip("schemathesis.specs.openapi.checks")

EACH = 21
"""Requests for each operation, by the tokens of each role, of a stranger, and one made up, in turn; loading and running are asked for less often."""

LONG = {("machines_load", "POST"), ("machines_runs", "POST")}
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """The application answers on the test's own connection, in its transaction, and does not close it between requests."""
    signals = (request_started, request_finished)
    for one in signals:
        one.disconnect(close_old_connections)
    yield
    for one in signals:
        one.connect(close_old_connections)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "method"), sorted(ENDPOINTS))
def test_an_answer_is_as_described_and_nothing_is_a_fault_of_ours(cast: Cast, name: str, method: str) -> None:
    tiny.run_it(cast.audit.folder.path)
    tokens = cycle([*(token_of(cast, one) for one in (*ROLES, "dan")), "rtk_made-up"])
    path = next(f"/api/v1/{one.pattern}" for one in addresses() if one.name == name)
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    operation = described[path.replace("<int:", "<").replace("<", "{").replace(">", "}")][method]

    @settings(
        max_examples=7 if (name, method) in LONG else EACH,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def sent(case: Any) -> None:
        if "audit" in (case.path_parameters or {}):
            case.path_parameters["audit"] = cast.audit.pk
        case.call_and_validate(headers={"Authorization": f"Bearer {next(tokens)}"}, checks=CHECKS)

    sent()
