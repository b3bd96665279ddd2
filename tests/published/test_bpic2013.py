"""What others published about the incidents and problems of Volvo IT comes out of the original files."""

from collections.abc import Callable

import pytest

from tests.published.conftest import Audited

pytestmark = pytest.mark.slow

INCIDENTS = "bpic2013/BPI_Challenge_2013_incidents.xes.gz"
PROBLEMS = "bpic2013/BPI_Challenge_2013_closed_problems.xes.gz"
VINST = "bpic2013/VINST-new.csv.gz"
Audit = Callable[[str], Audited]

VARIANTS = """select count(distinct path)
    from (select string_agg(raw_state, ' > ' order by step) as path from steps group by "case")"""
HOURS = "(epoch(last_at) - epoch(first_at)) / 3600"
RETURNS = "select pair, count(*) as n from hops where is_return group by pair order by n desc limit 1"
WAITS = """select count(*), avg(hours), median(hours), sum(hours) / 24
    from (
        select raw_state, (epoch(lead("at") over (partition by "case" order by step)) - epoch("at")) / 3600 as hours from steps
    ) where raw_state = 'Accepted/Wait - User'
    and hours is not null"""
REOPENED = """with first_resolved as (
        select "case", min(step) as step from steps where raw_state = 'Completed/Resolved' group by "case"
    )
    select count(distinct steps."case") filter (where raw_state not like 'Completed/%' and steps.step > first_resolved.step),
        count(distinct steps."case")
    from steps join first_resolved on first_resolved."case" = steps."case" """
SPEARMAN = f"""with ranked as (
        select row_number() over (order by hops) as hop_place, row_number() over (order by {HOURS}) as hour_place, hops,
            {HOURS} as hours
        from case_histories
    )
    select corr(hop_rank, hour_rank) from (
        select avg(hop_place) over (partition by hops) as hop_rank, avg(hour_place) over (partition by hours) as hour_rank from ranked
    )"""


@pytest.mark.parametrize("log", [INCIDENTS, VINST])
def test_the_incidents_have_the_published_size(audited: Audit, log: str) -> None:
    (source,) = audited(log).results.sources
    assert (source.rows, source.loaded, source.rejected) == (65_533, 65_533, 0)
    assert audited(log).one("select count(*) from cases", "cases") == 7_554


def test_the_closed_problems_have_the_published_size(audited: Audit) -> None:
    (source,) = audited(PROBLEMS).results.sources
    assert (source.rows, source.loaded) == (6_660, 6_660)
    assert audited(PROBLEMS).one("select count(*) from cases", "cases") == 1_487


@pytest.mark.parametrize(("log", "variants"), [(INCIDENTS, 2_278), (PROBLEMS, 327)])
def test_the_variants_of_status_and_sub_status_are_the_published_ones(
    audited: Audit, log: str, variants: int
) -> None:
    assert audited(log).one(VARIANTS, "steps") == variants


@pytest.mark.parametrize(
    ("log", "hours"), [(INCIDENTS, (181.2, 856.6, 18_512.4)), (PROBLEMS, (1_968.5, 15_836.5, 54_116.4))]
)
def test_durations_from_first_to_last_event_are_the_published_ones(
    audited: Audit, log: str, hours: tuple[float, float, float]
) -> None:
    sql = f"select median({HOURS}), quantile_cont({HOURS}, 0.95), max({HOURS}) from case_histories"
    assert audited(log).one(sql, "case_histories") == pytest.approx(hours, abs=0.0501)


@pytest.mark.parametrize("log", [INCIDENTS, VINST])
def test_the_published_1177_cases_ping_pong_and_each_has_its_rows(audited: Audit, log: str) -> None:
    (result,) = [one for one in audited(log).results.procedures if one.id == "flow.ping-pong"]
    assert (result.deviations, result.population) == (1_177, 7_554)
    assert result.share == pytest.approx(0.156, abs=0.0005)
    rows = audited(log).one(
        f"select count(*) from {audited(log).judged('flow.ping-pong')} where verdict = 'deviation' and source_row is not null"
    )
    assert rows == 1_177
    beside = audited(log).folder.reports / "rows" / audited(log).results.run / "flow.ping-pong.csv"
    assert len(beside.read_text("utf-8-sig").splitlines()) == 1 + 1_177


@pytest.mark.parametrize("log", [INCIDENTS, VINST])
def test_the_worst_pair_of_teams_is_the_published_one(audited: Audit, log: str) -> None:
    assert audited(log).one(RETURNS, "hops") == ("D8|V37 2nd", 84)


def test_the_published_390_incidents_were_reopened_after_resolution(audited: Audit) -> None:
    reopened, resolved = audited(INCIDENTS).one(REOPENED, "steps")
    assert reopened == 390
    assert reopened / resolved == pytest.approx(0.069, abs=0.0005)


def test_handovers_go_with_duration_as_published(audited: Audit) -> None:
    assert audited(INCIDENTS).one(SPEARMAN, "case_histories") == pytest.approx(0.56, abs=0.005)


def test_waits_for_the_user_are_the_published_ones(audited: Audit) -> None:
    n, mean, median, days = audited(INCIDENTS).one(WAITS, "steps")
    assert n == 4_214
    assert mean == pytest.approx(109.97, abs=0.005)
    assert median == pytest.approx(26.36, abs=0.005)
    assert days == pytest.approx(19_300, abs=50)


@pytest.mark.parametrize("log", [INCIDENTS, VINST])
def test_solved_in_the_call_is_not_never_resolved(audited: Audit, log: str) -> None:
    assert audited(log).one("select count(*) from cases where resolved_at is null", "cases") <= 9
    assert any(
        "Completed/In Call" in fact.statement and fact.value == 1_882 for fact in audited(log).results.facts
    )


@pytest.mark.parametrize("log", [INCIDENTS, VINST])
def test_automatic_closing_is_recognised_and_held_against_nobody(audited: Audit, log: str) -> None:
    assert any("automatic closing" in fact.statement for fact in audited(log).results.facts)
    for procedure in (
        "substance.mass-closure",
        "substance.period-end",
        "substance.odd-time",
        "substance.clock-stop",
    ):
        (result,) = [one for one in audited(log).results.procedures if one.id == procedure]
        assert result.leads == ()


def test_the_same_key_means_another_thing_in_the_other_log(audited: Audit) -> None:
    assert audited(INCIDENTS).one("select count(distinct team) from case_events", "case_events") == 649
    assert audited(PROBLEMS).one("select count(distinct team) from case_events", "case_events") == 324
    for log in (INCIDENTS, PROBLEMS):
        (source,) = audited(log).results.sources
        assert any("support team" in assumption for assumption in source.assumptions)


def test_the_report_names_the_first_and_last_day_of_the_records(audited: Audit) -> None:
    assert audited(INCIDENTS).results.audit.records == ("2010-03-31", "2012-05-22")


def test_cases_that_stayed_open_from_before_the_export_are_no_usual_demand(audited: Audit) -> None:
    """The log holds what ended in April and May 2012: of the months before, it has only the cases that stayed open."""
    (found,) = [one for one in audited(INCIDENTS).results.procedures if one.id == "flow.demand-window"]
    assert (found.result, found.leads) == ("insufficient_data", ())
