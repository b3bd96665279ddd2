"""A sample from a real run: each step stands in the journal, in its order, and anybody can draw it again."""

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.method.sampling.draw import commitment, ranked
from ringtrue.model.entry import NewEntry, from_content, to_content
from ringtrue.model.errors import SampleRefused, WrongUse
from ringtrue.model.sample import SampleItem
from tests.engine.test_run import export

CLAIM = "flow.ping-pong"
SIGNED = api.Signed(by="Ada", at="2026-11-24T14:00:00Z")


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred cases handed between teams, imported and run."""
    place = tmp_path_factory.mktemp("audited")
    api.audit([export(place / "given")], place / "audit")
    return place / "audit"


@pytest.fixture
def folder(audited: Path, tmp_path: Path) -> AuditFolder:
    shutil.copytree(audited, tmp_path / "audit")
    return AuditFolder(tmp_path / "audit")


def asked(method: Any = "attribute", subject: str = CLAIM, **told: Any) -> api.AskedSample:
    wish = {name: told.pop(name) for name in ("tolerable", "size", "about", "acceptable") if name in told}
    kept = {
        name: told.pop(name) for name in ("verdicts", "services", "by_service", "size_column") if name in told
    }
    return api.AskedSample(
        subject=subject, wish=api.SampleWish(method=method, **wish), filter=api.SampleFilter(**kept), **told
    )


def judged_ids(folder: AuditFolder, where: str = "true") -> list[str]:
    (file,) = folder.runs.glob(f"*/judged/{CLAIM}.parquet")
    return [
        str(id)
        for (id,) in duckdb.execute(f"select item from '{file}' where {where} order by item").fetchall()
    ]


def judge(folder: AuditFolder, items: Sequence[SampleItem], results: Sequence[str]) -> None:
    entries = [
        NewEntry(
            kind="sample_item",
            id=item.id,
            by="Ben",
            at="2026-11-25T09:00:00Z",
            reason="judged",
            content={**to_content(item), "result": result},
        )
        for item, result in zip(items, results, strict=True)
    ]
    Journal(folder).append(entries)


@pytest.mark.slow
def test_the_seed_is_committed_before_the_population_is_frozen_and_revealed_at_the_draw(
    folder: AuditFolder,
) -> None:
    api.sample(folder, asked(), SIGNED, "demo-2026")
    first, second, third = (entry.content for entry in Journal(folder).history("sample", "S-001"))
    assert (first["state"], first["population"], first["seed"]) == ("committed", None, None)
    assert first["seed_sha256"] == commitment("demo-2026")
    assert (second["state"], second["seed"], second["drawn"]) == ("frozen", None, 0)
    assert (third["state"], third["seed"]) == ("drawn", "demo-2026")


def test_the_population_is_frozen_by_a_hash_that_anybody_can_compute(folder: AuditFolder) -> None:
    frozen = api.sample(folder, asked(), SIGNED, "demo-2026").sample.population
    ids = judged_ids(folder)
    assert frozen is not None
    assert (frozen.count, frozen.filter) == (len(ids), "all of them")
    assert frozen.ids_sha256 == hashlib.sha256("".join(f"{id}\n" for id in ids).encode()).hexdigest()


def test_the_first_by_rank_are_drawn(folder: AuditFolder) -> None:
    drawn = api.sample(folder, asked(), SIGNED, "demo-2026")
    assert [item.item for item in drawn.items] == ranked("demo-2026", judged_ids(folder))[
        : drawn.sample.looks[0].n
    ]
    assert [item.rank for item in drawn.items] == list(range(1, len(drawn.items) + 1))
    assert all(item.source_file == "case_events.csv" and item.source_row for item in drawn.items)


def test_the_records_of_a_draw_are_open_records_of_the_journal(folder: AuditFolder) -> None:
    drawn = api.sample(folder, asked(), SIGNED, "demo-2026")
    kept = [from_content(SampleItem, one.content) for one in Journal(folder).current("sample_item").values()]
    assert kept == list(drawn.items)
    assert {item.result for item in kept} == {"open"}


def test_without_a_seed_one_is_drawn_that_nobody_chose(folder: AuditFolder) -> None:
    one, other = (api.sample(folder, asked(), SIGNED).sample for _ in range(2))
    assert one.seed_origin == other.seed_origin == "system"
    assert one.seed and one.seed != other.seed
    assert (one.id, other.id) == ("S-001", "S-002")


def test_a_filter_is_frozen_with_the_population(folder: AuditFolder) -> None:
    drawn = api.sample(
        folder, asked("discovery", verdicts=("deviation",), tolerable=0.2), SIGNED, "demo-2026"
    )
    ids = judged_ids(folder, "verdict = 'deviation'")
    assert drawn.sample.population is not None
    assert drawn.sample.population.filter == "judged as deviation"
    assert {item.item for item in drawn.items} <= set(ids)
    assert drawn.sample.population.count == len(ids)


def test_the_draw_may_come_later_with_the_seed_that_was_kept(folder: AuditFolder) -> None:
    committed = api.sample(folder, asked(), SIGNED, draw=False)
    assert committed.items == () and committed.secret
    drawn = api.draw_sample(folder, "S-001", committed.secret, SIGNED)
    assert len(drawn.items) == drawn.sample.looks[0].n


def test_another_seed_is_refused(folder: AuditFolder) -> None:
    api.sample(folder, asked(), SIGNED, "demo-2026", draw=False)
    with pytest.raises(SampleRefused, match="the seed that was committed"):
        api.draw_sample(folder, "S-001", "demo-2027", SIGNED)


def test_a_second_draw_is_refused(folder: AuditFolder) -> None:
    api.sample(folder, asked(), SIGNED, "demo-2026")
    with pytest.raises(SampleRefused, match="one draw a sample"):
        api.draw_sample(folder, "S-001", "demo-2026", SIGNED)


def test_a_population_that_was_changed_after_it_was_frozen_is_refused(folder: AuditFolder) -> None:
    api.sample(folder, asked(), SIGNED, "demo-2026", draw=False)
    (file,) = folder.runs.glob(f"*/judged/{CLAIM}.parquet")
    shorter = file.with_suffix(".new")
    duckdb.execute(
        f"copy (select * from '{file}' where item <> '{judged_ids(folder)[0]}') to '{shorter}' (format parquet)"
    )
    shorter.replace(file)
    with pytest.raises(SampleRefused, match="the one that was frozen, 300 records"):
        api.draw_sample(folder, "S-001", "demo-2026", SIGNED)


def test_a_run_that_is_gone_is_refused(folder: AuditFolder) -> None:
    api.sample(folder, asked(), SIGNED, "demo-2026", draw=False)
    (run,) = (one for one in folder.runs.iterdir() if one.is_dir())
    shutil.rmtree(run)
    with pytest.raises(WrongUse, match="is not there"):
        api.draw_sample(folder, "S-001", "demo-2026", SIGNED)


def test_an_extension_takes_the_next_ranks(folder: AuditFolder) -> None:
    drawn = api.sample(folder, asked(), SIGNED, "demo-2026")
    more = api.extend_sample(folder, "S-001", SIGNED, 10)
    n = len(drawn.items)
    assert [item.item for item in more.items] == ranked("demo-2026", judged_ids(folder))[n : n + 10]
    assert [item.number for item in more.items] == list(range(n + 1, n + 11))
    assert more.sample.drawn == n + 10


def test_a_sample_that_grew_before_a_look_may_accept_more(folder: AuditFolder) -> None:
    api.sample(folder, asked(), SIGNED, "demo-2026")
    grown = api.extend_sample(folder, "S-001", SIGNED, 60).sample
    (look,) = grown.looks
    assert look.n == grown.drawn and look.acceptable >= 1


def test_a_sample_of_the_whole_population_cannot_grow(folder: AuditFolder) -> None:
    api.sample(folder, asked(size=300), SIGNED, "demo-2026")
    with pytest.raises(SampleRefused, match="whole population"):
        api.extend_sample(folder, "S-001", SIGNED, 1)


def test_an_extension_after_a_look_is_refused(folder: AuditFolder) -> None:
    drawn = api.sample(folder, asked(), SIGNED, "demo-2026")
    judge(folder, drawn.items[:1], ["deviation"])
    with pytest.raises(SampleRefused, match="real risk"):
        api.extend_sample(folder, "S-001", SIGNED, 10)


def test_two_planned_looks_go_their_way(folder: AuditFolder) -> None:
    drawn = api.sample(folder, asked("stop-or-go"), SIGNED, "demo-2026")
    judge(folder, drawn.items, ["not_produced", *["pass"] * (len(drawn.items) - 1)])
    asks = api.evaluate_sample(folder, ["S-001"])
    assert asks.outcome == "second_look"
    more = api.extend_sample(folder, "S-001", SIGNED)
    assert len(more.items) == asks.further
    assert api.evaluate_sample(folder, ["S-001"]).outcome == "not_yet"
    judge(folder, more.items, ["pass"] * len(more.items))
    done = api.evaluate_sample(folder, ["S-001"])
    assert done.outcome == "below" and done.upper is not None and done.upper < 0.05


def test_records_by_judgement_are_those_that_the_auditor_names(folder: AuditFolder) -> None:
    drawn = api.sample(folder, asked("judgement", items=("I0009", "I0004")), SIGNED)
    assert [item.item for item in drawn.items] == ["I0009", "I0004"]
    judge(folder, drawn.items, ["pass", "deviation"])
    assert api.evaluate_sample(folder, ["S-001"]).outcome == "no_statement"


def test_a_record_outside_the_population_is_not_taken_by_judgement(folder: AuditFolder) -> None:
    with pytest.raises(SampleRefused, match="I9999 is not in the population"):
        api.sample(folder, asked("judgement", items=("I9999",)), SIGNED)


def test_a_judgement_sample_of_a_large_population_names_its_records(folder: AuditFolder) -> None:
    with pytest.raises(SampleRefused, match="--item"):
        api.sample(folder, asked("judgement"), SIGNED)


def test_a_judgement_sample_is_not_pooled(folder: AuditFolder) -> None:
    for told in (asked(), asked("judgement", items=("I0009",))):
        drawn = api.sample(folder, told, SIGNED)
        judge(folder, drawn.items, ["pass"] * len(drawn.items))
    with pytest.raises(SampleRefused, match="never pooled"):
        api.evaluate_sample(folder, ["S-001", "S-002"])


def test_a_canonical_table_is_a_population_too(folder: AuditFolder) -> None:
    drawn = api.sample(folder, asked(subject="cases", services=()), SIGNED, "demo-2026")
    assert drawn.sample.population is not None
    assert (drawn.sample.population.run, drawn.sample.population.count) == (None, 300)
    assert {item.item[0] for item in drawn.items} == {"I"}


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("flow.ping-pon", "Did you mean flow.ping-pong"),
        ("case_events", "no id of their own"),
        ("complaints", "was not given"),
        ("zzz", "`ringtrue list procedures` names the claims"),
        ("value.watermelon-gap", "judged nothing|is empty"),
    ],
)
def test_what_cannot_be_sampled_is_refused(folder: AuditFolder, subject: str, told: str) -> None:
    with pytest.raises(WrongUse, match=told):
        api.sample(folder, asked(subject=subject), SIGNED, "demo-2026")


def test_an_impossible_wish_leaves_nothing_in_the_journal(folder: AuditFolder) -> None:
    for told in (asked(tolerable=0), asked(subject="zzz")):
        with pytest.raises(WrongUse):
            api.sample(folder, told, SIGNED, "demo-2026")
    with pytest.raises(SampleRefused, match="the seed is empty"):
        api.sample(folder, asked(), SIGNED, "")
    assert Journal(folder).entries() == ()


def test_a_filter_that_leaves_nothing_is_refused(folder: AuditFolder) -> None:
    with pytest.raises(SampleRefused, match="the population is empty"):
        api.sample(folder, asked(services=("nowhere",)), SIGNED, "demo-2026")


def test_a_sample_that_is_not_there_is_named_with_those_that_are(folder: AuditFolder) -> None:
    with pytest.raises(WrongUse, match="There are: none"):
        api.evaluate_sample(folder, ["S-009"])


def with_services(folder: AuditFolder) -> None:
    """The judged cases get services of three sizes, and a number of users."""
    (file,) = folder.runs.glob(f"*/judged/{CLAIM}.parquet")
    fresh = file.with_suffix(".new")
    service = "case when item < 'I0200' then 'large' when item < 'I0290' then 'middle' when item < 'I0298' then 'small' end"
    users = "case when item = 'I0007' then 5000 when item = 'I0008' then null else 1 + row_number() over (order by item) % 40 end"
    duckdb.execute(
        f"copy (select * replace ({service} as service), {users} as users from '{file}' union all by name "
        f"select *, 9 as users from '{file}' where item = 'I0001') to '{fresh}' (format parquet)"
    )
    fresh.replace(file)


def test_each_stratum_is_drawn_by_its_own_ranks(folder: AuditFolder) -> None:
    with_services(folder)
    drawn = api.sample(folder, asked("stratified", by_service=True), SIGNED, "demo-2026")
    assert [(one.name, one.population) for one in drawn.sample.strata] == [
        ("large", 200),
        ("middle", 90),
        ("no service", 2),
        ("small", 8),
    ]
    for stratum in drawn.sample.strata:
        ids = [item.item for item in drawn.items if item.stratum == stratum.name]
        own = [id for id, (low, high) in _bounds(judged_ids(folder)).items() if low == stratum.name]
        assert ids == ranked("demo-2026", sorted(set(own)))[: stratum.planned]
        assert ids


def _bounds(ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    def service(id: str) -> str:
        return (
            "large"
            if id < "I0200"
            else "middle"
            if id < "I0290"
            else "small"
            if id < "I0298"
            else "no service"
        )

    return {id: (service(id), id) for id in ids}


def test_a_record_that_stands_in_two_rows_counts_once(folder: AuditFolder) -> None:
    with_services(folder)
    frozen = api.sample(folder, asked(), SIGNED, "demo-2026").sample.population
    assert frozen is not None and frozen.count == 300
    assert (
        "1 further rows are about records that are in the population already; each record counts once."
        in frozen.notes
    )


def test_a_large_record_is_certain_and_an_unknown_size_counts_as_the_smallest(folder: AuditFolder) -> None:
    with_services(folder)
    drawn = api.sample(folder, asked("pps", size_column="users"), SIGNED, "demo-2026")
    plan = drawn.sample.sizes
    assert plan is not None and plan.unknown == 1
    certain = [item.item for item in drawn.items if item.certain]
    assert certain[0] == "I0007" and len(certain) == plan.certain
    assert len(drawn.items) == plan.certain + plan.drawn == len({item.item for item in drawn.items})


def test_a_changed_size_is_a_changed_population(folder: AuditFolder) -> None:
    with_services(folder)
    api.sample(folder, asked("pps", size_column="users"), SIGNED, "demo-2026", draw=False)
    (file,) = folder.runs.glob(f"*/judged/{CLAIM}.parquet")
    fresh = file.with_suffix(".new")
    duckdb.execute(
        f"copy (select * replace (users + 1 as users) from '{file}') to '{fresh}' (format parquet)"
    )
    fresh.replace(file)
    with pytest.raises(SampleRefused, match="the one that was frozen"):
        api.draw_sample(folder, "S-001", "demo-2026", SIGNED)


def test_a_column_that_is_not_there_is_refused(folder: AuditFolder) -> None:
    with pytest.raises(WrongUse, match='no column "weight"'):
        api.sample(folder, asked("pps", size_column="weight"), SIGNED, "demo-2026")


def test_a_size_below_zero_is_refused(folder: AuditFolder) -> None:
    with_services(folder)
    (file,) = folder.runs.glob(f"*/judged/{CLAIM}.parquet")
    fresh = file.with_suffix(".new")
    duckdb.execute(f"copy (select * replace (-users as users) from '{file}') to '{fresh}' (format parquet)")
    fresh.replace(file)
    with pytest.raises(SampleRefused, match="below 0"):
        api.sample(folder, asked("pps", size_column="users"), SIGNED, "demo-2026")


def test_gaps_in_the_ids_are_noted_before_the_draw(folder: AuditFolder) -> None:
    frozen = api.sample(folder, asked(), SIGNED, "demo-2026").sample.population
    assert frozen is not None
    assert frozen.notes[0] == "The numbers from I0000 to I0299: 300 are in the population, none is missing."
    assert frozen.notes[-1] == "Not compared with a second source."


def test_the_same_seed_draws_the_same_whoever_draws(folder: AuditFolder, tmp_path: Path) -> None:
    again = AuditFolder(Path(shutil.copytree(folder.path, tmp_path / "again")))
    one = api.sample(folder, asked(), SIGNED, "demo-2026").items
    other = api.sample(again, asked(), api.Signed(by="Ben", at="2027-01-01T00:00:00Z"), "demo-2026").items
    assert [item.item for item in one] == [item.item for item in other]


def test_a_seed_that_was_revealed_draws_no_second_sample_and_nothing_is_written(folder: AuditFolder) -> None:
    api.sample(folder, asked(), SIGNED, "demo-2026")
    before = Journal(folder).entries()
    with pytest.raises(SampleRefused, match=r"drew S-001 .*Expected a seed that nobody knows yet"):
        api.sample(folder, asked(tolerable=0.1), SIGNED, "demo-2026")
    assert Journal(folder).entries() == before


def test_a_seed_that_waits_for_its_draw_serves_no_other_sample(folder: AuditFolder) -> None:
    api.sample(folder, asked(), SIGNED, "demo-2026", draw=False)
    with pytest.raises(SampleRefused, match="is committed for S-001"):
        api.sample(folder, asked(), SIGNED, "demo-2026")


def test_a_seed_whose_population_was_refused_may_be_used_for_another(folder: AuditFolder) -> None:
    with pytest.raises(SampleRefused, match="the population is empty"):
        api.sample(folder, asked(services=("nowhere",)), SIGNED, "demo-2026")
    assert api.sample(folder, asked(), SIGNED, "demo-2026").sample.id == "S-002"


def test_a_seed_that_was_revealed_meanwhile_freezes_no_population(folder: AuditFolder) -> None:
    from ringtrue.engine.sampling import steps

    early = steps.commit_seed(folder, asked(), "demo-2026", True, SIGNED)
    api.sample(folder, asked(), SIGNED, "demo-2026")
    with pytest.raises(SampleRefused, match="drew S-002"):
        steps.freeze(folder, early, asked(), SIGNED)


def test_of_two_who_begin_the_same_number_at_once_the_second_is_refused(
    folder: AuditFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ringtrue.engine.sampling import steps

    api.sample(folder, asked(), SIGNED, "demo-2026")
    monkeypatch.setattr(steps, "_next_id", lambda journal: "S-001")
    with pytest.raises(SampleRefused, match="at the same moment"):
        api.sample(folder, asked(), SIGNED, "demo-2027")
