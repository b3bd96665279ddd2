"""``ringtrue verify``"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ringtrue.cli.options import AuditPath, Json
from ringtrue.cli.printable import printable

if TYPE_CHECKING:
    from ringtrue.engine.seal.verified import Verified

Key = Annotated[
    Path | None,
    typer.Option(
        "--key", metavar="PUBLIC.pem", help="The auditor's public key.", exists=True, dir_okay=False
    ),
]
Root = Annotated[
    Path | None,
    typer.Option(
        "--root", metavar="ROOT.pem", help="The time-stamping authority's root.", exists=True, dir_okay=False
    ),
]


def verify(audit: AuditPath, key: Key = None, root: Root = None, as_json: Json = False) -> None:
    """Check the seal of an audit, without a network: which files are those that were sealed, and with which key.

    Ends with 0 if all is as it was sealed, with 1 if a file was changed, added, taken away or renamed, or the key is another.

    Example: ringtrue verify northwind-audit --key auditor.pem
    """
    import json
    from dataclasses import asdict

    from ringtrue import api
    from ringtrue.engine.audit.audit_folder import AuditFolder

    found = api.verify(AuditFolder(audit), key, root)
    if as_json:
        typer.echo(json.dumps(asdict(found), indent=1))
    else:
        for line in _lines(found):
            typer.echo(printable(line))
    raise typer.Exit(0 if found.whole else 1)


def _lines(found: "Verified") -> Iterator[str]:
    yield _verdict(found)
    yield f"Key       {found.key.fingerprint or 'cannot be read'}{_about_key(found)}"
    yield f"Manifest  {found.manifest}"
    if found.timestamp:
        yield f"Stamped   {found.timestamp.at or 'not known'}{_about_stamp(found)}"
    for one in found.differences:
        yield f"  {one.trouble:<11}{one.path}: {one.what}; {one.told}"
    for since in found.added_since:
        yield f"  added since the seal  {since.path}: {since.what}; {since.told}"
    for seal in found.earlier:
        yield f"Seal {seal.number} of {seal.at}: {seal.told or 'its signature holds, and the journal still begins as it did then'}"
    yield "What this proves:"
    yield from (f"  - {line}" for line in found.proves)
    yield "What it does not prove:"
    yield from (f"  - {line}" for line in found.does_not_prove)


def _verdict(found: "Verified") -> str:
    told = f"Seal {found.number} of {found.at or 'unknown time'}"
    if found.whole:
        return f"{told}: whole. All {found.files:,} files are as they were sealed."
    if not found.signature:
        return f"{told}: BROKEN. The seal itself does not hold."
    if not found.differences:
        return f"{told}: the files are as they were sealed, but with ANOTHER KEY than the one expected."
    number = len(found.differences)
    return f"{told}: BROKEN. {number:,} difference{'' if number == 1 else 's'}."


def _about_key(found: "Verified") -> str:
    if found.key.matches is not None:
        return ", the one expected" if found.key.matches else ", NOT the one expected"
    if found.key.own is not None:
        return ", your own" if found.key.own else ", not the one that you seal with"
    return ""


def _about_stamp(found: "Verified") -> str:
    if found.timestamp is None or found.timestamp.trusted:
        return ", by an authority under the root that you gave"
    return f", {found.timestamp.trouble or 'by an authority that nothing here vouches for (--root)'}"
