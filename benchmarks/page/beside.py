"""The peers' part: the same questions on the same rows, by each in its own way."""

from collections.abc import Iterator

from record import NAMES, OURS, Size

from page.ours import short

TASKS = {
    "read the CSV and sort it by case and time": ("import", "read"),
    "handovers between teams, by pair": ("handovers", "handover"),
    "cases that went straight back": ("ping_pong", "ping_pong"),
    "activities that came again in a case": ("rework", "rework"),
}
"""What is asked: the words, our step, the step of a peer."""


def names(size: Size) -> list[str]:
    """Who was measured."""
    return [OURS, *(NAMES[peer] for peer in size.peers)]


def rows(size: Size) -> Iterator[tuple[str, list[str]]]:
    """For each task, the seconds and the most memory of each."""
    for words, (mine, theirs) in TASKS.items():
        steps = [size.ours[mine], *(peer[theirs] for peer in size.peers.values())]
        yield words, [f"{short(one.seconds)} s, {one.peak_mb:,.0f} MB" for one in steps]


def counts(size: Size) -> Iterator[tuple[str, list[str], bool]]:
    """What each counted, and whether all counted alike."""
    for what, found in size.counts():
        yield what, [f"{found[name]:,}" for name in names(size)], len(set(found.values())) == 1


def versions(size: Size) -> str:
    """The peers with their versions."""
    found = [peer["read"].found["versions"] for peer in size.peers.values()]
    return ", ".join(f"{name} {version}" for one in found for name, version in one.items())


def goal(size: Size) -> str | None:
    """The whole of Ringtrue's run against pm4py's reading and sorting; None without pm4py."""
    if "pm4py" not in size.peers:
        return None
    read = size.peers["pm4py"]["read"]
    return (
        f"{size.events:,} events: from the CSV to the report in {short(size.whole_seconds)} s and {size.whole_peak_mb:,.0f} MB with Ringtrue; "
        f"pm4py and pandas read and sort the log in {short(read.seconds)} s and {read.peak_mb:,.0f} MB "
        f"({size.whole_seconds / read.seconds:.1f} times the seconds, {size.whole_peak_mb / read.peak_mb:.2f} times the memory)."
    )
