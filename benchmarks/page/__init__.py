"""The page of results: what was measured, on what, and what it does not say."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from record import Bench

from page import beside, machine, ours

HERE = Path(__file__).parent


def page(bench: Bench) -> str:
    """The whole page as Markdown."""
    pages = Environment(
        loader=FileSystemLoader(HERE), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return pages.get_template("RESULTS.md.jinja").render(
        bench=bench, ours=ours, beside=beside, machine=machine
    )
