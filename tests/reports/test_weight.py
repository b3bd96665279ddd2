"""The order in which leads are to be looked at."""

from ringtrue.model.result import ObjectRef
from ringtrue.reports.weight import excess, in_order, weight
from tests.reports import invented
from tests.reports.invented import lead


def test_a_lead_about_a_critical_service_comes_before_a_larger_effect_elsewhere() -> None:
    small = lead("a", "", estimate=0.1, bounds=(0.06, 0.2), values={"limit": 0.05}, n=50)
    large = lead("b", "", estimate=0.9, bounds=(0.8, 0.99), values={"limit": 0.05}, n=5000)
    assert weight(small, "critical") < weight(large, "medium")


def test_three_of_three_weigh_less_than_nine_hundred_of_a_thousand() -> None:
    few = lead("a", "", estimate=1.0, bounds=(0.292, 1.0), n=3)
    many = lead("b", "", estimate=0.9, bounds=(0.88, 0.918), n=1000)
    assert weight(many, "high") < weight(few, "high")


def test_an_effect_is_measured_from_its_threshold_in_either_direction() -> None:
    below = lead("a", "", estimate=0.5, bounds=(0.4, 0.6), values={"limit": 0.8})
    above = lead("b", "", estimate=3.0, bounds=(2.4, 4.0), values={"limit": 2.0})
    assert excess(below) == (0.8 - 0.6) / 0.8
    assert excess(above) == (2.4 - 2.0) / 2.0


def test_bounds_that_hold_the_threshold_weigh_nothing() -> None:
    assert excess(lead("a", "", estimate=0.9, bounds=(0.7, 0.95), values={"limit": 0.8})) == 0.0


def test_no_unit_makes_a_lead_without_threshold_outweigh_all_others() -> None:
    assert excess(lead("a", "", estimate=90000.0, bounds=(80000.0, 99000.0))) == 1.0


def test_leads_about_persons_are_in_the_order_of_their_ids() -> None:
    person = ObjectRef(kind="person", id="p")
    worse = lead("b", "", object=person, estimate=0.9, bounds=(0.8, 0.99), n=900)
    better = lead("a", "", object=person, estimate=0.1, bounds=(0.05, 0.2), n=20)
    assert weight(better, "high") < weight(worse, "high")


def test_the_order_does_not_depend_on_the_order_given() -> None:
    run = invented.results()
    turned = type(run)(**{**vars(run), "procedures": tuple(reversed(run.procedures))})
    assert [one.id for one in in_order(run)] == [one.id for one in in_order(turned)]
