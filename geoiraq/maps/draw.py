"""The verb: incidents in, a page out."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from geoiraq import __version__
from geoiraq.errors import InputError
from geoiraq.maps.basemap import arabic, basemap, edition
from geoiraq.maps.bases import bases_data
from geoiraq.maps.block import SCALE, as_json, sealed
from geoiraq.maps.described import described_data
from geoiraq.maps.destinations import destinations_data
from geoiraq.maps.incidents import incidents_data
from geoiraq.maps.page import Page, built
from geoiraq.maps.tiles import find_tiles
from geoiraq.places.gazetteer import Gazetteer, data_folder, gazetteer

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

LANGUAGES = ("en", "ar")


def incident_page(
    incidents: GeoDataFrame,
    bases: bool | GeoDataFrame = True,
    *,
    title: str = "",
    subtitle: str = "",
    bases_on: date | None = None,
    language: str = "en",
    tiles: str = "",
    tiles_by: str = "",
) -> Page:
    """Draw incidents as one self-contained page.

    Parameters
    ----------
    incidents, bases, title, subtitle, bases_on, language, tiles, tiles_by
        As `incident_map` takes them.

    Returns
    -------
    Page
        What `incident_map` shows, as the command line writes it: without folium.

    Raises
    ------
    InputError
        As `incident_map`.
    """
    if language not in LANGUAGES:
        raise InputError(f"the page speaks {' and '.join(LANGUAGES)}, not {language!r}")
    beneath = find_tiles(tiles, tiles_by) if tiles else None
    data = data_folder()
    places = gazetteer()
    about = {
        "title": title,
        "subtitle": subtitle,
        "language": language,
        "version": __version__,
        "gazetteer": edition(data),
        "sources": _sources(),
        "tiles": {"url": beneath.url, "by": beneath.by} if beneath else None,
    }
    laid_out = incidents_data(incidents)
    block = {
        "scale": SCALE,
        **laid_out,
        "arabic": _arabic_names(laid_out, places),
        "districts": _districts(laid_out, places),
        "described": described_data(laid_out, places),
        "destinations": destinations_data(_texts(laid_out, "destination"), places),
        "bases": bases_data(_bases(bases, bases_on)),
        "basemap": basemap(data, places),
    }
    # A map without a title of its own has one in each language; the page says it in the one that it speaks.
    own = title or json.loads(built(f"{language}.json"))["title"]
    return Page(as_json(about), sealed(block), own, language, beneath)


def _texts(laid_out: dict[str, Any], name: str) -> Sequence[str]:
    """Give the distinct words of a column; none where the table does not have it."""
    column = laid_out["incidents"]["words"].get(name)
    return () if column is None else column["words"].texts


def _arabic_names(laid_out: dict[str, Any], places: Gazetteer) -> dict[str, str]:
    """Give the Arabic names of the incidents' places, by the places' ids."""
    named = {place_id: arabic(places, place_id) for place_id in _texts(laid_out, "placeId")}
    return {place_id: name for place_id, name in named.items() if name}


def _districts(laid_out: dict[str, Any], places: Gazetteer) -> list[dict[str, str]]:
    """Name the districts of the incidents in Arabic too: the table has them as words, with no id."""
    wanted = set(_texts(laid_out, "district")) - {""}
    known = {
        place.name.removesuffix(" District"): arabic(places, place.place_id)
        for place in places.places.values()
        if wanted and place.kind == "district"
    }
    return [{"name": name, "arabic": known[name]} for name in sorted(wanted & set(known))]


def _bases(bases: bool | GeoDataFrame, on: date | None) -> GeoDataFrame:
    from geopandas import GeoDataFrame

    if isinstance(bases, GeoDataFrame):
        if on is not None:
            raise InputError("bases_on chooses among the gazetteer's bases; your own table is drawn as it is")
        return bases
    if bases:
        places = gazetteer()
        table = places.bases(on)
        return table.assign(
            governorate=table["governorate"].map(places.name_of),
            arabic=table["place_id"].map(lambda place_id: arabic(places, place_id)),
        )
    return GeoDataFrame({"name": []}, geometry=[], crs="EPSG:4326")


def _sources() -> list[dict[str, Any]]:
    text = (files("geoiraq.maps") / "sources.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["source"])
