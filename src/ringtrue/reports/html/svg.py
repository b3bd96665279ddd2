"""Charts as SVG that belongs to the page: its colours, its letters, its width, and a text for whoever does not see it."""

from collections.abc import Mapping
from xml.etree import ElementTree

from ringtrue.model.chart import Chart
from ringtrue.reports.chart_frame import PALETTE
from ringtrue.reports.chart_words import text_alternative
from ringtrue.reports.drawings import locale, worded
from ringtrue.reports.language import DEFAULT

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_COLOURS = {mark: f"var(--{name})" for name, mark in PALETTE.items()}
_DROPPED = ("role", "class", "pointer-events", "font-family", "style", "href", "display")
_DEFAULTS = {"opacity": "1", "transform": "translate(0,0)"}
_EMPTY_PATHS = ("", "M0,0h0v0h0Z")


def svg(chart: Chart, prefix: str, language: str = DEFAULT, told: str | None = None) -> str:
    """The chart as an ``svg`` element. ``prefix`` keeps its inner ids apart from those of other charts on the page.

    ``told`` is what it says in words, in the language of the page.
    """
    import vl_convert

    # The drawing is made of our own data; no address may be opened while it is made.
    drawn = vl_convert.vegalite_to_svg(worded(chart, language), allowed_base_urls=[], **locale(language))
    root = ElementTree.fromstring(drawn)
    # The drawing's own ids count on from one drawing to the next; ours begin anew with each.
    ids = [id for element in root.iter() if (id := element.get("id"))]
    names = {id: f"{prefix}{place}" for place, id in enumerate(dict.fromkeys(ids), 1)}
    for element in root.iter():
        _adapt(element, names)
    _prune(root)
    for name in ("version", "width", "height"):
        root.attrib.pop(name, None)
    root.set("role", "img")
    root.set("aria-label", told or text_alternative(chart))
    ElementTree.register_namespace("", _NAMESPACE.strip("{}"))
    return ElementTree.tostring(root, encoding="unicode")


def _adapt(element: ElementTree.Element, names: Mapping[str, str]) -> None:
    """Give an element the page's colours and keep only what draws."""
    for name, value in list(element.attrib.items()):
        local = name.rpartition("}")[2]
        if local in _DROPPED or local.startswith("aria-") or _DEFAULTS.get(local) == value:
            del element.attrib[name]
        elif value in _COLOURS:
            element.set(name, _COLOURS[value])
        elif name == "id":
            element.set(name, names[value])
        elif value.startswith("url(#"):
            element.set(name, f"url(#{names[value[5:-1]]})")


def _prune(element: ElementTree.Element) -> None:
    """Take away what draws nothing: empty paths, and groups that hold nothing."""
    for child in list(element):
        tag = child.tag.removeprefix(_NAMESPACE)
        if tag == "defs":
            continue
        _prune(child)
        if (tag == "path" and (child.get("d", "") in _EMPTY_PATHS or not _painted(child))) or (
            tag == "g" and len(child) == 0
        ):
            element.remove(child)


def _painted(path: ElementTree.Element) -> bool:
    return path.get("fill", "none") not in ("none", "transparent") or path.get("stroke", "none") != "none"
