"""Reads the tables of a folder laid out as gazetteer/README.md says."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from sys import intern
from typing import Any

from geoiraq.errors import GazetteerError
from geoiraq.places.kinds import KINDS
from geoiraq.places.place import FormerName, Place, Presence

#: Outlines and footprints, the finer ones last.
SHAPES = ("outlines/governorates.geojson", "footprints.geojson")


def read_places(folder: Traversable) -> dict[str, Place]:
    """Read every table of places, joined by who was there when and by former names.

    Parameters
    ----------
    folder
        The folder with `places/`, `presence.csv` and `former_names.csv`.

    Returns
    -------
    dict of Place
        By id, in the order of the tables.

    Raises
    ------
    GazetteerError
        Naming the file, the row and the reason.
    """
    presence = _grouped(folder / "presence.csv", _presence)
    former = _grouped(folder / "former_names.csv", _former_name)
    places: dict[str, Place] = {}
    for file in tables(folder):
        for number, row in _rows(file):
            place = _place(row, f"{file.name}, row {number}", presence, former)
            if place.place_id in places:
                raise GazetteerError(f"{file.name}, row {number}: place_id {place.place_id} is used twice")
            places[place.place_id] = place
    return places


def tables(folder: Traversable) -> list[Traversable]:
    """List the tables of places in a folder laid out as gazetteer/README.md says, in the order of their names."""
    themes = folder / "places"
    folders = [themes, *(inner for inner in themes.iterdir() if inner.is_dir())]
    return sorted(
        (file for each in folders for file in each.iterdir() if file.name.endswith(".csv")), key=str
    )


def _rows(file: Traversable) -> Iterator[tuple[int, dict[str, str]]]:
    import csv  # not at the top: a gazetteer made ready is read without

    if file.is_file():
        lines = file.read_text(encoding="utf-8").splitlines()
        yield from enumerate(csv.DictReader(lines), start=1)


def _place(
    row: dict[str, str], where: str, presence: dict[str, list[Presence]], former: dict[str, list[FormerName]]
) -> Place:
    try:
        if row["kind"] not in KINDS:
            raise GazetteerError(f"{where}: unknown kind {row['kind']!r}")
        place_id, name = row["place_id"], row["name"]
        listed = [name, *_split(row["names_en"]), *_split(row["names_ar"])]
        listed += [*_split(row["names_ku"]), *_split(row["names_kmr"])]
        return Place(
            place_id=place_id,
            name=name,
            kind=intern(row["kind"]),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            radius_km=float(row["radius_km"]),
            country=intern(row["country"]),
            governorate=intern(row["governorate"]),
            district=intern(row["district"]),
            also_in=tuple(_split(row["also_in"])),
            prominence=int(row["prominence"]),
            names=tuple(dict.fromkeys(listed)),
            source=intern(row["source"]),
            licence=intern(row["licence"]),
            checked=row["checked"] == "yes",
            checked_against=intern(row["checked_against"]),
            note=intern(row["note"]),
            presence=tuple(presence.get(place_id, ())),
            former_names=tuple(former.get(place_id, ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, GazetteerError):
            raise
        raise GazetteerError(f"{where}: {error}") from error


def _presence(row: dict[str, str]) -> Presence:
    return Presence(row["force"], row["from"], row["until"], row["handed_over"], row["note"], row["source"])


def _former_name(row: dict[str, str]) -> FormerName:
    return FormerName(row["name"], row["from"], row["until"])


def _grouped(file: Traversable, read: Any) -> dict[str, list[Any]]:
    table: dict[str, list[Any]] = {}
    for _, row in _rows(file):
        table.setdefault(row["place_id"], []).append(read(row))
    return table


def read_shapes(folder: Traversable) -> dict[str, Any]:
    """Read outlines and footprints: GeoJSON geometries by place id."""
    import json

    shapes: dict[str, Any] = {}
    for name in SHAPES:
        file = folder / name
        if file.is_file():
            for feature in json.loads(file.read_text(encoding="utf-8"))["features"]:
                shapes[feature["properties"]["place_id"]] = feature["geometry"]
    return shapes


def _split(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip()]
