"""The proof that the catalogue finds what is planted and is silent where nothing is: ``./do bench detection``.

Writes ``benchmarks/detection/results.json``, from which the reference pages draw their power curves.
"""

import argparse
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from proof import Proof, Size, prove
from table import as_table, as_text, merged, shortfalls

from ringtrue import plugins

HERE = Path(__file__).parent
STRENGTHS = (0.1, 0.25, 0.5, 0.75, 1.0)


def main() -> int:
    """Prove every seed, gather the table, write it; exit code 1 where what was promised is not reached."""
    chosen = _arguments()
    known = [one.declaration.id for one in plugins.procedures()]
    only = [name for name in known if not chosen.only or name in chosen.only.split(",")]
    size, strengths = (
        Size(chosen.services, chosen.months),
        [float(part) for part in chosen.strengths.split(",") if part],
    )
    seeds = range(chosen.first, chosen.first + chosen.seeds)
    table: dict[str, Any] = {}
    for proofs in _growing(partial(prove, size=size, chosen=only, strengths=strengths), seeds, chosen.jobs):
        table = as_table(proofs, size, strengths)
        if chosen.out and not chosen.only:
            _write(table, Path(chosen.out), is_part=False)
    if (
        chosen.out and chosen.only
    ):  # a part is put into a whole proof of the same organisations, once it is whole itself
        _write(table, Path(chosen.out), is_part=True)
    print(as_text(table))
    return 1 if shortfalls(table) else 0


def _growing(one: "partial[Proof]", seeds: range, jobs: int) -> Iterator[list[Proof]]:
    """The proofs so far, each time that one more is done: whoever breaks off keeps what there is."""
    began, found = time.monotonic(), []
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for proof in pool.imap_unordered(one, seeds):
            found.append(proof)
            print(
                f"seed {proof.seed}: {len(found)} of {len(seeds)}, {time.monotonic() - began:.0f} s",
                file=sys.stderr,
            )
            yield sorted(found, key=lambda proof: proof.seed)


def _write(table: dict[str, Any], file: Path, is_part: bool) -> None:
    whole = merged(table, file) if is_part else table
    file.write_text(json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/detection", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many organisations (20)")
    parser.add_argument("--first", type=int, default=1, help="the first seed (1)")
    parser.add_argument("--only", default="", help="procedure ids, with commas between; all if left out")
    parser.add_argument(
        "--strengths", default=",".join(map(str, STRENGTHS)), help="how strong the faults are"
    )
    parser.add_argument("--services", type=int, default=30)
    parser.add_argument("--months", type=int, default=18)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--out", default="", help="where the table is written as JSON; nowhere if left out")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
