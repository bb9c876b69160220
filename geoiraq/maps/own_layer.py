"""A user's own geodata on the map, in one call: districts, roads, camps, whatever geopandas holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any

import folium
from folium.map import Layer
from folium.template import Template

from geoiraq.errors import InputError
from geoiraq.maps import cells
from geoiraq.maps.block import as_json

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

CRS = "EPSG:4326"
COLOUR = "#5b3a8e"
#: Points are kept to this many places of a degree: about a metre.
PLACES = 5
#: So many columns and letters of a cell are shown of a feature.
MOST_COLUMNS, MOST_LETTERS = 12, 500
_OPENING = re.compile(r"\{(?=[{%#])")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class OwnLayer(Layer):
    """Features of a user's own, as `add_layer` makes them; their text is set as text.

    Parameters
    ----------
    features
        GeoJSON, as `as_json` writes it.
    name
        Plain text.
    colour
        As #rrggbb.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = geoiraq.ownLayer({{ this.features }}, {{ this.look }});
        {% endmacro %}
        """
    )

    def __init__(self, features: str, name: str, colour: str) -> None:
        # Leaflet's layer control reads names as markup, folium all it puts into a page as a template.
        super().__init__(name=escape(name).replace("{", "&#123;"), overlay=True)
        self._name = "OwnLayer"
        self.features = features
        self.look = _no_template(as_json({"colour": colour, "name": name}))


def add_layer(
    drawn: folium.Map,
    table: GeoDataFrame,
    *,
    name: str,
    colour: str = COLOUR,
    columns: Iterable[str] | None = None,
) -> OwnLayer:
    """Add other geodata to a map of incidents: safe, offline, with a switch to show and hide it.

    Parameters
    ----------
    drawn
        What `incident_map` gave.
    table
        Points, lines or areas in any CRS; those without one are taken as longitude and latitude.
    name
        What the switch calls it, plain text.
    colour
        As #rrggbb.
    columns
        What a click on a feature lists; the first dozen, unless they are chosen.

    Returns
    -------
    OwnLayer
        The layer, already on the map.

    Raises
    ------
    InputError
        Where the map, a column or the colour is none.

    Examples
    --------
    >>> drawn = incident_map(incidents)  # doctest: +SKIP
    >>> add_layer(drawn, geopandas.read_file("camps.gpkg"), name="Camps")  # doctest: +SKIP
    """
    from geoiraq.maps.folium_map import IncidentMap

    if not isinstance(drawn, IncidentMap):
        raise InputError(f"a layer is added to what incident_map gives, not to a {type(drawn).__name__}")
    if not _COLOUR.fullmatch(colour):
        raise InputError(f"{colour!r} is no colour of the form #5b3a8e")
    layer = OwnLayer(_no_template(as_json(_features(table, columns))), name, colour)
    layer.add_to(drawn)
    _switch_last(drawn)
    return layer


def _no_template(written: str) -> str:
    """Write JSON so that nothing in it opens a template: such braces stand only within its texts."""
    return _OPENING.sub(r"\\u007b", written)


def _switch_last(drawn: folium.Map) -> None:
    """Let the map have one switch for its layers, after all of them, as folium needs it."""
    for key, child in list(drawn._children.items()):
        if isinstance(child, folium.LayerControl):
            drawn._children.move_to_end(key)
            return
    folium.LayerControl(position="topright").add_to(drawn)


def _features(table: GeoDataFrame, columns: Iterable[str] | None) -> dict[str, Any]:
    import shapely
    from geopandas import GeoDataFrame

    if not isinstance(table, GeoDataFrame) or table.active_geometry_name is None:
        raise InputError(
            f"a layer is made from a GeoDataFrame with a geometry, not from a {type(table).__name__}"
        )
    held = [str(column) for column in table.columns if column != table.active_geometry_name]
    wanted = held[:MOST_COLUMNS] if columns is None else list(columns)
    for column in wanted:
        if column not in held:
            raise InputError(f"the layer has no column {column!r}")
    on_the_globe = table.geometry if table.crs is None else table.geometry.to_crs(CRS)
    shapes = shapely.transform(on_the_globe.to_numpy(), lambda points: points.round(PLACES))
    written = shapely.to_geojson(shapes)
    values = (
        zip(*(map(_shown, table[column]) for column in wanted), strict=True) if wanted else [()] * len(table)
    )
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "geometry": geometry, "properties": dict(zip(wanted, row, strict=True))}
            for geometry, row in zip(map(_parsed, written), values, strict=True)
            if geometry is not None
        ],
    }


def _parsed(geometry: str | None) -> Any:
    read = json.loads(geometry) if geometry else None
    return read if read and (read.get("coordinates") or read.get("geometries")) else None


def _shown(cell: Any) -> str:
    written = (
        str(cell) if isinstance(cell, list | tuple | dict) or hasattr(cell, "tolist") else cells.text(cell)
    )
    return written if len(written) <= MOST_LETTERS else written[:MOST_LETTERS] + "…"
