"""Files of an audit folder that are handed out: only those that stand in its list, and never so that they can act."""

from pathlib import Path

from django.http import FileResponse, Http404

from ringtrue.workbench.pages.security import SANDBOX


def listed(folder: Path) -> list[str]:
    """The names of the files in a folder and below, without those that are being written."""
    if not folder.is_dir():
        return []
    found = (one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    return sorted(one.relative_to(folder).as_posix() for one in found if not one.name.startswith("."))


def handed_out(folder: Path, name: str, show: bool = False) -> FileResponse:
    """The file of that name, as an attachment; a page of ours in a sandbox, if it is to be shown. 404 for any other name."""
    if name not in listed(folder):
        raise Http404
    shown = show and name.endswith(".html")
    response = FileResponse((folder / name).open("rb"), as_attachment=not shown, filename=Path(name).name)
    response.headers["Content-Security-Policy"] = f"{SANDBOX} allow-downloads"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
