"""The bases, for the page: context, each with who used it and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from geoiraq.errors import InputError
from geoiraq.maps import cells
from geoiraq.maps.incidents import points

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def bases_data(table: GeoDataFrame) -> list[dict[str, Any]]:
    """Lay bases out for the page.

    Parameters
    ----------
    table
        Geometry and name; where they are there also governorate, radius_km, checked and presence (a list of
        mappings with force, from, until, handed_over, note).

    Returns
    -------
    list of dict
        One a base that has a point.

    Raises
    ------
    InputError
        Where the table has no names or no geometry.
    """
    if "name" not in table.columns:
        raise InputError("the bases have no column 'name'")
    rows = table.drop(columns=table.geometry.name).to_dict("records") if len(table) else []
    return [
        {
            "name": cells.text(row["name"]),
            "governorate": cells.text(row.get("governorate")),
            "point": point,
            "radius": cells.number(row.get("radius_km")),
            "checked": None if cells.is_missing(row.get("checked")) else bool(row["checked"]),
            "presence": _presence(row.get("presence")),
        }
        for row, point in zip(rows, points(table), strict=True)
        if point is not None
    ]


def _presence(value: Any) -> list[dict[str, str]]:
    spans = value if isinstance(value, list | tuple) else []
    fields = ("force", "from", "until", "handed_over", "note")
    return [
        {name: cells.text(span.get(name)) for name in fields} for span in spans if isinstance(span, Mapping)
    ]
