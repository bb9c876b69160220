"""The page as a `folium.Map`: shown in a notebook's cell, and open to what users add with folium."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

import folium
from branca.element import CssLink, Element, Figure, JavascriptLink
from folium.template import Template

from geoiraq.errors import InputWarning
from geoiraq.maps.draw import incident_page
from geoiraq.maps.own_layer import OwnLayer
from geoiraq.maps.page import NAME, Added, Page, encoded, save

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

_CELL = """<div style="position:relative;height:640px">
<span style="color:#777">The map shows once this notebook is trusted.</span>
<iframe srcdoc="{page}" title="Map of incidents" allowfullscreen
 style="position:absolute;inset:0;width:100%;height:100%;border:1px solid #ddd;border-radius:6px"></iframe>
</div>"""
_RANDOM_ID = re.compile(r"[0-9a-f]{32}")


def incident_map(
    incidents: GeoDataFrame,
    bases: bool | GeoDataFrame = True,
    *,
    title: str = "",
    subtitle: str = "",
    bases_on: date | None = None,
    language: str = "en",
    tiles: str = "",
    tiles_by: str = "",
) -> IncidentMap:
    """Draw incidents as one self-contained page.

    Parameters
    ----------
    incidents
        The incident table. Only geometry, layer and date_start are needed; what else there is of the table's
        columns is used. Incidents without a point are listed beside the map, not pinned.
    bases
        True for the gazetteer's bases, False for none, or a table of your own (geometry, name).
    title, subtitle
        Stand above the map, as plain text.
    bases_on
        Only the gazetteer's bases that a force used on that day.
    language
        In which the page opens: en or ar. Its reader can switch.
    tiles
        Only where they are wanted: a provider of raster tiles that xyzservices knows ("OpenTopoMap",
        "Esri.WorldImagery"), or an https address with {z}, {x} and {y}. The page then asks that one host for
        them, tells it the site on which it stands, and stays as it is where the host cannot be reached.
    tiles_by
        Whom the tiles are owed to, as plain text; a provider says it by itself.

    Returns
    -------
    IncidentMap
        A `folium.Map` to which folium's layers can be added, and whose `save` writes a file that asks nothing
        of any host, but for tiles.

    Raises
    ------
    InputError
        Where a needed column is missing, naming it, where the page does not speak the language, and where there
        are no such tiles.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from shapely import Point
    >>> rows = {"layer": ["attack"], "date_start": ["2020-03-11"]}
    >>> table = gpd.GeoDataFrame(rows, geometry=[Point(44.26, 33.52)], crs="EPSG:4326")
    >>> incident_map(table).save("map.html")  # doctest: +SKIP
    """
    return IncidentMap(
        incident_page(
            incidents,
            bases,
            title=title,
            subtitle=subtitle,
            bases_on=bases_on,
            language=language,
            tiles=tiles,
            tiles_by=tiles_by,
        )
    )


class IncidentMap(folium.Map):
    """A `folium.Map` of incidents; made by `incident_map`.

    It shows offline, in a file and in a notebook's cell. Folium's layers can be added to it; where one needs
    a library from the network, that library is left out, with a warning.

    Parameters
    ----------
    page
        The page that it is shown as.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 -- folium's own attributes, emptied: all is within the page
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    # The page opens the map by itself; what is left is folium's way to keep layers in front.
    _template = Template(
        """
        {%- macro script(this, kwargs) %}
            {%- if this.objects_to_stay_in_front %}
            $(document).ready(function () {
                {%- for layer in this.objects_to_stay_in_front %}
                {{ layer.get_name() }}.bringToFront();
                {%- endfor %}
            });
            {%- endif %}
        {%- endmacro %}
        """
    )

    def __init__(self, page: Page) -> None:
        super().__init__(tiles=None)
        self.page = page
        _Document(page).add_child(self)

    def get_name(self) -> str:
        """Give the script variable that holds the leaflet map."""
        return NAME

    def save(self, outfile: Any, close_file: bool = True, **kwargs: Any) -> None:
        """Write the page to a file: beside it first, so that a file is there whole or as it was.

        Parameters
        ----------
        outfile
            A path, or a binary file that is open.
        close_file
            Whether to close an open file.
        **kwargs
            Handed to folium.

        Raises
        ------
        OutputError
            Where it cannot be written.
        """
        document = self.get_root().render(**kwargs)
        if isinstance(outfile, str | bytes | os.PathLike):
            save(document, os.fsdecode(outfile))
            return
        outfile.write(encoded(document))
        if close_file:
            outfile.close()

    def _repr_html_(self, **kwargs: Any) -> str:
        return _CELL.format(page=escape(self.get_root().render(**kwargs)))


class _Document(Figure):
    """What folium hangs a map on: it gathers what the layers bring, and has the page written with it."""

    def __init__(self, page: Page) -> None:
        super().__init__(title=page.title)
        self.page = page
        self.header._children.clear()  # what the page's head says already

    def render(self, **kwargs: Any) -> str:
        """Write the document; what folium adds while rendering is taken away again, so it can be repeated."""
        held = [(element, dict(element._children)) for element in _elements(self)]
        is_markup = self._is_markup()
        for child in list(self._children.values()):
            child.render(**kwargs)
        left_out = self._take_links()
        head, body, script = (part.render(**kwargs) for part in (self.header, self.html, self.script))
        ids = {element._id for element in _elements(self)}
        for element, children in held:
            element._children.clear()
            element._children.update(children)
        if left_out:
            warnings.warn(
                f"left out of the page, which asks nothing of any host: {', '.join(left_out)}",
                InputWarning,
                stacklevel=2,
            )
        if script.strip():
            body += f"<script>{script}</script>\n"
        head, body = _steady(ids, head, body)
        return self.page.written(Added(head, body, is_markup))

    def _is_markup(self) -> bool:
        """Tell whether users added more than our own layers and the switch for them."""
        ours = IncidentMap | OwnLayer | folium.LayerControl
        added = [*self._children.values()]
        added += [child for each in added for child in each._children.values()]
        parts = (self.header, self.html, self.script)
        return any(part._children for part in parts) or not all(isinstance(each, ours) for each in added)

    def _take_links(self) -> list[str]:
        links = {n: c for n, c in self.header._children.items() if isinstance(c, JavascriptLink | CssLink)}
        for name in links:
            del self.header._children[name]
        return [link.url for link in links.values()]


def _steady(random: set[str], *texts: str) -> list[str]:
    """Give folium's random ids numbers in the order in which they appear."""
    numbers: dict[str, str] = {}

    def number(found: re.Match[str]) -> str:
        written = found.group()
        return numbers.setdefault(written, f"{len(numbers):x}") if written in random else written

    return [_RANDOM_ID.sub(number, text) for text in texts]


def _elements(root: Element) -> Iterator[Element]:
    """Walk over everything that hangs on an element: folium also keeps children in plain attributes."""
    seen: set[int] = set()
    waiting: list[Any] = [root]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            waiting += found.values()
        elif isinstance(found, list | tuple):
            waiting += [item for item in found if isinstance(item, Element)]
        elif isinstance(found, Element) and id(found) not in seen:
            seen.add(id(found))
            yield found
            waiting += [value for name, value in vars(found).items() if name != "_parent" and name != "data"]
