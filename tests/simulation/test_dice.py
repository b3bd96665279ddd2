"""Chance that can be repeated."""

from ringtrue.simulation.dice import Dice


def test_the_same_seed_and_name_give_the_same_draws() -> None:
    first, second = Dice(7, "surveys"), Dice(7, "surveys")
    assert [first.share() for _ in range(5)] == [second.share() for _ in range(5)]


def test_another_name_or_seed_gives_other_draws() -> None:
    assert len({Dice(7, "surveys").share(), Dice(7, "changes").share(), Dice(8, "surveys").share()}) == 3


def test_what_one_part_draws_does_not_disturb_another() -> None:
    dice = Dice(7)
    undisturbed = dice.of("a").share()
    for _ in range(9):
        dice.share()
    assert dice.of("a").share() == undisturbed


def test_draws_never_change_with_a_newer_numpy() -> None:
    assert [round(Dice(2026, "fixed").of(name).share(), 12) for name in ("a", "b")] == [
        0.169867817279,
        0.648377440097,
    ]


def test_a_share_of_some_is_rounded_and_keeps_their_order() -> None:
    some = Dice(7).some(range(10), 0.34)
    assert len(some) == 3
    assert some == sorted(some)


def test_whole_numbers_reach_both_ends() -> None:
    dice = Dice(7)
    assert {dice.whole(1, 3) for _ in range(100)} == {1, 2, 3}


def test_weights_decide_how_often_an_option_comes() -> None:
    dice = Dice(7)
    drawn = [dice.weighted({"often": 9, "never": 0, "rarely": 1}) for _ in range(1000)]
    assert drawn.count("never") == 0
    assert 50 < drawn.count("rarely") < 150


def test_counts_have_the_mean_that_was_asked_for() -> None:
    dice = Dice(7)
    assert 2.8 < sum(dice.count(3) for _ in range(2000)) / 2000 < 3.2
