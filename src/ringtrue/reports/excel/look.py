"""How the workbooks look: colours, lines and formats, the same in all of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]

INK = "#1F2A37"
HEADING = "#1F3A4D"
REQUIRED = "#8A4B08"
LOCKED = "#EEF1F4"
LINE = "#D5DBE1"
NOTE = "#F6F8FA"
LINK = "#0B5CAD"

COLOURS = {"against": "#FBE3DC", "for": "#E2F0E4", "open": "#F3EFE0", "": "#FFFFFF"}
"""Behind a cell that stands against the claim, for it, or open."""

DAY = "yyyy-mm-dd"
MOMENT = "yyyy-mm-dd hh:mm"

_BASE: Mapping[str, Any] = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top"}
_HEADING: Mapping[str, Any] = {"bold": True, "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"}


class Look:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def format(self, **properties: Any) -> "Format":
        """The format with these properties upon the common ones."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format({**_BASE, **properties})
        return self._made[key]

    def heading(self, required: bool = False) -> "Format":
        """Of a heading: white on dark, brown where the column must be filled in."""
        colour = REQUIRED if required else HEADING
        return self.format(**_HEADING, bg_color=colour, border=1, border_color=LINE)

    def note(self, bold: bool = False) -> "Format":
        """Of what stands above a table."""
        return self.format(text_wrap=True, bold=bold, font_size=12 if bold else 10)

    def help(self) -> "Format":
        """Of the line that explains a column."""
        return self.format(
            text_wrap=True, italic=True, font_size=9, bg_color=NOTE, border=1, border_color=LINE
        )

    def link(self) -> "Format":
        """Of a link to another sheet."""
        return self.format(font_color=LINK, underline=1, border=1, border_color=LINE)
