"""What a table is while it is written."""

from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
"""A record by column. Times are whole seconds since 1970 (UTC); lists are tuples; None is an empty cell."""

Rows = Sequence[Row]
