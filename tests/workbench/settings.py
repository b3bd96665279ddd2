"""The workbench's settings on a home of this test run."""

import os
import tempfile
from pathlib import Path

ROOT = str(Path(__file__).parent.parent.parent)
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [ROOT, os.environ.get("PYTHONPATH", "")]))
"""What a test starts as a process of its own finds these settings too."""

os.environ["RINGTRUE_HOME"] = tempfile.mkdtemp(prefix="ringtrue-test-")
os.environ["RINGTRUE_HOSTS"] = "testserver,localhost,127.0.0.1"

from ringtrue.workbench.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ACCOUNT_RATE_LIMITS = False
API_PER_MINUTE = 0
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": f"{os.environ['RINGTRUE_HOME']}/test.sqlite3"}  # noqa: F405
    """A file, as in use: of a database in memory, two threads cannot write in turn."""
