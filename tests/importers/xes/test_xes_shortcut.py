"""The short way through a log tells exactly what the long way tells."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ringtrue.importers.xes.columns import Columns, Prefixes
from ringtrue.importers.xes.events import EventReader
from ringtrue.importers.xes.rows import RowWriter
from ringtrue.importers.xes.seen import Seen
from ringtrue.model.errors import UnreadableInput

Outcome = tuple[list[dict[str, object]], Seen] | str


def outcome(log: bytes, chunk: int, shortcut: bool) -> Outcome:
    """Rows with names of columns instead of codes, and the counts; or the message of a refusal."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "rows"
        columns = Columns("log", Prefixes())
        try:
            with RowWriter("log", target) as rows:
                reader = EventReader(columns, rows)
                reader.read((log[place : place + chunk] for place in range(0, len(log), chunk)), shortcut)
        except UnreadableInput as error:
            return str(error)
        found = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    return [{columns.names.get(key, key): value for key, value in row.items()} for row in found], reader.seen


def same_both_ways(log: str, chunk: int = 100_000) -> Outcome:
    told = outcome(log.encode(), chunk, shortcut=True)
    assert told == outcome(log.encode(), chunk, shortcut=False)
    return told


VALUE = st.sampled_from(
    ["", "a", "é", "1 < 2", "&amp;", "&#10;", "%s", "\\", "line\nend", "\t", "it's", "]]>", "\ufffe"]
)
KEY = st.sampled_from(["concept:name", "c:name", "k", "K", "org:group"])
PIECE = st.sampled_from(
    [" ", "\n", "\r\n", "<!-- <event></event> -->", "<?pi <event></event> ?>", '"', "<x/>", "text"]
)


@st.composite
def attributes(draw: st.DrawFn) -> str:
    tag = draw(st.sampled_from(["string", "date", "list", "x:int", "foo"]))
    quote = draw(st.sampled_from(['"', '"', '"', "'"]))
    value = draw(VALUE).replace("<", "&lt;") if draw(st.booleans()) else draw(VALUE)
    inside = draw(st.sampled_from(["/>", "/>", "/>", f'><string key="n" value="1"/></{tag}>']))
    return f"<{tag} key={quote}{draw(KEY)}{quote} value={quote}{value}{quote}{inside}"


EVENT = st.builds(
    lambda parts: "<event>" + "".join(parts) + "</event>", st.lists(attributes() | PIECE, max_size=4)
)
TRACE = st.builds(
    lambda parts: "<trace>" + "".join(parts) + "</trace>", st.lists(EVENT | attributes() | PIECE, max_size=5)
)
LOG = st.builds(
    lambda head, parts: f'<log xmlns:x="x">{head}' + "".join(parts) + "</log>",
    st.sampled_from(["", '<extension prefix="c" uri="http://www.xes-standard.org/concept.xesext"/>']),
    st.lists(TRACE | EVENT | PIECE, max_size=5),
)


@settings(deadline=None)
@given(LOG, st.integers(1, 60))
def test_any_log_reads_the_same_both_ways(log: str, chunk: int) -> None:
    same_both_ways(log, chunk)


def test_plain_events_take_the_short_way_and_say_the_same() -> None:
    event = '<event>\n<string key="concept:name" value="%s"/>\n</event>\n'
    events = "".join(event % number for number in range(500))
    rows, _ = same_both_ways(f'<log>\n<trace><string key="concept:name" value="A"/>{events}</trace></log>')
    assert rows[2] == {"n": 3, "l": 8, "concept:name": "2", "case:concept:name": "A", "t": 1}


def test_an_event_in_a_comment_is_no_event() -> None:
    rows, _ = same_both_ways('<log><trace><!-- <event><string key="a" value="b"/></event> --></trace></log>')
    assert rows == []


def test_text_of_another_encoding_is_not_taken_for_utf8() -> None:
    log = '<?xml version="1.0" encoding="ISO-8859-1"?><log><event><string key="k" value="Ã¤"/></event></log>'
    told = outcome(log.encode("latin-1"), 1000, shortcut=True)
    assert told == outcome(log.encode("latin-1"), 1000, shortcut=False)
    assert told[0] == [{"n": 1, "l": 1, "k": "Ã¤"}]


def test_an_instruction_in_the_file_is_not_taken_for_an_event() -> None:
    rows, _ = same_both_ways("<log><trace><?r0123456789abcdef 0?><event></event></trace></log>")
    assert len(rows) == 1
