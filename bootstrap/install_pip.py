"""Puts the pip that lies beside this file into the running environment, without a network.

A wheel of pure Python is an archive of what belongs into site-packages: unpacking it is all there is to do.
"""

import hashlib
import sys
import sysconfig
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Unpacks the wheel, or stops if it is not the one whose checksum was recorded."""
    expected, name = (HERE / "SHA256SUMS").read_text(encoding="utf-8").split()
    wheel = HERE / name
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != expected:
        sys.exit(f"{wheel}: expected SHA-256 {expected}, found {found}. Fetch Ringtrue again.")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(sysconfig.get_path("purelib"))


if __name__ == "__main__":
    main()
