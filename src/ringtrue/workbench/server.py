"""gunicorn, started from within."""

from typing import Any

from gunicorn.app.base import BaseApplication


class Server(BaseApplication):  # type: ignore[misc]
    """The web server on one address, with so many processes of four threads each."""

    def __init__(self, bind: str, workers: int) -> None:
        self.said = {
            "bind": bind,
            "workers": workers,
            "threads": 4,
            "worker_class": "gthread",
            "timeout": 120,
            "keepalive": 75,  # longer than a person reads a page, so that a browser does not meet a closed line
        }
        super().__init__()

    def load_config(self) -> None:
        """Take over what was said."""
        for name, value in self.said.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application."""
        from ringtrue.workbench.wsgi import application

        return application
