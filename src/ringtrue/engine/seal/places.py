"""What a file of an audit folder is, and whether an audit goes on writing at its place after it was sealed."""

import re
from collections.abc import Collection

JOURNAL = "records/journal.jsonl"
EVIDENCE = "records/evidence/"
SEALS = "seals"
RENDERED = ("reports", "papers")
"""What can be made again from the rest; sealed if it is asked for."""

_BROKEN_OFF = re.compile(
    r"\.work-.*|audit\.toml\.new|mappings/.+\.new|(sources|tables|runs/[^/]+|papers/[^/]+)\.(new|old)"
    r"|records/(journal\.jsonl\.new|evidence/\.[^/]*\.new)|(reports|papers)/.+\.part|seals/\.new-.*"
)
_NO_AUDIT = ("records/.lock", "runs/.lock", "cache")
"""Locks, and what was kept only to spare work."""
_NO_CONTENT = (".DS_Store", "Thumbs.db", "desktop.ini")

_RUN_FILES = {
    "results.json": "the results",
    "manifest.json": "the manifest",
    "leads.parquet": "the records behind the leads",
    "charts.json": "the charts",
    "pseudonyms.parquet": "the key of the pseudonyms",
}


def is_passing(path: str) -> bool:
    """Whether a file or folder belongs to a writing that was broken off, to the cache or to the desktop, and never to the audit."""
    return is_broken_off(path) or path in _NO_AUDIT or path.rpartition("/")[2] in _NO_CONTENT


def is_broken_off(path: str) -> bool:
    """Whether a file or folder is what a kill in the middle of a writing left."""
    return bool(_BROKEN_OFF.fullmatch(path))


def counts(path: str, rendered: bool) -> bool:
    """Whether a seal is to cover the file; ``rendered``: reports and papers too. The seals themselves are checked apart."""
    top = path.partition("/")[0]
    return top != SEALS and (rendered or top not in RENDERED)


def what(path: str) -> str:
    """What the file is, in the words of an auditor."""
    top, _, rest = path.partition("/")
    if path == "audit.toml":
        return "the audit's own file"
    if path == "sources/sources.json":
        return "the list of the sources"
    if path == "tables/tables.json":
        return "the origin of the tables"
    if path == JOURNAL:
        return "the journal of the records"
    if path.startswith(EVIDENCE):
        return f"the evidence {rest.removeprefix('evidence/')[:12]}"
    if top == "runs":
        return _of_run(rest)
    if top == SEALS:
        return _of_seal(rest)
    named = {
        "sources": "the source",
        "mappings": "the mapping",
        "tables": "the table",
        "reports": "the report",
        "papers": "the paper",
        "records": "the record",
    }
    name = rest.removesuffix(".parquet") if top == "tables" else rest.removesuffix(".toml")
    return f"{named[top]} {name}" if top in named and rest else f"the file {path}"


def run_of(path: str) -> str | None:
    """The id of the run to which a file belongs; None if it belongs to none."""
    parts = path.split("/")
    return parts[1] if parts[0] == "runs" and len(parts) > 2 else None


def goes_on(path: str, sealed_runs: Collection[str]) -> bool:
    """Whether a file that the seal does not know stands where an audit goes on after it was sealed.

    Evidence, whole new runs, reports, papers and files beside ``audit.toml`` are added to; sources, mappings, tables and a run
    that was sealed are not.
    """
    top, _, rest = path.partition("/")
    if top == "runs":
        return run_of(path) not in (None, *sealed_runs)
    return path == JOURNAL or path.startswith(EVIDENCE) or top in RENDERED or not rest


def _of_run(rest: str) -> str:
    run, _, inside = rest.partition("/")
    folder, _, name = inside.partition("/")
    if folder == "judged":
        told = f"the judged table of the procedure {name.removesuffix('.parquet')}"
    elif folder == "sql":
        told = f"the SQL of the procedure {name.removesuffix('.sql')}"
    else:
        told = _RUN_FILES.get(inside, f"the file {inside}")
    return f"{told} of the run {run}"


def _of_seal(rest: str) -> str:
    number, _, name = rest.partition("/")
    told = {
        "manifest.json": "the manifest",
        "manifest.sig": "the signature",
        "public.pem": "the public key",
        "timestamp.tsr": "the time-stamp",
        "timestamp.sig": "the signature over the time-stamp",
    }
    return f"{told.get(name, f'the file {name}')} of seal {number.lstrip('0')}"
