"""The files as they are against the files as they were sealed. No path of a manifest is ever opened: only what a walk finds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from ringtrue.engine.seal.contents import Found, contents
from ringtrue.engine.seal.manifest import Manifest
from ringtrue.engine.seal.places import EVIDENCE, JOURNAL, SEALS, counts, goes_on, run_of, what
from ringtrue.engine.seal.verified import AddedSince, Difference


def compare(root: Path, manifest: Manifest) -> tuple[tuple[Difference, ...], tuple[AddedSince, ...]]:
    """What is not as it was sealed, and what an audit that goes on added since, both in the order of their paths."""
    own = f"{SEALS}/{manifest.number:04}/"
    sealed = manifest.files
    found = {
        one.path: one
        for one in contents(
            root,
            lambda path: counts(path, manifest.rendered) or _earlier(path, own),
            lambda path: sealed[path].bytes if path == JOURNAL and path in sealed else None,
        )
    }
    renamed = dict(_renamed(manifest, found))
    moved = set(renamed.values())
    added = [path for path in found if path not in sealed and path not in moved]
    runs = {run for path in sealed if (run := run_of(path))}
    strangers = {path: _stranger(found[path], runs) for path in added}
    differences = [*_differences(manifest, found, renamed), *filter(None, strangers.values())]
    since = [*_grown(manifest, found), *_since(path for path, one in strangers.items() if one is None)]
    return (
        tuple(sorted(differences, key=lambda one: one.path)),
        tuple(sorted(since, key=lambda one: one.path)),
    )


def _earlier(path: str, own: str) -> bool:
    return path.startswith(SEALS + "/") and not path.startswith(own)


def _renamed(manifest: Manifest, found: Mapping[str, Found]) -> Iterator[tuple[str, str]]:
    """Sealed paths that are gone, each with an unknown path that holds the same bytes."""
    unknown: dict[str, list[str]] = defaultdict(list)
    for path, one in found.items():
        if path not in manifest.files and not one.trouble and one.bytes:
            unknown[one.sha256].append(path)
    for path, sealed in manifest.files.items():
        if path not in found and unknown[sealed.sha256]:
            yield path, unknown[sealed.sha256].pop(0)


def _differences(
    manifest: Manifest, found: Mapping[str, Found], renamed: Mapping[str, str]
) -> Iterator[Difference]:
    owners: dict[str, str] = {one.sha256: path for path, one in manifest.files.items()}
    for path, sealed in manifest.files.items():
        one = found.get(path)
        if path in renamed:
            yield Difference(
                trouble="renamed", path=path, what=what(path), told=f"it stands at {renamed[path]} now"
            )
        elif one is None:
            yield Difference(trouble="missing", path=path, what=what(path), told="it is gone")
        elif one.trouble:
            yield Difference(trouble="unreadable", path=path, what=what(path), told=one.trouble)
        elif one.sha256 != sealed.sha256 and not (path == JOURNAL and one.first == sealed.sha256):
            yield Difference(
                trouble="changed", path=path, what=what(path), told=_change(one, sealed.bytes, owners)
            )


def _change(one: Found, size: int, owners: Mapping[str, str]) -> str:
    if one.sha256 in owners:
        return f"it holds what {owners[one.sha256]} held"
    if one.bytes != size:
        return f"it has {one.bytes:,} bytes; {size:,} were sealed"
    return f"its {size:,} bytes are not those that were sealed"


def _stranger(one: Found, sealed_runs: Collection[str]) -> Difference | None:
    """Why a file that the seal does not know should not be there; None if an audit that goes on may well add it."""
    if one.trouble:
        return Difference(trouble="unreadable", path=one.path, what=what(one.path), told=one.trouble)
    if not goes_on(one.path, sealed_runs):
        told = "the seal does not know it, and nothing is added here after sealing"
    elif one.path.startswith(EVIDENCE) and one.sha256 != one.path.removeprefix(EVIDENCE):
        told = "it is no evidence as Ringtrue keeps it: its name is not its SHA-256"
    else:
        return None
    return Difference(trouble="added", path=one.path, what=what(one.path), told=told)


def _grown(manifest: Manifest, found: Mapping[str, Found]) -> Iterator[AddedSince]:
    sealed, one = manifest.files.get(JOURNAL), found.get(JOURNAL)
    if sealed and one and one.sha256 != sealed.sha256 and one.first == sealed.sha256:
        told = (
            f"its first {manifest.entries:,} entries are those that were sealed; what follows was added since"
        )
        yield AddedSince(path=JOURNAL, what=what(JOURNAL), told=told)


def _since(paths: Iterable[str]) -> Iterator[AddedSince]:
    """Each file, but a new run as one."""
    runs: dict[str, int] = {}
    for path in paths:
        if run := run_of(path):
            runs[run] = runs.get(run, 0) + 1
        else:
            yield AddedSince(path=path, what=what(path), told="the seal says nothing of it")
    for run, files in runs.items():
        told = f"{files:,} files; the seal says nothing of them"
        yield AddedSince(path=f"runs/{run}", what="a new run", told=told)
