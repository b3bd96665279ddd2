"""Samples in a report: exact bounds against the tolerable rate, judgement apart, and every sentence in German too."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from ringtrue.method.sampling.evaluate import evaluate
from ringtrue.method.sampling.wording import METHODS, conclusion, described
from ringtrue.model.entry import to_content
from ringtrue.model.sample import PlannedLook, Sample, SampleItem, SampleStratum, SizePlan
from ringtrue.reports.language import words
from ringtrue.reports.parts import Table
from ringtrue.reports.sections.samples import samples
from tests.method.sampling.records import items, population, sample, two_looks


def records(*given: tuple[Sample, list[SampleItem]]) -> dict[str, list[Mapping[str, Any]]]:
    return {
        "sample": [to_content(one) for one, _ in given],
        "sample_item": [to_content(replace(item, sample=one.id)) for one, some in given for item in some],
    }


def texts(table: Table | None) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows] if table else []


def test_without_samples_there_is_no_section() -> None:
    assert samples({}) is None
    assert samples({"finding": []}) is None


def test_a_sample_is_told_with_its_numbers_bound_and_conclusion() -> None:
    found = samples(records((sample(), items(59, deviations=1, missing=1))))
    assert found is not None and found.by_judgement is None
    ((name, records_of, drawn, judged, deviations, seen, most, tolerable, told),) = texts(found.by_chance)
    assert (name, records_of, drawn, judged, deviations) == ("S-001", "100,000 records", "59", "59", "2")
    assert (seen, most, tolerable) == ("3.4\u00a0%", "10.3\u00a0%", "5.0\u00a0%")
    assert told.startswith("The rate of deviations may be up to 10.3\u00a0% with 95\u00a0% confidence")


def test_nothing_is_concluded_while_records_are_open() -> None:
    found = samples(records((sample(), items(59, deviations=2, still_open=1))))
    assert found is not None
    ((*_, seen, most, _, told),) = texts(found.by_chance)
    assert (seen, most, told) == ("–", "–", "Not yet: 1 of 59 records are still to be judged.")


SITES = {
    "id": "V-001",
    "asked": {"central": "Leeds", "alike": ["Hull", "York", "Bath"], "unlike": ["Oslo"], "stage": "initial"},
    "plan": {"central": "Leeds", "unlike": ["Oslo"], "at_random": ["Bath", "Hull"], "by_judgement": []},
    "seed": "dice-4-1",
    "seed_sha256": "ab12",
}


def test_the_sites_drawn_stand_in_the_report_with_their_seed() -> None:
    found = samples({"sites": [SITES]})
    assert found is not None and found.by_chance is None
    ((heading, lines),) = found.steps
    assert heading == "V-001: sites to visit"
    assert "Drawn by chance: Bath; Hull" in lines
    assert "Like no other, always visited: Oslo" in lines
    assert "The seed: dice-4-1" in lines
    assert all(words("de")(text) != text for text in (found.note, heading, *lines))


def test_a_draw_of_sites_that_was_only_committed_says_so() -> None:
    found = samples({"sites": [{"seed_sha256": "ab12"}]})
    assert found is not None
    assert found.steps == (("Sites to visit", ("Committed, and not drawn.",)),)


def test_judgement_samples_stand_apart_and_carry_no_rate() -> None:
    chosen = sample(id="S-002", method="judgement", drawn=10)
    found = samples(records((sample(), items(59)), (chosen, items(10, deviations=10))))
    assert found is not None
    assert [row[0] for row in texts(found.by_chance)] == ["S-001"]
    ((name, _, looked, deviations, told),) = texts(found.by_judgement)
    assert (name, looked, deviations) == ("S-002", "10 of 10", "10")
    assert "%" not in told


def test_a_seed_that_was_committed_and_never_drawn_is_told() -> None:
    left = sample(state="committed", population=None, seed=None, drawn=0, looks=())
    found = samples(records((left, [])))
    assert found is not None
    assert texts(found.by_chance)[0][-1] == "Committed, and not drawn."


def test_every_deviating_record_is_named_with_its_source() -> None:
    seen = items(
        59, deviations=1, missing=1, source_file="incident.csv", source_row=7, note="closed unsolved"
    )
    found = samples(records((sample(), seen)))
    assert found is not None
    assert texts(found.deviations) == [
        ["S-001/0001", "I1", "Deviation", "closed unsolved", "–", "incident.csv"],
        ["S-001/0002", "I2", "Not produced", "closed unsolved", "–", "incident.csv"],
    ]


def test_the_steps_tell_seed_commitment_and_population() -> None:
    found = samples(records((sample(), items(59))))
    assert found is not None
    ((heading, steps),) = found.steps
    assert heading == "S-001: attribute sample"
    assert sample().seed_sha256 in steps[0] and "a" * 64 in steps[1]
    assert steps[-1].endswith("the seed is demo-2026.")


def test_hidden_characters_of_a_record_are_shown_as_such() -> None:
    found = samples(records((sample(), items(59, deviations=1, note="a\u202eb"))))
    assert found is not None
    assert texts(found.deviations)[0][3] == "a\ufffdb"


NOTES = (
    "The numbers from INC001 to INC100: 90 are in the population, 10 are not, being of another kind, outside the filter, or missing.",
    "The numbers from INC001 to INC100: 100 are in the population, none is missing.",
    "3 of 90 could not be judged by data; they stay in the population.",
    "2 further rows are about records that are in the population already; each record counts once.",
    "1 rows name no record and are not in the population.",
    "4 rows of the sources were rejected on import and are in no population.",
    "5 records without a size above 0 count as the smallest one.",
    "Not compared with a second source.",
)
STRATA = (SampleStratum(name="a", population=100_000, planned=59),)
SIZES = SizePlan(total=1000, certain_at=200, certain=1, certain_total=300, drawn=58, interval=12.07)
TOLD = [
    (sample(population=population(notes=NOTES)), items(59)),
    (sample(seed_origin="system", about="population"), items(59, deviations=3)),
    (sample(about="population", looks=(PlannedLook(n=59, acceptable=1),)), items(59, still_open=3)),
    (sample(looks=(PlannedLook(n=93, acceptable=1),)), items(59, deviations=1)),
    (sample(method="discovery", population=population(run=None)), items(59, deviations=1)),
    (sample(method="stratified", strata=STRATA), items(59, stratum="a")),
    (sample(method="pps", sizes=SIZES, population=population(size_column="users")), items(59, size=3.0)),
    (sample(method="pps", sizes=SIZES), items(59, deviations=20, size=3.0)),
    (sample(method="judgement"), items(59, deviations=1)),
    (two_looks(), items(65, deviations=1)),
    (two_looks(), items(65)),
]


@pytest.mark.parametrize(("one", "seen"), TOLD)
def test_every_sentence_has_a_german_form(one: Sample, seen: list[SampleItem]) -> None:
    told = words("de")
    english = [
        *described(one),
        conclusion(evaluate(one, seen), by_size=one.method == "pps"),
        METHODS[one.method],
    ]
    found = samples(records((one, seen)))
    assert found is not None
    english += [found.note, *(heading for heading, _ in found.steps)]
    for table in (found.by_chance, found.by_judgement, found.deviations):
        if table:
            english += [table.caption, *(column.title for column in table.columns)]
    assert [text for text in english if told(text) == text] == []


def test_the_german_numbers_are_the_english_ones() -> None:
    german = words("de")(conclusion(evaluate(sample(), items(59, deviations=1))))
    assert german == (
        "Die Abweichungsrate kann bei 95\u00a0% Sicherheit bis zu 7,8\u00a0% betragen; "
        "dass sie unter den tolerierbaren 5,0\u00a0% liegt, ist nicht gezeigt."
    )
