"""The workbench's settings on a home of this test run."""

import os
import tempfile

os.environ["RINGTRUE_HOME"] = tempfile.mkdtemp(prefix="ringtrue-test-")
os.environ["RINGTRUE_HOSTS"] = "testserver,localhost,127.0.0.1"

from ringtrue.workbench.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ACCOUNT_RATE_LIMITS = False
