"""``ringtrue audit``"""

import typer

from ringtrue.cli.options import MEMORY, Engine, EngineName, Exports, Json, Memory, Out


def audit(
    paths: Exports,
    out: Out = None,
    memory: Memory = MEMORY,
    engine: Engine = EngineName.DUCKDB,
    as_json: Json = False,
) -> None:
    """Import exports, run every procedure and write the report.

    Example: ringtrue audit examples/northwind --out northwind-audit

    Exit code: 0 no lead, 1 leads, 2 wrong use or a file that cannot be read, 3 a procedure failed.
    """
    from ringtrue import api
    from ringtrue.cli.outcome import complain, exit_code, say, tell
    from ringtrue.cli.progress import progress

    with progress() as shown:
        done = api.audit(paths, out, memory, shown, engine.value, tell)
    say(done.results, done.run, done.report, as_json)
    complain(done.errors, done.passed_over)
    raise typer.Exit(exit_code(done.results, done.errors))
