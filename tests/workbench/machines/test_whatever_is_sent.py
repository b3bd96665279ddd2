"""The interface answers as its description says, whatever is sent to it; schemathesis makes the requests from the description."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from ringtrue.workbench.machines.interface import addresses
from ringtrue.workbench.machines.rights import ENDPOINTS
from ringtrue.workbench.wsgi import application
from tests.workbench.cast import Cast
from tests.workbench.machines.calling import token_of
from tests.workbench.ran import run_it

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
checks = pytest.importorskip("schemathesis.specs.openapi.checks")

EACH = 12
"""Requests for each operation; loading, which takes no body and reads the whole example, is asked for twice."""


CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "method"), sorted(ENDPOINTS))
def test_an_answer_is_as_described_and_nothing_is_a_fault_of_ours(cast: Cast, name: str, method: str) -> None:
    run_it(cast)
    headers = {"Authorization": f"Bearer {token_of(cast, 'ada')}"}
    path = next(f"/api/v1/{one.pattern}" for one in addresses() if one.name == name)
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    operation = described[path.replace("<int:", "<").replace("<", "{").replace(">", "}")][method]

    @settings(
        max_examples=2 if name == "machines_load" else EACH,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def sent(case: Any) -> None:
        if "audit" in (case.path_parameters or {}):
            case.path_parameters["audit"] = cast.audit.pk
        case.call_and_validate(headers=headers, checks=CHECKS)

    sent()
