"""Reading files, whatever wrote them: packed or not, in any usual encoding and form, as raw tables of
text."""

from ringtrue.importers.reading.peek import Peek, PeekTable, peek
from ringtrue.importers.reading.plain import PlainFile, plain_file
from ringtrue.importers.reading.tables import layout, read_tables, table_name

__all__ = ["Peek", "PeekTable", "PlainFile", "layout", "peek", "plain_file", "read_tables", "table_name"]
