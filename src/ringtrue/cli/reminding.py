"""``ringtrue remind``"""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

Home = Annotated[Path, typer.Option("--home", help="The folder of the workbench.")]
Within = Annotated[int, typer.Option("--within", min=0, max=365, help="Days before something is due.")]
Address = Annotated[
    str, typer.Option("--address", help="Where browsers reach the workbench, for links in the mail.")
]


def remind(home: Home = Path("ringtrue-workbench"), within: Within = 7, address: Address = "") -> None:
    """Send mail about what is due in the audits of a workbench: requests, promised actions, appointments. To be run once a day.

    Each person is reminded once of each day on which something is due. Without a mail server (RINGTRUE_MAIL_HOST) the mails are shown
    here, and count as not sent.

    Example: ringtrue remind --home ringtrue-workbench --within 7
    """
    from ringtrue.workbench import serve as workbench

    workbench.prepare(home.resolve())
    from ringtrue.workbench.reminders.sending import mail_of, send, waiting

    shown = not os.environ.get("RINGTRUE_MAIL_HOST", "").strip()
    found = waiting(datetime.now(UTC).date(), within)
    failed = 0
    for person, items in found.items():
        mail = mail_of(person, items, address)
        if shown:
            typer.echo(f"To: {person.email}\nSubject: {mail.subject}\n\n{mail.text}")
            continue
        try:
            send(mail, items)
        except OSError as error:
            failed += 1
            typer.echo(f"{person.email}: not sent ({error}). It is tried again next time.", err=True)
    typer.echo(
        "No mail server is set (RINGTRUE_MAIL_HOST): nothing was sent."
        if shown
        else f"{len(found) - failed} mails sent."
    )
    if failed:
        raise typer.Exit(2)
