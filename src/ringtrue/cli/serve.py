"""``ringtrue serve``"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ringtrue.workbench.serve import First

Home = Annotated[
    Path,
    typer.Option("--home", help="The folder of the workbench: its database, its key, the audit folders."),
]
Host = Annotated[str, typer.Option("--host", help="The address to listen on; 0.0.0.0 for a network.")]
Port = Annotated[int, typer.Option("--port", help="The port to listen on.")]
Workers = Annotated[int, typer.Option("--workers", help="Processes that answer, of four threads each.")]
Email = Annotated[
    str | None, typer.Option("--email", help="The first person's e-mail address; asked for if left out.")
]
Name = Annotated[str | None, typer.Option("--name", help="The first person's name.")]
Organisation = Annotated[
    str | None, typer.Option("--organisation", help="The name of the first organisation.")
]


def serve(
    home: Home = Path("ringtrue-workbench"),
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Workers = 2,
    email: Email = None,
    name: Name = None,
    organisation: Organisation = None,
) -> None:
    """Start the workbench: an audit team at work in the browser.

    The first start makes the database and asks for the first person, who administrates the organisation and can begin audits. The
    password is asked for, or taken from RINGTRUE_FIRST_PASSWORD. DATABASE_URL names a PostgreSQL instead of SQLite.

    Example: ringtrue serve --port 8000
    """
    try:
        from ringtrue.workbench import serve as workbench
    except ImportError as error:
        raise _not_installed(error) from error

    home = home.resolve()
    workbench.prepare(home)
    if workbench.is_new():
        wrong = workbench.begin(_first(email, name, organisation))
        if wrong:
            raise typer.BadParameter(" ".join(wrong), param_hint="the password")
    prefix = os.environ.get("RINGTRUE_PREFIX", "").strip("/")
    typer.echo(f"Open in a browser: http://{host}:{port}/{prefix}  (stop with Ctrl+C)")
    workbench.serve(host, port, workers)


def _first(email: str | None, name: str | None, organisation: str | None) -> "First":
    from ringtrue.workbench.serve import First

    typer.echo("Nobody can log in yet. Who is the first lead auditor?")
    address = email or typer.prompt("E-mail address")
    called = name or typer.prompt("Name")
    of = organisation or typer.prompt("Organisation")
    password = os.environ.get("RINGTRUE_FIRST_PASSWORD") or typer.prompt(
        "Password (at least 12 characters)", hide_input=True, confirmation_prompt=True
    )
    return First(address, called, password, of)


def _not_installed(error: ImportError) -> typer.BadParameter:
    return typer.BadParameter(
        f"the workbench is not installed ({error}). Install it: pip install 'ringtrue[workbench]'"
    )
