"""The gazetteer as a file: Linked Places Format, GeoParquet, or CSV in the columns of its own tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from geoiraq.atomic import write_beside
from geoiraq.errors import OutputError
from geoiraq.formulas import guarded
from geoiraq.places.gazetteer import Gazetteer, data_folder
from geoiraq.places.home import home
from geoiraq.places.own import PLACES, kept
from geoiraq.places.place import FormerName, Place, Presence
from geoiraq.places.sources.kinds import codes
from geoiraq.places.sources.linked_places import URN
from geoiraq.places.sources.row import COLUMNS, NAME_COLUMNS, name_column
from geoiraq.places.tables import tables

#: Which terms mean what, as the format's authors publish it; nothing is asked of it when a file is written or read.
CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
)
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {"names_en": "en", "names_ar": "ar", "names_ku": "ckb", "names_kmr": "kmr"}
)
#: Where other gazetteers have a page for their ids.
_PAGES: Mapping[str, str] = MappingProxyType({"geonames-": "https://www.geonames.org/"})


def write_gazetteer(gazetteer: Gazetteer, path: str | Path) -> None:
    """Write a gazetteer to a file of the format that its ending names.

    Parameters
    ----------
    gazetteer
        The places.
    path
        Ends in `.json`, `.jsonld` or `.geojson` (Linked Places Format), `.parquet` (GeoParquet) or `.csv`.

    Raises
    ------
    OutputError
        Where the ending is none of these, or the file cannot be written; nothing is left half done.

    Examples
    --------
    >>> import geoiraq
    >>> write_gazetteer(geoiraq.gazetteer(), "places.lpf.json")  # doctest: +SKIP
    """
    place = Path(path)
    write = WRITERS.get(place.suffix.lower())
    if write is None:
        raise OutputError(f"{path}: cannot be written: ends in none of {', '.join(WRITERS)}")
    with write_beside(place) as beside:
        write(gazetteer, beside)


def _linked_places(book: Gazetteer, path: Path) -> None:
    """Write Linked Places Format 1.2, one feature a line."""
    columns, links = _columns(), _geonames_ids()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"type": "FeatureCollection", "@context": "{CONTEXT}", "features": [')
        between = "\n"
        for place in book.places.values():
            feature = linked_place(place, book.shapes_geojson.get(place.place_id), columns, links)
            file.write(between + json.dumps(feature, ensure_ascii=False))
            between = ",\n"
        file.write("\n]}\n")


def linked_place(
    place: Place,
    shape: Mapping[str, Any] | None,
    columns: Mapping[tuple[str, str], tuple[str, ...]],
    geonames_ids: Mapping[str, str],
) -> dict[str, Any]:
    """Lay a place out as a feature of Linked Places Format.

    Parameters
    ----------
    place
        The place.
    shape
        Its outline, a GeoJSON geometry.
    columns
        The columns that a table has a name in, by the place's id and the name: they tell its language.
    geonames_ids
        GeoNames' ids by ours.

    Returns
    -------
    dict
        The feature.
    """
    number, term, feature_class = codes()["aat"].get(place.kind) or codes()["aat"]["site"]
    point = {
        "type": "Point",
        "coordinates": [place.longitude, place.latitude],
        "certainty": "certain" if place.checked else "less-certain",
    }
    feature: dict[str, Any] = {
        "@id": URN + place.place_id,
        "type": "Feature",
        "properties": {
            "title": place.name,
            "ccodes": [place.country] if place.country else [],
            "fclasses": [feature_class],
            "radius_km": place.radius_km,
            "source": place.source,
            "license": place.licence,
        },
        "names": _names(place, columns),
        "types": [
            {
                "identifier": f"aat:{number}",
                "label": term,
                "sourceLabels": [{"label": place.kind.replace("_", " "), "lang": "en"}],
            }
        ],
        "geometry": {"type": "GeometryCollection", "geometries": [point, shape] if shape else [point]},
        "links": list(_links(place, geonames_ids)),
        "relations": list(_relations(place)),
        "descriptions": [{"value": text, "lang": "en"} for text in _descriptions(place)],
    }
    return {key: value for key, value in feature.items() if value != []}


def _names(place: Place, columns: Mapping[tuple[str, str], tuple[str, ...]]) -> list[dict[str, Any]]:
    def lang(name: str) -> str:
        return LANGUAGES[(columns.get((place.place_id, name)) or (name_column(name),))[0]]

    names: list[dict[str, Any]] = [{"toponym": name, "lang": lang(name)} for name in place.names]
    names += [
        {"toponym": former.name, "lang": lang(former.name)} | _when(former.start, former.end)
        for former in place.former_names
    ]
    names[0]["citations"] = [{"label": place.source, "@id": f"urn:geoiraq:source:{place.source}"}]
    return names


def _when(start: str, end: str) -> dict[str, Any]:
    """Give a span; the format wants a start, so an unknown one is said to be no later than the end."""
    if not start and not end:
        return {}
    first = {"in": start} if start else {"latest": end}
    last = {"in": end} if end else {"earliest": start}
    return {"when": {"timespans": [{"start": first, "end": last}]}}


def _links(place: Place, geonames_ids: Mapping[str, str]) -> Iterator[dict[str, str]]:
    if number := geonames_ids.get(place.place_id):
        yield {"type": "exactMatch", "identifier": f"https://www.geonames.org/{number}"}
    for prefix, page in _PAGES.items():
        number = place.place_id.removeprefix(prefix)
        if number != place.place_id and number.isdecimal():
            yield {"type": "exactMatch", "identifier": page + number}


def _relations(place: Place) -> Iterator[dict[str, str]]:
    within = place.district if place.district and place.district != place.place_id else place.governorate
    if within and within != place.place_id and place.country == "IQ":
        yield {"relationType": "gvp:broaderPartitive", "relationTo": URN + within, "label": f"in {within}"}


def _descriptions(place: Place) -> Iterator[str]:
    if place.note:
        yield place.note
    for presence in place.presence:
        yield _used(presence)


def _used(presence: Presence) -> str:
    since = f" from {presence.start}" if presence.start else ""
    until = f" until {presence.end}" if presence.end else ""
    handed = f", handed over {presence.handed_over}" if presence.handed_over else ""
    note = f" ({presence.note})" if presence.note else ""
    return f"Used by {presence.force}{since}{until}{handed}{note}."


def _geoparquet(book: Gazetteer, path: Path) -> None:
    import pyarrow as pa

    try:
        book.to_geodataframe().to_parquet(path)
    except pa.ArrowException as error:
        raise OSError(str(error)) from error


def _csv(book: Gazetteer, path: Path) -> None:
    """Write the columns of gazetteer/README.md, and former names; no cell starts a formula."""
    columns = _columns()
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow((*COLUMNS, "former_names"))
        for place in book.places.values():
            cells = _cells(place, columns)
            writer.writerow(guarded(cell) if isinstance(cell, str) else cell for cell in cells)


def _cells(place: Place, columns: Mapping[tuple[str, str], tuple[str, ...]]) -> list[str | float]:
    names: dict[str, list[str]] = {column: [] for column in NAME_COLUMNS}
    for name in place.names:
        for column in columns.get((place.place_id, name)) or (name_column(name),):
            if name != place.name:
                names[column].append(name)
    return [
        *(place.place_id, place.name, place.kind, place.latitude, place.longitude, place.radius_km),
        *(place.country, place.governorate, place.district, ";".join(place.also_in), place.prominence),
        *(";".join(names[column]) for column in NAME_COLUMNS),
        *(place.source, place.licence, "yes" if place.checked else "no", place.checked_against, place.note),
        ";".join(map(_former, place.former_names)),
    ]


def _former(name: FormerName) -> str:
    return f"{name.name}|{name.start}|{name.end}"


def _columns() -> dict[tuple[str, str], tuple[str, ...]]:
    """Say in which columns each name stands in the tables, since a place itself does not tell its names' languages."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    written = tables(data_folder())
    written += [home() / "places" / added.name / PLACES for added in kept()]
    for table in written:
        for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
            for column in NAME_COLUMNS:
                for name in filter(None, map(str.strip, row[column].split(";"))):
                    named = row.get("joined_to") or row["place_id"], name
                    found[named] = tuple(dict.fromkeys((*found.get(named, ()), column)))
    return found


@cache
def _geonames_ids() -> Mapping[str, str]:
    file = data_folder() / "build" / "geonames_ids.csv"
    if not file.is_file():
        return {}
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["place_id"]: row["geonameid"] for row in rows}


WRITERS: Mapping[str, Callable[[Gazetteer, Path], None]] = MappingProxyType(
    {
        ".json": _linked_places,
        ".jsonld": _linked_places,
        ".geojson": _linked_places,
        ".parquet": _geoparquet,
        ".csv": _csv,
    }
)
