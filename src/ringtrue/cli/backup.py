"""``ringtrue backup`` and ``ringtrue restore``"""

from pathlib import Path
from typing import Annotated

import typer

from ringtrue.cli.clock import now

Home = Annotated[Path, typer.Option("--home", help="The folder of the workbench.")]
Out = Annotated[Path, typer.Option("--out", help="The file to write; it must not be there yet.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A file that `ringtrue backup` wrote.")]


def backup(out: Out, home: Home = Path("ringtrue-workbench")) -> None:
    """Write the whole workbench into one file: its database, its audit folders, its key. It may be in use meanwhile.

    The file is read again to the last byte before it gets its name. It holds everything that people entrusted to the workbench: keep
    it as safe as the workbench. With DATABASE_URL for PostgreSQL, pg_dump is used.

    Example: ringtrue backup --home ringtrue-workbench --out workbench.tar
    """
    from ringtrue.workbench.backups.making import back_up

    made = back_up(home, out, now())
    typer.echo(f"{out}: {len(made.files)} files, read again and whole.")


def restore(file: File, home: Home) -> None:
    """Bring a backup back into a new home. Every file is compared with its hash first; nothing is ever overwritten.

    Example: ringtrue restore workbench.tar --home restored
    """
    from ringtrue.workbench.backups.restoring import restore as bring_back

    made = bring_back(file, home)
    typer.echo(
        f"{home}: {len(made.files)} files as they were at {made.made_at}. Start it: ringtrue serve --home {home}"
    )
