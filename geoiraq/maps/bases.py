"""The bases, for the page: context, each with who used it and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from geoiraq.errors import InputError
from geoiraq.maps import cells
from geoiraq.maps.incidents import POINT_SCALE, points

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def bases_data(table: GeoDataFrame) -> list[dict[str, Any]]:
    """Lay bases out for the page.

    Parameters
    ----------
    table
        Geometry and name; where they are there also arabic, governorate, radius_km, checked and presence (a list of
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
    x, y = points(table)
    return [
        {
            "name": cells.text(row["name"]),
            "arabic": cells.text(row.get("arabic")),
            "governorate": cells.text(row.get("governorate")),
            "point": [int(y.values[i]) / POINT_SCALE, int(x.values[i]) / POINT_SCALE],
            "radius": cells.number(row.get("radius_km")),
            "checked": None if cells.is_missing(row.get("checked")) else bool(row["checked"]),
            "presence": _presence(row.get("presence")),
        }
        for i, row in enumerate(rows)
        if x.said[i]
    ]


def _presence(value: Any) -> list[dict[str, str]]:
    spans = value if isinstance(value, list | tuple) else []
    fields = ("force", "from", "until", "handed_over", "note")
    return [
        {name: cells.text(span.get(name)) for name in fields} for span in spans if isinstance(span, Mapping)
    ]
