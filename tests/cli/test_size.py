"""The sizes, bounds and risks of the method's reference tables, as ``ringtrue size`` tells them."""

import pytest
from typer.testing import CliRunner, Result

from ringtrue.cli.main import app


def size(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["size", *arguments])


def told(*arguments: str) -> str:
    done = size(*arguments)
    assert done.exit_code == 0, done.output
    return done.output.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("confidence", "tolerable", "sizes"),
    [
        ("95%", "2%", (149, 236, 313)),
        ("95%", "5%", (59, 93, 124)),
        ("95%", "10%", (29, 46, 61)),
        ("90%", "10%", (22, 38, 52)),
    ],
)
def test_attribute_sizes_of_a_process(confidence: str, tolerable: str, sizes: tuple[int, ...]) -> None:
    for acceptable, n in enumerate(sizes):
        line = told("--tolerable", tolerable, "--confidence", confidence, "--acceptable", str(acceptable))
        assert line.startswith(f"Look at {n} records")


@pytest.mark.parametrize(
    ("population", "five", "ten"), [(50, 31, 22), (100, 45, 25), (500, 56, 28), (1000, 57, 29)]
)
def test_attribute_sizes_of_a_population(population: int, five: int, ten: int) -> None:
    for tolerable, n in (("5%", five), ("10%", ten)):
        assert told("--tolerable", tolerable, "--population", str(population)).startswith(
            f"Look at {n} of {population:,} records"
        )


@pytest.mark.parametrize(
    ("tolerable", "first", "more", "risk"), [("5%", 65, 42, "4.98 %"), ("10%", 31, 23, "")]
)
def test_stop_or_go(tolerable: str, first: int, more: int, risk: str) -> None:
    line = told("--method", "stop-or-go", "--tolerable", tolerable)
    assert f"Look at {first} records" in line
    assert f"{more} further" in line
    assert risk in line


@pytest.mark.parametrize(
    ("looks", "risk"), [(("59/0", "93/1"), "7.5 %"), (("59/0", "93/1", "124/2"), "9.3 %")]
)
def test_the_real_risk_of_looking_again_because_the_first_look_did_not_please(
    looks: tuple[str, ...], risk: str
) -> None:
    options = [part for look in looks for part in ("--look", look)]
    assert f"real risk of {risk}" in told("--tolerable", "5%", *options)


@pytest.mark.parametrize(
    ("found", "of", "bound"),
    [
        ("0", "25", "11.3 %"),
        ("1", "25", "17.6 %"),
        ("0", "60", "4.9 %"),
        ("1", "60", "7.7 %"),
        ("3", "60", "12.4 %"),
    ],
)
def test_exact_upper_bounds(found: str, of: str, bound: str) -> None:
    assert f"at most {bound} with 95 % confidence" in told("--found", found, "--of", of)


def test_the_bound_and_not_the_rate_that_was_seen_is_compared_with_the_tolerable_one() -> None:
    assert "is below the tolerable 5.0 %" in told("--found", "0", "--of", "60")
    assert "that it is below the tolerable 5.0 % is not shown" in told("--found", "1", "--of", "60")


def test_under_the_uniform_prior_none_of_58_leaves_the_rate_below_5_percent_with_95_percent() -> None:
    line = told("--found", "0", "--of", "58", "--prior", "uniform")
    assert "probability of 95.2 %" in line
    assert "Beta(1, 1), which holds every rate for equally likely beforehand" in line
    assert "part of the statement" in line


def test_another_prior_is_told_as_it_is() -> None:
    assert "Under the prior Beta(0.5, 2)" in told("--found", "0", "--of", "58", "--prior", "0.5,2")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--found", "3"), "--found and --of belong together"),
        (("--found", "3", "--of", "2"), "expected 0 to 2 deviations of 2 records, found 3"),
        (("--found", "0", "--of", "60", "--population", "50"), "60 of 50 records"),
        (
            ("--prior", "even", "--found", "0", "--of", "9"),
            "expected uniform, or two numbers above 0 such as 1,1",
        ),
        (
            ("--prior", "0,1", "--found", "0", "--of", "9"),
            "expected uniform, or two numbers above 0 such as 1,1",
        ),
        (("--tolerable", "0%"), "the tolerable rate is 0"),
        (("--look", "many"), "expected records/acceptable such as 59/0"),
        (("--acceptable", "3", "--population", "50"), "not fewer than the tolerable 3"),
    ],
)
def test_wrong_use_says_what_was_expected(arguments: tuple[str, ...], expected: str) -> None:
    done = size(*arguments)
    assert done.exit_code != 0
    told = " ".join((done.output + str(done.exception)).replace("│", " ").split())
    assert expected in told
    assert "Traceback" not in done.output
