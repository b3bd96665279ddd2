"""Sites to visit: how many by the rule, which by a seed, and all of it in the journal."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ringtrue.cli.main import app
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.method.sampling.draw import commitment, ranked

ALIKE = tuple(f"S{n:02}" for n in range(1, 26))


def sites(audit: Path, *arguments: str, by: str = "Ada") -> Result:
    return CliRunner().invoke(app, ["sites", str(audit), "--central", "Leeds", "--by", by, *arguments])


@pytest.mark.parametrize(
    ("alike", "stage", "visited"),
    [
        (25, "initial", 5),
        (25, "surveillance", 3),
        (25, "recertification", 4),
        (24, "initial", 5),
        (26, "initial", 6),
        (1, "surveillance", 1),
    ],
)
def test_of_sites_alike_the_root_is_visited_and_the_central_function_each_time(
    tmp_path: Path, alike: int, stage: str, visited: int
) -> None:
    names = ",".join(f"S{n:02}" for n in range(1, alike + 1))
    told = json.loads(sites(tmp_path, "--alike", names, "--stage", stage, "--json").stdout)["plan"]
    assert told["central"] == "Leeds"
    assert len(told["at_random"]) + len(told["by_judgement"]) == visited


def test_the_sites_follow_from_the_seed_which_the_journal_holds_before_the_draw(tmp_path: Path) -> None:
    done = sites(tmp_path, "--alike", ",".join(ALIKE), "--unlike", "Oslo", "--seed", "demo-2026")
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines()[:2] == [
        "V-001: 7 sites to visit, initial audit",
        "- central function: Leeds",
    ]
    assert f"by chance: {', '.join(ranked('demo-2026', ALIKE)[:5])}" in done.stdout
    assert "- like no other: Oslo" in done.stdout
    committed, drawn = (entry.content for entry in Journal(AuditFolder(tmp_path)).history("sites", "V-001"))
    assert committed == {"seed_sha256": commitment("demo-2026"), "seed_origin": "given"}
    assert (drawn["seed"], drawn["asked"]["alike"]) == ("demo-2026", list(ALIKE))


def test_a_quarter_is_left_to_chance_whatever_the_auditor_wants(tmp_path: Path) -> None:
    wanted = ",".join(ALIKE[:5])
    told = json.loads(sites(tmp_path, "--alike", ",".join(ALIKE), "--chosen", wanted, "--json").stdout)
    assert told["plan"]["by_judgement"] == list(ALIKE[:3])
    assert len(told["plan"]["at_random"]) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "no site besides the central function is named"),
        (("--alike", "Hull,York", "--chosen", "Oslo"), "the sites chosen hold Oslo"),
        (("--alike", "Hull,York", "--seed", ""), "the seed is empty"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = sites(tmp_path, *arguments)
    assert told in done.output + str(done.exception)
    assert Journal(AuditFolder(tmp_path)).entries() == ()


def test_a_seed_draws_once(tmp_path: Path) -> None:
    sites(tmp_path, "--alike", "Hull,York", "--seed", "demo-2026")
    done = sites(tmp_path, "--alike", "Hull,York", "--seed", "demo-2026")
    assert "this seed drew V-001" in str(done.exception)
