"""Measured on requirements that no one here wrote: better than what was published for retrieval alone."""

import csv
import gzip
from pathlib import Path

import pytest

from ringtrue.suggestions.kinds import likely_kinds
from ringtrue.suggestions.links import likely_links

DATA = Path(__file__).parents[3] / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="the published data are not here")


def rows(file: Path) -> list[dict[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


def published(name: str) -> float:
    with (DATA / "req2req_trace" / "published_results.csv").open(encoding="utf-8") as opened:
        found = [row for row in csv.DictReader(opened) if row["Dataset"] == name and row["Approach"] == "IR"]
    return float(found[0]["F1"])


@needs_data
@pytest.mark.parametrize("name", ["CM1-NASA", "ModisDataset", "dronology"])
def test_proposed_links_are_better_than_published_retrieval(name: str) -> None:
    folder = DATA / "req2req_trace" / name
    high, low = rows(folder / "high.csv.gz"), rows(folder / "low.csv.gz")
    known = {(row["high"], row["low"]) for row in rows(folder / "links.csv.gz")}
    links = likely_links([row["text"] for row in high], [row["text"] for row in low])
    proposed = {(high[link.one]["id"], low[link.other]["id"]) for link in links}
    f1 = 2 * len(proposed & known) / (len(proposed) + len(known))
    assert f1 > published(name)


@needs_data
def test_kinds_learned_from_half_of_the_requirements_beat_the_commonest_kind_on_the_other_half() -> None:
    found = _requirements()
    taught, asked = found[::2], found[1::2]
    known: dict[str, list[str]] = {}
    for kind, text in taught:
        known.setdefault(kind, []).append(text)
    proposals = likely_kinds([text for _, text in asked], known)
    first = {one.place: one.kind for one in proposals if one.rank == 1}
    three = {(one.place, one.kind) for one in proposals}
    commonest = max(known, key=lambda kind: len(known[kind]))
    by_chance = sum(kind == commonest for kind, _ in asked) / len(asked)
    right = sum(first.get(place) == kind for place, (kind, _) in enumerate(asked)) / len(asked)
    among = sum((place, kind) in three for place, (kind, _) in enumerate(asked)) / len(asked)
    print(by_chance, right, among)
    assert right > by_chance + 0.15
    assert among > 0.8


def _requirements() -> list[tuple[str, str]]:
    """(class, text) of the 625 requirements; each data row is ``project,'text',class``."""
    with gzip.open(DATA / "promise_nfr" / "nfr.arff.gz", "rt", encoding="utf-8", errors="replace") as opened:
        body = opened.read().split("@DATA", 1)[-1].strip().splitlines()
    parts = [line.split(",", 1)[1].rsplit(",", 1) for line in body if line.count(",") >= 2]
    return [(kind.strip(), text.strip(" '\"")) for text, kind in parts]
