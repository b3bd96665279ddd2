"""A drawn sample and its records, as small as a claim needs them."""

from typing import Any

from ringtrue.method.sampling.draw import commitment
from ringtrue.model.sample import PlannedLook, Population, Sample, SampleItem


def population(count: int = 100_000, **changed: Any) -> Population:
    told = {"subject": "substance.empty-close", "run": "r1", "filter": "all of them", "count": count}
    return Population(**{**told, "ids_sha256": "a" * 64, "frame_sha256": "a" * 64, **changed})


def sample(**changed: Any) -> Sample:
    """An attribute sample on a process, of 59 records, drawn."""
    told: dict[str, Any] = {
        "id": "S-001",
        "state": "drawn",
        "method": "attribute",
        "confidence": 0.95,
        "tolerable": 0.05,
        "about": "process",
        "seed_sha256": commitment("demo-2026"),
        "seed_origin": "given",
        "seed": "demo-2026",
        "committed_by": "Ada",
        "committed_at": "2026-11-24T09:00:00Z",
        "drawn_by": "Ada",
        "drawn_at": "2026-11-24T09:00:00Z",
        "population": population(),
        "looks": (PlannedLook(n=59, acceptable=0),),
        "drawn": 59,
    }
    return Sample(**{**told, **changed})


def items(
    n: int, deviations: int = 0, missing: int = 0, still_open: int = 0, **told: Any
) -> list[SampleItem]:
    """So many records: the first deviate, then some could not be produced, the last are open."""
    results = ["deviation"] * deviations + ["not_produced"] * missing
    results += ["pass"] * (n - len(results) - still_open) + ["open"] * still_open
    return [
        SampleItem(
            **{"sample": "S-001", "number": place, "rank": place, "item": f"I{place}", "result": one, **told}
        )
        for place, one in enumerate(results, 1)
    ]


def two_looks(**changed: Any) -> Sample:
    """Look at 65, and at 42 further ones after exactly one deviation."""
    looks = (PlannedLook(n=65, acceptable=0), PlannedLook(n=107, acceptable=1))
    return sample(**{"method": "stop-or-go", "looks": looks, "drawn": 65, **changed})
