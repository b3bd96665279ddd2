"""``ringtrue sample`` as an auditor meets it: what was done is said in sentences, and what is wrong says what to do."""

import json
import shutil
from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from tests.cli.process import ringtrue
from tests.engine.test_run import export
from tests.engine.test_sampling import SIGNED, judge

CLAIM = "flow.ping-pong"
ASKED = api.AskedSample(subject=CLAIM, wish=api.SampleWish(method="attribute", tolerable=0.1))


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("sampled")
    api.audit([export(place / "given")], place / "audit")
    return place / "audit"


@pytest.fixture
def audit(audited: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(audited, tmp_path / "audit"))


@pytest.mark.slow
def test_what_was_done_is_said_in_its_order(audit: Path) -> None:
    done = ringtrue("sample", audit, CLAIM, "--tolerable", "10%", "--seed", "demo-2026", "--by", "Ada")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "S-001: attribute sample"
    assert "was given by the auditor and committed by Ada" in lines[1]
    assert lines[2].startswith("- Then the population was frozen: 300 records of flow.ping-pong in run ")
    assert any("look at 28 records" in line for line in lines)
    assert lines[-1] == f"The sheet to fill in: ringtrue paper {audit} sample --with sample=S-001"


def test_a_whole_sample_from_draw_to_conclusion(audit: Path) -> None:
    ringtrue("sample", audit, CLAIM, "--tolerable", "10%", "--by", "Ada")
    done = ringtrue("sample", audit, "--evaluate", "S-001")
    assert (done.returncode, "Not yet: 28 of 28 records" in done.stdout) == (0, True)
    told = json.loads(ringtrue("sample", audit, "--evaluate", "S-001", "--json").stdout)
    assert (told["outcome"], told["upper"], told["tolerable"]) == ("not_yet", None, 0.1)


def test_the_seed_example_of_the_method_is_drawn_in_its_order(tmp_path: Path) -> None:
    given = tmp_path / "cases.csv"
    given.write_text(
        "id,opened_at\n" + "".join(f"INC00{n},2026-05-0{n}T08:00Z\n" for n in range(1, 6)), "utf-8"
    )
    folder = api.import_sources([given], tmp_path / "audit").folder
    arguments = (
        "sample",
        folder.path,
        "cases",
        "--method",
        "judgement",
        "--size",
        "5",
        "--seed",
        "demo-2026",
    )
    told = json.loads(ringtrue(*arguments, "--by", "Ada", "--json").stdout)
    assert [item["item"] for item in told["items"]] == ["INC003", "INC004", "INC001", "INC005", "INC002"]


def test_with_a_prior_the_evaluation_tells_a_probability_and_the_prior_it_rests_on(audit: Path) -> None:
    folder = AuditFolder(audit)
    drawn = api.sample(folder, ASKED, SIGNED, "demo-2026")
    open_yet = ringtrue("sample", audit, "--evaluate", "S-001", "--prior", "uniform")
    assert (open_yet.returncode, "still to be judged" in open_yet.stderr) == (2, True)
    judge(folder, drawn.items, ["pass"] * len(drawn.items))
    told = ringtrue("sample", audit, "--evaluate", "S-001", "--prior", "uniform").stdout.replace(
        "\u00a0", " "
    )
    assert "The rate of deviations is at most" in told
    assert (
        "Under the prior Beta(1, 1), which holds every rate for equally likely beforehand, the rate is below 10.0 %"
        in told
    )


def test_machines_get_the_plan_and_the_records(audit: Path) -> None:
    done = ringtrue(
        "sample", audit, CLAIM, "--tolerable", "0.1", "--seed", "demo-2026", "--by", "Ada", "--json"
    )
    told = json.loads(done.stdout)
    assert told["sample"]["looks"] == [{"n": 28, "acceptable": 0}]
    assert len(told["items"]) == 28


def test_a_seed_that_is_committed_is_drawn_later(audit: Path) -> None:
    done = ringtrue("sample", audit, CLAIM, "--by", "Ada", "--commit")
    (told,) = [line for line in done.stdout.splitlines() if line.startswith("Keep this seed")]
    seed = told.rsplit(" ", 1)[1]
    wrong = ringtrue("sample", audit, "--draw", "S-001", "--seed", "other", "--by", "Ada")
    assert wrong.returncode == 2 and "the seed that was committed" in wrong.stderr
    assert (
        "records were drawn by Ada"
        in ringtrue("sample", audit, "--draw", "S-001", "--seed", seed, "--by", "Ada").stdout
    )
    assert ringtrue("sample", audit, "--draw", "S-001", "--seed", seed, "--by", "Ada").returncode == 2


def test_an_extension_says_which_records_came_further(audit: Path) -> None:
    ringtrue("sample", audit, CLAIM, "--tolerable", "10%", "--by", "Ada")
    done = ringtrue("sample", audit, "--extend", "S-001", "--size", "3", "--by", "Ada")
    assert done.returncode == 0, done.stderr
    assert "   29  I" in done.stdout and "   31  I" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "expected what to draw from"),
        ((CLAIM,), "--by"),
        ((CLAIM, "--by", "Ada", "--tolerable", "few"), "expected a share such as 5%"),
        ((CLAIM, "--by", "Ada", "--tolerable", "100%"), "the tolerable rate is 100"),
        ((CLAIM, "--by", "Ada", "--method", "pps"), "belong together"),
        ((CLAIM, "--by", "Ada", "--size-column", "users"), "belong together"),
        ((CLAIM, "--by", "Ada", "--item", "I0001"), "--method judgement"),
        (("--draw", "S-001", "--by", "Ada"), "--seed"),
        (("--evaluate", "S-001"), 'There is no sample "S-001"'),
        (("flow.pingpong", "--by", "Ada"), "Did you mean flow.ping-pong"),
    ],
)
def test_wrong_use_says_what_was_expected(audit: Path, arguments: tuple[str, ...], told: str) -> None:
    done = ringtrue("sample", audit, *(arguments or ("--by", "Ada")))
    assert done.returncode == 2
    assert told in " ".join(done.stderr.replace("│", " ").split())
    assert "Traceback" not in done.stderr
