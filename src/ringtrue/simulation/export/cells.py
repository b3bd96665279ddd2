"""How a value is written in a file."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from ringtrue.simulation.calendar import local

Clock = Callable[[int], str]


def iso(at: int) -> str:
    """``2026-07-31 14:05:09``, in local time."""
    return f"{local(at):%Y-%m-%d %H:%M:%S}"


def utc(at: int) -> str:
    """``2026-07-31T12:05:09Z``."""
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%SZ}"


def german(at: int) -> str:
    """``31.07.2026 14:05``, in local time."""
    return f"{local(at):%d.%m.%Y %H:%M}"


def cell(value: Any, is_time: bool, clock: Clock) -> str:
    """The text of a value; times are written by the clock, lists are separated by semicolons."""
    if value is None:
        return ""
    if is_time:
        return clock(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ";".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)
