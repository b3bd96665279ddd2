"""Registers of a real management system and a real catalogue: what is said of them was counted by hand."""

import csv
import gzip
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from ringtrue import api
from ringtrue.model.result import Fact
from tests.published.conftest import DATA, Audited

pytestmark = pytest.mark.slow


def audited_tables(folder: Path, tables: dict[str, list[dict[str, Any]]]) -> Audited:
    """An audit of canonical tables that were mapped from a register."""
    source = folder / "register"
    source.mkdir()
    for name, rows in tables.items():
        with (source / f"{name}.csv").open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, [*rows[0]])
            writer.writeheader()
            writer.writerows(rows)
    done = api.audit([source], folder / "audit")
    return Audited(done.folder, done.results, done.run)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    file = DATA / "ims_document_register" / "document_register.csv.gz"
    if not file.exists():
        pytest.skip("the document register is not beside the repository (../shared/data)")
    with gzip.open(file, "rt", encoding="utf-8") as opened:
        rows = [
            {
                "id": row["path"],
                "title": row["title"] or row["path"],
                "kind": row["kind"],
                "owner": row["owner"],
                "status": row["status"],
            }
            for row in csv.DictReader(opened)
        ]
    return audited_tables(tmp_path_factory.mktemp("documents"), {"documents": rows})


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    file = DATA / "gitlab_service_catalogue" / "service-catalog.yml.gz"
    if not file.exists():
        pytest.skip("the service catalogue is not beside the repository (../shared/data)")
    with gzip.open(file, "rt", encoding="utf-8") as opened:
        services = yaml.safe_load(opened)["services"]
    return audited_tables(tmp_path_factory.mktemp("catalogue"), _mapped(services))


def _mapped(services: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The catalogue as canonical tables: its requirements, its targets, what each service rests on."""
    requirements, targets, needed = [], [], []
    for one in services:
        business, technical = one.get("business") or {}, one.get("technical") or {}
        name, agreed = one["name"], business.get("SLA") or {}
        if business.get("requirement"):
            requirements.append(
                {
                    "id": f"{name}-U",
                    "service": name,
                    "facet": "utility",
                    "statement": " ".join(business["requirement"].split()),
                }
            )
        for metric in ("availability", "response_time"):
            if agreed.get(metric):
                targets.append(
                    {"id": f"{name}-{metric}", "service": name, "metric": f"{metric}_percent", "value": 99}
                )
        needed += [
            {"service": name, "depends_on": part["service"], "kind": "service"}
            for part in technical.get("dependencies") or []
            if part and part.get("service")
        ]
    listed = [
        {"id": one["name"], "name": one.get("friendly_name") or one["name"], "status": "live"}
        for one in services
    ]
    return {
        "services": listed,
        "requirements": requirements,
        "targets": targets,
        "service_dependencies": needed,
    }


def said(facts: Iterable[Fact], words: str) -> tuple[Any, int | None]:
    found = [fact for fact in facts if words in fact.statement]
    assert len(found) == 1, [fact.statement for fact in facts]
    return found[0].value, found[0].n


def test_608_of_858_documents_are_not_started(documents: Audited) -> None:
    assert said(documents.results.facts, '"Not started"') == (608, 858)


def test_no_document_of_the_register_is_lost(documents: Audited) -> None:
    source = documents.results.sources[0]
    assert (source.rows, source.loaded, source.rejected) == (858, 858, 0)


def test_every_service_of_the_catalogue_is_there_and_most_state_a_requirement(catalogue: Audited) -> None:
    assert len(catalogue.results.services) == 55
    loaded = {source.file: source.loaded for source in catalogue.results.sources}
    assert loaded["requirements.csv"] == 53


def test_no_service_of_the_catalogue_has_an_availability_target(catalogue: Audited) -> None:
    targets = catalogue.folder.tables / "targets.parquet"
    metrics = catalogue.one(
        f"select list_sort(list_distinct(list(metric))), count(*) from read_parquet('{targets}')"
    )
    assert metrics == (["response_time_percent"], 3)


def test_dependencies_on_services_that_the_catalogue_does_not_have_are_told(catalogue: Audited) -> None:
    told = [fact for fact in catalogue.results.facts if "that the catalogue does not have" in fact.statement]
    named = {name.strip() for name in told[0].statement.split(":")[1].split(",")}
    assert {"postgres", "prometheus", "elasticsearch"} <= named
    assert told[0].n == 38  # 51 entries, 13 of which name nothing
