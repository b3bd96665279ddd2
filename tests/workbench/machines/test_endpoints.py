"""What the endpoints give and take, and how they refuse."""

import pytest

from ringtrue.workbench.findings.reading import Finding
from tests.workbench.cast import Cast
from tests.workbench.machines.calling import call, send, token_of
from tests.workbench.ran import EXAMPLE, run_it

STATEMENT = "Changes are approved after they were carried out."


def test_the_audit_is_told_with_the_role(cast: Cast) -> None:
    told = call(token_of(cast, "cleo"), "GET", "audits").json()
    assert told == [
        {
            "id": cast.audit.pk,
            "title": "Payments",
            "organisation": "Northwind",
            "state": "initiated",
            "role": "auditee_contact",
        }
    ]


def test_leads_come_filtered_and_by_pages(cast: Cast) -> None:
    run, token, path = run_it(cast), token_of(cast, "otto"), f"audits/{cast.audit.pk}/leads"
    every = call(token, "GET", f"{path}?size=200").json()
    assert every["run"] == run and every["total"] == len(every["items"]) > 3
    pages = [call(token, "GET", f"{path}?size=2&page={n}").json()["items"] for n in (1, 2)]
    assert [one for page in pages for one in page] == every["items"][:4]
    first = every["items"][0]
    fitting = call(token, "GET", f"{path}?procedure={first['procedure']}&run={run}").json()["items"]
    assert fitting and {one["procedure"] for one in fitting} == {first["procedure"]}
    assert call(token, "GET", f"{path}?disposition=verified").json()["total"] == 0
    assert call(token, "GET", f"{path}?page=1000").json()["items"] == []
    one = call(token, "GET", f"{path}/{first['name']}").json()
    assert one["id"] == first["id"] and one["explanations"] and one["ask"]


def test_a_run_or_lead_that_there_is_not_is_404_and_no_run_is_no_lead(cast: Cast) -> None:
    token, path = token_of(cast, "ada"), f"audits/{cast.audit.pk}/leads"
    assert call(token, "GET", path).json() == {"run": None, "total": 0, "page": 1, "size": 50, "items": []}
    run_it(cast)
    for wrong in ("?run=../../x", "?run=nothing", "/nothing", "/%00", "/..%2f..%2fx"):
        assert call(token, "GET", f"{path}{wrong}").status_code == 404


@pytest.mark.parametrize(
    "wrong", ["page=0", "page=x", "size=201", "disposition=great", "unknown=1", "run=" + "x" * 99]
)
def test_a_query_that_makes_no_sense_is_refused_with_its_field(cast: Cast, wrong: str) -> None:
    answer = call(token_of(cast, "ada"), "GET", f"audits/{cast.audit.pk}/leads?{wrong}")
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [wrong.split("=")[0]])


def test_a_draft_is_written_in_the_name_of_the_member(cast: Cast) -> None:
    token, path = token_of(cast, "ben"), f"audits/{cast.audit.pk}/findings"
    made = call(token, "POST", path, {"statement": STATEMENT})
    assert made.status_code == 201
    told = made.json()["finding"]
    assert (told["statement"], told["written_by"], told["grade"]) == (STATEMENT, "Ben", None)
    assert call(token, "GET", f"{path}/F-001").json() == made.json()
    assert call(token, "GET", f"{path}?grade=draft").json()["total"] == 1
    assert call(token, "GET", f"{path}?grade=ofi").json()["total"] == 0


@pytest.mark.parametrize(
    "more",
    [
        {"written_by": "Ada"},
        {"grade": "ofi"},
        {"reviewed_by": "Ada"},
        {"id": "F-777"},
        {"audit": "other"},
        {"version": 3},
        {"outcome_concern": "true"},
        {"extent": {"found": 1}},
        {"extent": {"found": "1", "looked_at": 2}},
        {"requirement": {"clause": "8.5.1", "more": 1}},
        {"statement": ""},
        {"statement": None},
        {"statement": "x" * 4001},
        {"statement": "with \x00 in it"},
        {"evidence": "E-001"},
        {"evidence": ["E-999"]},
    ],
)
def test_a_field_that_is_not_offered_or_not_of_its_type_is_refused(
    cast: Cast, more: dict[str, object]
) -> None:
    answer = call(
        token_of(cast, "ben"), "POST", f"audits/{cast.audit.pk}/findings", {"statement": STATEMENT, **more}
    )
    assert (answer.status_code, bool(answer.json()["fields"])) == (422, True)
    assert not cast.audit.records.filter(kind="finding").exists()


def test_a_body_that_is_no_json_is_refused(cast: Cast) -> None:
    token, path = token_of(cast, "ben"), f"audits/{cast.audit.pk}/findings"
    for body in ("{", "[" * 5000, "[]", "null", '{"statement": NaN}'):
        answer = call(token, "POST", path, body)
        assert answer.status_code in (400, 422) and answer.json()["error"]


def test_a_draft_comes_from_a_lead(cast: Cast) -> None:
    run_it(cast)
    token, path = token_of(cast, "ben"), f"audits/{cast.audit.pk}"
    lead = call(token, "GET", f"{path}/leads").json()["items"][0]["id"]
    made = call(token, "POST", f"{path}/findings/from-lead", {"lead": lead})
    assert (made.status_code, made.json()["finding"]["written_by"]) == (201, "Ben")
    assert call(token, "POST", f"{path}/findings/from-lead", {"lead": "nothing"}).status_code == 422


def test_an_auditees_contact_meets_only_what_was_issued(cast: Cast) -> None:
    path = f"audits/{cast.audit.pk}/findings"
    call(token_of(cast, "ben"), "POST", path, {"statement": STATEMENT})
    token = token_of(cast, "cleo")
    assert call(token, "GET", path).json()["total"] == 0
    assert call(token, "GET", f"{path}/F-001").status_code == 404
    from ringtrue.workbench.trail.desk import entry, one, write

    version = one(cast.audit, "finding", Finding, "F-001").version
    write(cast.audit, entry("issued", "F-001", {"finding": "F-001", "version": version}, "Ada", "handed"), 0)
    assert [one["id"] for one in call(token, "GET", path).json()["items"]] == ["F-001"]
    assert call(token, "GET", f"{path}/F-001").status_code == 200


def test_a_source_is_handed_in_with_its_dates_and_listed(cast: Cast) -> None:
    token, path = token_of(cast, "eve"), f"audits/{cast.audit.pk}/sources"
    made = send(token, path, "cases.csv", b"id,opened\n1,2024-01-01\n", document_on="2024-02-01")
    assert (made.status_code, made.json()["by"], made.json()["document_on"]) == (201, "Eve", "2024-02-01")
    assert call(token, "GET", path).json() == [made.json()]
    again = send(token, path, "cases.csv", b"id,opened\n1,2024-01-01\n")
    assert (again.status_code, list(again.json()["fields"])) == (422, ["file"])


def test_a_source_with_a_field_that_is_not_offered_or_without_a_file_is_refused(cast: Cast) -> None:
    token, path = token_of(cast, "eve"), f"audits/{cast.audit.pk}/sources"
    assert send(token, path, "cases.csv", b"id\n1\n", by="Ada").json()["fields"].keys() == {"by"}
    assert send(token, path, "cases.csv", b"id\n1\n", document_on="31.02.2024").status_code == 422
    assert send(token, path, "page.html", b"<script>").status_code == 422
    assert call(token, "POST", path, {"file": "x"}).status_code == 415
    assert call(token, "GET", path).json() == []


@pytest.mark.slow
def test_sources_are_loaded_and_a_run_is_started_by_a_program(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    token, path = token_of(cast, "ada"), f"audits/{cast.audit.pk}"
    for file in sorted(EXAMPLE.glob("*.csv")):
        assert send(token, f"{path}/sources", file.name, file.read_bytes()).status_code == 201
    for what in ("sources/load", "runs"):
        begun = call(token, "POST", f"{path}/{what}")
        assert begun.status_code == 202
        done = call(token, "GET", f"{path}/jobs/{begun.json()['id']}").json()
        assert (done["state"], done["reason"]) == ("done", "")
    assert len(call(token, "GET", f"{path}/runs").json()) == 1


def test_a_job_of_another_audit_is_not_there(cast: Cast) -> None:
    from ringtrue.workbench.jobs.models import Job, Kind

    job = Job.objects.create(audit=cast.other, kind=Kind.RUN, asked_by="Dan")
    assert call(token_of(cast, "ada"), "GET", f"audits/{cast.audit.pk}/jobs/{job.pk}").status_code == 404
    assert call(token_of(cast, "ada"), "GET", f"audits/{cast.audit.pk}/jobs/{10**30}").status_code == 404


def test_a_second_job_waits_for_the_first(cast: Cast) -> None:
    from ringtrue.workbench.jobs.models import Job, Kind

    Job.objects.create(audit=cast.audit, kind=Kind.RUN, asked_by="Ben")
    assert call(token_of(cast, "ada"), "POST", f"audits/{cast.audit.pk}/sources/load").status_code == 409


def test_the_description_names_every_operation_and_no_outside_address(cast: Cast) -> None:
    answer = call(None, "GET", "openapi.json")
    told = answer.json()
    assert "/api/v1/audits/{audit}/leads" in told["paths"]
    assert sum(len(one) for one in told["paths"].values()) == 14
    assert "http" not in answer.content.decode().replace('"http"', "")


def test_an_address_that_there_is_not_is_refused_as_json(cast: Cast) -> None:
    for method in ("GET", "POST"):
        answer = call(token_of(cast, "ada"), method, "nothing/at/all")
        assert (answer.status_code, answer.json()["error"]) == (404, "There is no such address.")
    assert call(token_of(cast, "ada"), "DELETE", f"audits/{cast.audit.pk}").status_code == 405
