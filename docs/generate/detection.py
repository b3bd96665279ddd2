"""How well each procedure finds what was planted: from ``benchmarks/detection/results.json``, which ``./do bench detection`` writes."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import markdown

from ringtrue import plugins

RESULTS = Path(__file__).parents[2] / "benchmarks" / "detection" / "results.json"
INTRODUCTION = """\
Invented organisations ([how they are made](commands.md)) are audited: clean, with patterns that
only look like faults, and with one fault planted at a time, from barely there (0.1) to strong (1). A fault counts as
found if a lead names an object in which it lies. *Objects*: of all objects with the fault, those that a lead names.
*Right*: of all objects that leads name, those with the fault. False leads are counted over all organisations.

An invented organisation knows nothing of yours. The table says what a procedure can see where the world is as
simple as ours; it does not say how often a lead will stand up in your audit."""


@cache
def results() -> dict[str, Any]:
    """The table of the proof; empty where it was not made yet."""
    content: dict[str, Any] = (
        json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {"procedures": {}}
    )
    return content


def page() -> str:
    """The whole table: every procedure, every strength."""
    found = results()
    if not found["procedures"]:
        return markdown.page("Detection", INTRODUCTION)
    strengths = [*next(iter(found["procedures"].values()))["strengths"]]
    head = [
        "procedure",
        *(f"found at {one}" for one in strengths),
        "objects from 0.5",
        "right from 0.5",
        "false leads",
    ]
    rows = [_row(name, one, strengths) for name, one in found["procedures"].items()]
    size = (
        f"{len(found['seeds'])} organisations of {found['services']} services and {found['months']} months. "
        f"False leads of the whole catalogue: {_total('clean'):g} per clean organisation, {_total('lookalikes'):g} per organisation "
        "with look-alikes."
    )
    return markdown.page("Detection", INTRODUCTION, size, markdown.table(head, rows), _weak())


def _weaknesses() -> dict[str, str]:
    return {one.declaration.id: one.declaration.weakness for one in plugins.procedures()}


def section(procedure: str) -> str:
    """What the page of a procedure says of its detection."""
    one = results()["procedures"].get(procedure)
    if one is None or not any(counted["runs"] for counted in one["strengths"].values()):
        return "**Detection:** not measured yet."
    rows = [
        (
            strength,
            _of(counted["found"], counted["runs"]),
            _of(counted["planted_named"], counted["planted"]),
            _of(counted["planted_named"], counted["named"]),
        )
        for strength, counted in one["strengths"].items()
    ]
    table = markdown.table(["strength", "found", "objects", "right"], rows)
    picture = f"![Share of planted faults found, by strength](../../images/power/{procedure}.svg)"
    example = f"**Example of a lead** (invented): {one['example']}" if one["example"] else ""
    silent = f"False leads in {len(results()['seeds'])} clean organisations: {one['clean']}; with look-alikes: {one['lookalikes']}."
    weak = "\n".join(f"- {line}" for line in one["short"])
    told = f"**Weak:** it does not reach what we ask of every procedure.\n\n{weak}" if weak else ""
    return "\n\n".join(
        filter(None, ["**Detection** ([how](../detection.md))", picture, table, silent, told, example])
    )


def draw(folder: Path) -> None:
    """Draw the power curve of every procedure that was measured."""
    import vl_convert

    folder.mkdir(parents=True, exist_ok=True)
    for name, one in results()["procedures"].items():
        if any(counted["runs"] for counted in one["strengths"].values()):
            (folder / f"{name}.svg").write_text(vl_convert.vegalite_to_svg(_curve(one)), "utf-8")


def _curve(one: dict[str, Any]) -> dict[str, Any]:
    parts = {"found": ("found", "runs"), "objects": ("planted_named", "planted")}
    points = [
        {"strength": float(strength), "share": 100 * counted[part] / counted[whole], "what": what}
        for strength, counted in one["strengths"].items()
        for what, (part, whole) in parts.items()
        if counted[whole]
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 360,
        "height": 140,
        "background": "white",
        "data": {"values": points},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {
                "field": "strength",
                "type": "quantitative",
                "scale": {"domain": [0, 1]},
                "title": "strength of the fault",
            },
            "y": {
                "field": "share",
                "type": "quantitative",
                "scale": {"domain": [0, 100]},
                "title": "share, %",
            },
            "strokeDash": {"field": "what", "type": "nominal", "title": None},
            "color": {
                "field": "what",
                "type": "nominal",
                "scale": {"range": ["#1f5673", "#b0562e"]},
                "title": None,
            },
        },
    }


def _row(name: str, one: dict[str, Any], strengths: list[str]) -> tuple[str, ...]:
    counted = one["strengths"]
    strong = [counted[strength] for strength in strengths if float(strength) >= 0.5]
    named = sum(each["planted_named"] for each in strong)
    return (
        f"[{name}](procedures/{name}.md)",
        *(_of(counted[strength]["found"], counted[strength]["runs"]) for strength in strengths),
        _of(named, sum(each["planted"] for each in strong)),
        _of(named, sum(each["named"] for each in strong)),
        f"{one['clean']} + {one['lookalikes']}",
    )


def _weak() -> str:
    lines = [
        f"- [{name}](procedures/{name}.md): {', '.join(one['short'])}; {_weaknesses().get(name, '')}"
        for name, one in results()["procedures"].items()
        if one["short"]
    ]
    asked = "Asked of every procedure from strength 0.5: found in 95 % of organisations, 90 % of objects named, 90 % of those named right."
    return "\n".join([f"## What does not reach it\n\n{asked}\n", *(lines or ["Every procedure reaches it."])])


def _of(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _total(what: str) -> float:
    return round(
        sum(one[what] for one in results()["procedures"].values()) / max(1, len(results()["seeds"])), 2
    )
