"""The seals of an audit folder: ``seals/<number>/``, the last one counts."""

import re
from pathlib import Path

from ringtrue.engine.seal.places import SEALS

MANIFEST, SIGNATURE, PUBLIC_KEY = "manifest.json", "manifest.sig", "public.pem"
STAMP, STAMP_SIGNATURE = "timestamp.tsr", "timestamp.sig"
NEEDED = (MANIFEST, SIGNATURE, PUBLIC_KEY)
PARTS = (*NEEDED, STAMP, STAMP_SIGNATURE)


def numbers(root: Path) -> list[int]:
    """The numbers of the seals, the last one at the end."""
    place = root / SEALS
    if place.is_symlink() or not place.is_dir():
        return []
    names = [
        inside.name
        for inside in place.iterdir()
        if re.fullmatch(r"[0-9]{4,9}", inside.name) and _is_folder(inside)
    ]
    return sorted(int(name) for name in names if name == f"{int(name):04}")


def place_of(root: Path, number: int) -> Path:
    """Where a seal stands."""
    return root / SEALS / f"{number:04}"


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
