"""Delimited files, with quotes only where they are needed."""

import csv
import io
from collections.abc import Sequence

Table = Sequence[Sequence[str]]
"""A header and its records, all text."""


def delimited(table: Table, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """The bytes of a delimited file with line ends as Windows writes them in its own encoding, else as Unix does."""
    out = io.StringIO(newline="")
    end = "\r\n" if encoding == "cp1252" else "\n"
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(table)
    return out.getvalue().encode(encoding)
