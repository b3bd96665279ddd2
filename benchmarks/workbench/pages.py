"""What the load and the kills found, as the page of results shows it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.kept import keep, kept_results

DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
KILLS, LOAD = "workbench_kills", "workbench_load"


def keep_kills(found: Mapping[str, Any]) -> Path:
    """Keep what the kills found on one database; what was kept of the other stays."""
    database = DATABASES[found["database"]]
    kept = kept_results().get(KILLS, {"figures": {}})["figures"]
    others = {name: figure for name, figure in kept.items() if not name.startswith(f"{database}: ")}
    about = (
        "`./do bench workbench/kills` kills server and worker (SIGKILL) at random moments while files come in, sources are loaded and findings are saved, "
        "starts them again, and holds everything that was acknowledged, the trail and its copy in the folder against each other."
    )
    figures = {f"{database}: {name}": figure for name, figure in _of_kills(found).items()}
    return keep(
        KILLS, {"title": "The workbench, killed while at work", "about": about, "figures": others | figures}
    )


def keep_load(found: Mapping[str, Any]) -> Path:
    """Keep what many auditors at once met."""
    about = (
        f"`./do bench workbench/load` lets auditors read and write at once in a workbench on {DATABASES[found['database']]}, server and auditors on the same two cores: "
        "a page or a write each half to two and a half seconds. Every acknowledged write is looked up in the trail afterwards."
    )
    return keep(LOAD, {"title": "The workbench, under load", "about": about, "figures": _of_load(found)})


def _of_kills(found: Mapping[str, Any]) -> dict[str, str]:
    amiss = {one.partition(":")[0] for one in found["wrong"]}
    return {
        "kills": f"{found['rounds']}",
        "kills after which nothing was amiss": f"{found['rounds'] - len(amiss)}",
        "files, findings and jobs acknowledged": f"{found['files'] + found['findings'] + found['jobs']:,}",
        "writes that the kill left unanswered": f"{found['unanswered']:,}",
        "jobs taken up again": f"{found['resumed']}",
        "jobs failed, with their reason": f"{found['failed_with_reason']}",
    }


def _of_load(found: Mapping[str, Any]) -> dict[str, str]:
    return {
        "auditors": f"{found['auditors']}",
        "minutes": f"{found['seconds'] / 60:g}",
        "requests": f"{found['requests']:,}",
        "writes": f"{found['written']:,}",
        "errors": f"{found['error_count']}",
        "writes lost": f"{found['lost']}",
        "writes told that the record had changed meanwhile": f"{found['told_changed_meanwhile']}",
        "list pages, half of them within": f"{found['list_pages_p50_ms']:.0f} ms",
        "list pages, 95 of 100 within": f"{found['list_pages_p95_ms']:.0f} ms",
        "list pages, the longest": f"{found['list_pages_longest_ms']:.0f} ms",
        "processor of the server a request": f"{found['server_processor_ms_per_request']:.0f} ms",
    }
