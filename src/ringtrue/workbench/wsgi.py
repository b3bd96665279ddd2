"""The workbench as a WSGI application, below its prefix whether or not the proxy takes that off."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ringtrue.workbench.settings")
_within = get_wsgi_application()


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """Answer a request. Some proxies hand the whole path on, others what stands after the prefix: both are understood."""
    prefix, path = settings.FORCE_SCRIPT_NAME or "", environ.get("PATH_INFO", "")
    if prefix and (path == prefix or path.startswith(f"{prefix}/")):
        environ["PATH_INFO"] = path[len(prefix) :] or "/"
    return _within(environ, start)
