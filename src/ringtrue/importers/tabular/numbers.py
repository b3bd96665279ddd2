"""Which sign divides whole from parts in numbers: told by the values, or asked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringtrue.importers.tabular.times import Doubt
from ringtrue.model.sql import quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_COMMA_PART = r"^[-+]?\d+,\d+( ?%)?$|^[-+]?\d{1,3}(\.\d{3})+,\d+( ?%)?$"
_POINT_PART = r"^[-+]?\d*\.\d+([eE][-+]?\d+)?( ?%)?$|^[-+]?\d{1,3}(,\d{3})+\.\d+( ?%)?$"
_GROUPS_BY_COMMA = r"^[-+]?[1-9]\d{0,2}(,\d{3})+$"
_GROUPS_BY_POINT = r"^[-+]?[1-9]\d{0,2}(\.\d{3})+$"


def decimal_of(
    connection: "DuckDBPyConnection", relation: str, columns: Sequence[str], delimiter: str | None
) -> tuple[str | None, list[str], Doubt | None]:
    """The decimal sign if it is not the point, what was assumed, and what cannot be told.

    A number such as 1,234 has thousands or parts; only other numbers tell which. A file that is divided by
    semicolons comes from
    where the comma divides numbers.
    """
    found = [_counted(connection, relation, column) for column in columns]
    commas, points, groups_comma, groups_point = (
        (sum(counts) for counts in zip(*found, strict=True)) if found else (0,) * 4
    )
    example = f"numbers of {', '.join(columns[:3])}"
    if commas and not points:
        return ",", [f"the comma is the decimal sign: {commas:,} {example} need it"], None
    if points and not commas:
        return None, [], None
    if commas and points:
        return (
            None,
            [],
            Doubt(
                "decimal",
                f"{commas:,} numbers need the comma as decimal sign and {points:,} the point",
                '"," or "."',
            ),
        )
    if groups_comma and delimiter == ";" and not groups_point:
        return ",", ["the comma is the decimal sign, as the file is divided by semicolons"], None
    if groups_comma or (groups_point and delimiter == ";"):
        sign = "," if groups_comma else "."
        doubt = (
            f"{groups_comma or groups_point:,} {example} such as 1{sign}234 may have thousands or decimals"
        )
        return None, [], Doubt("decimal", doubt, '"," or "."')
    return None, [], None


def _counted(connection: "DuckDBPyConnection", relation: str, column: str) -> tuple[int, int, int, int]:
    row = connection.execute(
        f"""select sum(n) filter (comma and not by_comma), sum(n) filter (point and not by_point),
            sum(n) filter (by_comma), sum(n) filter (by_point)
        from (
            select n, regexp_matches(v, '{_COMMA_PART}') as comma, regexp_matches(v, '{_POINT_PART}') as point,
                regexp_matches(v, '{_GROUPS_BY_COMMA}') as by_comma, regexp_matches(v, '{_GROUPS_BY_POINT}')
                as by_point
            from (select trim({quoted(column)}) as v, count(*) as n from {relation} group by 1)
        )"""
    ).fetchone() or (0, 0, 0, 0)
    comma, point, by_comma, by_point = (int(count or 0) for count in row)
    return comma, point, by_comma, by_point
