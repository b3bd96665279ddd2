"""The draw can be computed again by anybody, with nothing but the seed and the ids."""

import hashlib

from ringtrue.method.sampling.draw import commitment, random_start, ranked


def test_the_seed_of_the_example_gives_its_order() -> None:
    ids = ["INC001", "INC002", "INC003", "INC004", "INC005"]
    assert ranked("demo-2026", ids) == ["INC003", "INC004", "INC001", "INC005", "INC002"]


def test_the_order_given_does_not_matter() -> None:
    ids = [f"INC{n:03}" for n in range(200)]
    assert ranked("demo-2026", reversed(ids)) == ranked("demo-2026", ids)


def test_a_record_that_is_added_moves_no_other() -> None:
    before = ranked("demo-2026", ["A", "B", "C"])
    assert [id for id in ranked("demo-2026", ["A", "B", "C", "D"]) if id != "D"] == before


def test_another_seed_gives_another_order() -> None:
    ids = [f"INC{n:03}" for n in range(50)]
    assert ranked("demo-2026", ids) != ranked("demo-2027", ids)


def test_a_commitment_is_the_plain_hash_of_the_seed() -> None:
    assert commitment("demo-2026") == hashlib.sha256(b"demo-2026").hexdigest()


def test_random_starts_lie_in_the_interval_and_spread_over_it() -> None:
    starts = sorted(random_start(f"seed {n}") for n in range(1000))
    assert 0 <= starts[0] < 0.01 and 0.99 < starts[-1] < 1
    assert max(abs(start - place / 1000) for place, start in enumerate(starts)) < 0.06


def test_every_record_is_drawn_as_often_as_any_other() -> None:
    ids = [f"INC{n}" for n in range(10)]
    first = [ranked(f"seed {n}", ids)[0] for n in range(2000)]
    assert all(130 <= first.count(id) <= 270 for id in ids)
