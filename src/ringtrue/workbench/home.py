"""Where the workbench keeps its things: its database, its key, the audit folders."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Home:
    """The folder of a workbench: ``RINGTRUE_HOME``, else ``ringtrue-workbench`` in the folder where it is started."""

    path: Path

    @classmethod
    def from_environment(cls) -> "Home":
        """The folder that the environment names."""
        return cls(Path(os.environ.get("RINGTRUE_HOME", "ringtrue-workbench")).resolve())

    @property
    def database(self) -> Path:
        """The SQLite database, used where no ``DATABASE_URL`` is given."""
        return self.path / "workbench.sqlite3"

    @property
    def audits(self) -> Path:
        """The audit folders, each named by its audit's id."""
        return self.path / "audits"

    @property
    def uploads(self) -> Path:
        """Files on their way in, before they are taken into an audit folder."""
        return self.path / "uploads"

    def secret_key(self) -> str:
        """The key that signs sessions: made at first use, readable by its owner only."""
        place = self.path / "secret-key"
        if not place.exists():
            self.path.mkdir(parents=True, exist_ok=True)
            _write_once(place, secrets.token_urlsafe(64))
        return place.read_text("ascii").strip()


def _write_once(place: Path, text: str) -> None:
    """Of several processes that start at once, one writes and the others read what it wrote."""
    fresh = place.with_name(f"{place.name}.{os.getpid()}.new")
    fresh.touch(mode=0o600)
    fresh.write_text(text, "ascii")
    try:
        os.link(fresh, place)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
