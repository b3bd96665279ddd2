"""An invented organisation is the same for the same seed, whole, and holds together."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from duckdb import DuckDBPyConnection

from ringtrue.engine.database.connect import connection
from ringtrue.simulation.invented.organisation import all_faults, all_lookalikes, build, plant
from ringtrue.simulation.invented.statements import Script, helpers, in_order, reads, texts
from ringtrue.simulation.invented.writing import canonical_columns
from ringtrue.tables import all_tables

ENDS = datetime(2026, 10, 1)


@pytest.fixture(scope="module")
def organisation() -> Iterator[DuckDBPyConnection]:
    with connection() as database:
        build(database, 3, services=12, months=12, cases_a_month=300)
        yield database


def value(database: DuckDBPyConnection, query: str) -> object:
    row = database.execute(query).fetchone()
    assert row is not None
    return row[0]


def test_every_canonical_table_is_written_with_all_of_its_columns(organisation: DuckDBPyConnection) -> None:
    """But for a tool's own words: this tool speaks in those of the canonical tables."""
    written = canonical_columns(organisation)
    lacking = {
        name: [
            column.name
            for column in table.columns
            if column.name not in written.get(name, ()) and not column.name.startswith("raw_")
        ]
        for name, table in all_tables().items()
    }
    assert {name: columns for name, columns in lacking.items() if columns} == {}


def test_every_table_holds_rows_and_every_id_once(organisation: DuckDBPyConnection) -> None:
    for name, table in all_tables().items():
        assert value(organisation, f'select count(*) > 0 from "{name}"'), name
        if table.unique_id:
            assert value(organisation, f'select count(*) = count(distinct id) from "{name}"'), name


def test_every_file_is_a_canonical_table_or_says_that_it_is_a_helper() -> None:
    assert set(texts()) - helpers() - all_tables().keys() == set()


def test_a_file_reads_only_what_is_built_before_it() -> None:
    order = in_order(texts())
    assert all(order.index(read) < order.index(name) for name in order for read in reads(name))


@pytest.mark.parametrize(
    ("table", "column", "other"),
    [
        ("cases", "service", "services"),
        ("cases", "requester", "parties"),
        ("cases", "assignee", "parties"),
        ("cases", "team", "parties"),
        ("cases", "closed_by", "parties"),
        ("cases", "configuration_item", "configuration_items"),
        ("case_events", "case", "cases"),
        ("case_events", "actor", "parties"),
        ("target_runs", "case", "cases"),
        ("target_runs", "target", "targets"),
        ("changes", "implementer", "parties"),
        ("role_assignments", "party", "parties"),
        ("services", "owner", "parties"),
    ],
)
def test_what_is_named_is_there(
    organisation: DuckDBPyConnection, table: str, column: str, other: str
) -> None:
    unknown = f'select count(*) from {table} where "{column}" is not null and "{column}" not in (select id from {other})'
    assert value(organisation, unknown) == 0


def test_nothing_happens_before_a_case_was_opened_or_after_the_data_end(
    organisation: DuckDBPyConnection,
) -> None:
    early = (
        'select count(*) from case_events join cases on cases.id = case_events."case" where "at" < opened_at'
    )
    assert value(organisation, early) == 0
    assert value(organisation, 'select max("at") from case_events') < ENDS  # type: ignore[operator]


def test_the_order_of_the_events_is_that_of_their_times(organisation: DuckDBPyConnection) -> None:
    """Messages, notes and changes of fields may fall anywhere; states follow one another."""
    query = """
        select count(*)
        from (
            select "at", lag("at") over (partition by "case" order by sequence) as before
            from case_events
            where state is not null
        )
        where "at" < before
    """
    assert value(organisation, query) == 0


def test_nobody_acts_before_joining_or_after_leaving(organisation: DuckDBPyConnection) -> None:
    query = """
        select count(*)
        from case_events
        join parties on parties.id = case_events.actor
        where "at" < active_from or "at" >= active_to
    """
    assert value(organisation, query) == 0


def test_most_cases_keep_their_time_and_the_tool_says_so(organisation: DuckDBPyConnection) -> None:
    share = value(organisation, "select avg(cast(reported_attained as integer)) from cases")
    assert isinstance(share, float)
    assert 0.92 < share < 0.99


@pytest.mark.slow
def test_the_same_seed_gives_the_same_rows_and_another_seed_others() -> None:
    assert _fingerprint(1) == _fingerprint(1)
    assert _fingerprint(1) != _fingerprint(2)


def test_a_small_organisation_of_one_service_and_one_month_can_be_built() -> None:
    with connection() as database:
        build(database, 1, services=1, months=1, cases_a_month=20)
        assert value(database, "select count(*) from cases") == 20


@pytest.mark.parametrize("name", sorted(all_faults()))
def test_a_fault_says_what_it_does_and_lies_in_objects(name: str, organisation: DuckDBPyConnection) -> None:
    assert all_faults()[name].what.endswith(".")
    organisation.execute("begin transaction")
    try:
        assert isinstance(plant(organisation, name, 0.5), list)
    finally:
        organisation.execute("rollback")


@pytest.mark.slow
def test_every_lookalike_can_be_added() -> None:
    assert all(one.what.endswith(".") for one in all_lookalikes().values())
    with connection() as database:
        build(database, 1, services=12, months=12, cases_a_month=200, lookalikes=True)


def test_a_script_is_read_with_its_comments_and_settings() -> None:
    script = Script("x", "-- One thing.\n-- consequences: a.b, c.d\nselect 1; -- not; this\nselect $strength")
    assert (script.what, script.consequences) == ("One thing.", ("a.b", "c.d"))
    assert script.statements({"strength": 0.5}) == ["select 1", "select 0.5"]


def _fingerprint(seed: int) -> list[object]:
    with connection() as database:
        build(database, seed, services=5, months=6, cases_a_month=100)
        return [
            value(database, f'select bit_xor(md5_number_lower(cast({name} as varchar))) from "{name}"')
            for name in canonical_columns(database)
        ]
