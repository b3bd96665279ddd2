"""Sites: the central function and unlike sites always, of those alike the root, a quarter of them by chance."""

import pytest

from ringtrue.method.sampling.completeness import Numbering, Reconciled, completeness_notes
from ringtrue.method.sampling.draw import ranked
from ringtrue.method.sampling.sites import plan_sites
from ringtrue.model.errors import SampleRefused

ALIKE = [f"branch {n}" for n in range(1, 26)]


def test_the_central_function_and_unlike_sites_are_always_visited() -> None:
    planned = plan_sites("head office", ALIKE, ["data centre"], "surveillance", "demo-2026")
    assert (planned.central, planned.unlike) == ("head office", ("data centre",))
    assert planned.visited == 1 + 1 + 3


def test_the_sites_alike_are_drawn_by_the_seed() -> None:
    planned = plan_sites("head office", ALIKE, [], "initial", "demo-2026")
    assert planned.at_random == tuple(ranked("demo-2026", ALIKE)[:5])


def test_a_quarter_stays_to_chance_whatever_the_auditor_wants() -> None:
    planned = plan_sites("head office", ALIKE, [], "initial", "demo-2026", chosen=ALIKE[:5])
    assert planned.by_judgement == tuple(ALIKE[:3])
    assert len(planned.at_random) == 2
    assert not set(planned.at_random) & set(planned.by_judgement)


def test_a_site_that_is_none_of_those_alike_is_refused() -> None:
    with pytest.raises(SampleRefused, match="moon"):
        plan_sites("head office", ALIKE, [], "initial", "demo-2026", chosen=["moon"])


def test_an_organisation_of_one_site_is_visited_there() -> None:
    assert plan_sites("head office", [], [], "recertification", "demo-2026").visited == 1


def test_what_may_lack_in_a_population_is_noted_before_the_draw() -> None:
    gaps = Numbering(first="INC001", last="INC100", there=90, absent=10)
    counted = Reconciled(count=90, untestable=3, without_id=1, repeated=2, rejected=4, numberings=(gaps,))
    notes = completeness_notes(counted, ["the tool's own count is 91"])
    assert notes == (
        "The numbers from INC001 to INC100: 90 are in the population, 10 are not, being of another kind, outside the filter, or missing.",
        "3 of 90 could not be judged by data; they stay in the population.",
        "2 further rows are about records that are in the population already; each record counts once.",
        "1 rows name no record and are not in the population.",
        "4 rows of the sources were rejected on import and are in no population.",
        "Compared with a second source: the tool's own count is 91",
    )


def test_that_no_second_source_was_compared_is_noted_too() -> None:
    assert completeness_notes(Reconciled(count=5)) == ("Not compared with a second source.",)
