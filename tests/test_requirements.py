"""The locked requirements are those of pyproject.toml, and carry nothing of the machine on which they were chosen."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
EXTRA = PROJECT["project"]["optional-dependencies"]
WANTED = {
    "run.txt": [*RUN, *EXTRA["workbench"]],
    "dev.txt": [*RUN, *EXTRA["workbench"], *EXTRA["dev"]],
    "spark.txt": [*RUN, *EXTRA["spark"]],
}


@pytest.mark.parametrize("file", WANTED)
def test_every_requirement_is_locked_at_a_version_that_it_allows(file: str) -> None:
    locked = _locked(file)
    assert [text for text in WANTED[file] if not _allows(Requirement(text), locked)] == []


def test_what_an_audit_needs_is_the_same_where_it_is_developed() -> None:
    assert _locked("run.txt").items() <= _locked("dev.txt").items()


def test_what_spark_needs_stands_beside_what_is_there_already() -> None:
    there = _locked("dev.txt")
    assert {name: there[name] for name in _locked("spark.txt") if name in there}.items() <= _locked(
        "spark.txt"
    ).items()


@pytest.mark.parametrize("file", WANTED)
def test_every_locked_package_has_a_hash_and_none_names_an_index_or_a_path(file: str) -> None:
    text = (ROOT / "requirements" / file).read_text("utf-8")
    packages = re.split(r"\n(?=\w)", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).strip())
    assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []
    assert re.findall(r".*(?:://|-index|find-links|/tmp|/home|/work).*", text) == []


def test_the_pip_that_is_shipped_is_the_one_whose_checksum_was_recorded() -> None:
    checksum, name = (ROOT / "bootstrap" / "SHA256SUMS").read_text("utf-8").split()
    assert hashlib.sha256((ROOT / "bootstrap" / name).read_bytes()).hexdigest() == checksum


def _locked(file: str) -> dict[str, set[str]]:
    """Every locked package with its versions: one, or several for different versions of Python."""
    locked: dict[str, set[str]] = {}
    text = (ROOT / "requirements" / file).read_text("utf-8")
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE):
        locked.setdefault(name, set()).add(version)
    return locked


def _allows(requirement: Requirement, locked: dict[str, set[str]]) -> bool:
    versions = locked.get(requirement.name.lower(), set())
    return bool(versions) and all(requirement.specifier.contains(version) for version in versions)
