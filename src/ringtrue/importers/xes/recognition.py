"""Whether a file is an event log in XES, told by the first elements in it."""

from xml.parsers import expat

from ringtrue.model.source import Recognition

ENDINGS = (".xes", ".xes.gz")
OURS = (
    "extension",
    "classifier",
    "trace",
    "event",
    "string",
    "date",
    "int",
    "float",
    "boolean",
    "id",
    "list",
    "container",
)
OTHERS = ("events", "objects", "object-types", "event-types")
"""Children of <log> in object-centric logs, which are not XES."""

NAMESPACES = ("xes-standard.org", "deckfour.org/xes")


class _ToldError(Exception):
    """No failure: the first elements are enough to tell, and the parser need not go on."""

    def __init__(self, recognition: Recognition) -> None:
        super().__init__()
        self.recognition = recognition


def recognise_head(head: bytes, name: str) -> Recognition:
    """How sure it is that a file that begins like this is XES. Nothing in it is resolved or expanded."""
    no = Recognition(sure=0)
    if name.lower().endswith(ENDINGS):
        no = Recognition(
            sure=0.5, because="its name ends as that of an event log, though it does not begin like one"
        )
    watch = _Watch()
    parser = expat.ParserCreate()
    parser.StartElementHandler = watch.start
    parser.EndElementHandler = watch.end
    parser.StartDoctypeDeclHandler = _doctype
    try:
        parser.Parse(head, False)
    except _ToldError as told:
        return told.recognition
    except expat.ExpatError:
        return no
    return no


class _Watch:
    def __init__(self) -> None:
        self.depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        self.depth += 1
        if self.depth == 1:
            self._root(local, attributes)
        elif self.depth == 2:
            self._child(local, attributes)

    def end(self, name: str) -> None:
        self.depth -= 1

    def _child(self, local: str, attributes: dict[str, str]) -> None:
        if local in OTHERS or (local == "global" and attributes.get("scope") not in ("trace", "event")):
            raise _ToldError(Recognition(sure=0))
        if local in OURS:
            raise _ToldError(
                Recognition(
                    sure=0.9, because=f"an XML file whose outermost element is <log>, with <{local}> in it"
                )
            )

    def _root(self, local: str, attributes: dict[str, str]) -> None:
        if local != "log":
            raise _ToldError(Recognition(sure=0))
        version = attributes.get("xes.version") or attributes.get("version", "")
        spaces = [value for key, value in attributes.items() if key.startswith("xmlns")]
        if "xes.version" in attributes or any(mark in space for space in spaces for mark in NAMESPACES):
            raise _ToldError(Recognition(sure=1, because="it says that it is XES " + version[:20]))


def _doctype(name: str, *_: object) -> None:
    if name == "log":
        raise _ToldError(Recognition(sure=0.8, because="an XML file whose document type is log"))
    raise _ToldError(Recognition(sure=0))
