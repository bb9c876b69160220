"""The fields that a person may change, as cells of a review table and as values of an incident."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from shapely.geometry import Point

from geoiraq.documents.published import Order, read_day
from geoiraq.incidents.codes import acled_geo_precision, where_precision
from geoiraq.incidents.incident import LAYERS, Incident
from geoiraq.places.areas import circle
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.resolve import resolve
from geoiraq.reports.when.calendar import precision_of

#: Empties a field in a table that has no column `as_read` to compare with.
EMPTY = "-"
#: How far the truth may lie from a point that a person set, km.
SET_BY_HAND_KM = 1.0
_WHOLE = re.compile(r"(\d{1,7})(?:[.,]0+)?")
_DEGREES = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?")
_FARTHEST = {"latitude": 90.0, "longitude": 180.0}


def _layer(name: str, cell: str, _: Order | None) -> str:
    if cell.lower() not in LAYERS:
        raise ValueError(f"{name} is {cell[:40]!r}, not one of {', '.join(LAYERS)}")
    return cell.lower()


def _text(_: str, cell: str, __: Order | None) -> str:
    return cell


def _number(name: str, cell: str, _: Order | None) -> int | None:
    whole = _WHOLE.fullmatch(cell)
    if cell and whole is None:
        raise ValueError(f"{name} is {cell[:40]!r}, no whole number")
    return int(whole[1]) if whole else None


def _day(name: str, cell: str, order: Order | None) -> date | None:
    try:
        return read_day(cell, order) if cell else None
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error


def _degrees(name: str, cell: str, _: Order | None) -> float | None:
    if not cell:
        return None
    number = float(cell.replace(",", ".")) if _DEGREES.fullmatch(cell) else 999.0
    if abs(number) > _FARTHEST[name]:
        raise ValueError(f"{name} is {cell[:40]!r}, no degrees")
    return round(number, 5)


Parse = Callable[[str, str, Order | None], Any]

#: How each field that may be changed is read.
FIELDS: Mapping[str, Parse] = MappingProxyType(
    {
        "layer": _layer,
        **dict.fromkeys(("event_type", "sub_event_type"), _text),
        **dict.fromkeys(("date_start", "date_end"), _day),
        **dict.fromkeys(("place", "governorate"), _text),
        **dict.fromkeys(("latitude", "longitude"), _degrees),
        **dict.fromkeys(("actor", "target", "attribution"), _text),
        **dict.fromkeys(("fatalities_low", "fatalities_best", "fatalities_high", "injured"), _number),
    }
)
_TOLL = ("fatalities_low", "fatalities_best", "fatalities_high")
PLACE = ("place", "governorate", "latitude", "longitude")
#: What a review table remembers of a place besides, so that an accepted one need not be looked up again.
REMEMBERED = ("toponym", "place_id", "district", "basis", "radius_km")


def cell_of(incident: Incident, name: str) -> Any:
    """Give what stands in a review table's column for an incident."""
    if name == "place":
        return incident.place_name
    if name in _FARTHEST:
        point = incident.geometry
        return None if point is None else round(point.y if name == "latitude" else point.x, 5)
    value = getattr(incident, name)
    return value.isoformat() if isinstance(value, date) else value


def changed(incident: Incident, values: Mapping[str, Any], gazetteer: Gazetteer | None) -> dict[str, Any]:
    """Turn fields that a person changed into those of an incident.

    Parameters
    ----------
    incident
        As it would be without them.
    values
        By the names of `FIELDS`, as they read them.
    gazetteer
        Where a place is looked up.

    Returns
    -------
    dict
        By the names of `Incident`'s fields.

    Raises
    ------
    ValueError
        Where they do not go together, or the place is not known.
    """
    changes = {n: value for n, value in values.items() if n not in PLACE and value != getattr(incident, n)}
    if "date_start" in changes or "date_end" in changes:
        changes |= _days(incident, changes)
    if not changes.keys().isdisjoint(_TOLL):
        changes |= _toll(incident, changes)
    if values.get("place") == "" and values.get("latitude") is None:
        changes |= _nowhere()
    elif values.get("place"):
        changes |= _place(values["place"], values.get("governorate"), gazetteer)
    elif "governorate" in values:
        changes["governorate"] = values["governorate"]
    if values.get("latitude") is not None or values.get("longitude") is not None:
        changes |= _point(incident, values)
    return changes


def _days(incident: Incident, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Bring the dates into line: of an incident of one day, a new first day is the last one too."""
    start, end = changes.get("date_start", incident.date_start), changes.get("date_end", incident.date_end)
    if "date_end" not in changes and incident.date_start == incident.date_end:
        end = start
    if start and end and end < start:
        raise ValueError("date_end is before date_start")
    precision = precision_of(start, end) if start or end else None
    return {"date_start": start, "date_end": end, "date_precision": precision}


def _toll(incident: Incident, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Bring the toll into line: what it was read to be between is no spread of another number of killed."""
    low, best, high = (changes.get(name, getattr(incident, name)) for name in _TOLL)
    if "fatalities_best" in changes:
        flat = incident.fatalities_low == incident.fatalities_best == incident.fatalities_high
        if "fatalities_low" not in changes:
            low = best if flat or best is None or low is None else min(low, best)
        if "fatalities_high" not in changes:
            high = best if flat or best is None or high is None else max(high, best)
    told = [number for number in (low, best, high) if number is not None]
    if told != sorted(told):
        raise ValueError("the fatalities are not in order: low, best, high")
    return dict(zip(_TOLL, (low, best, high), strict=True))


def restored(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Give the place of an incident as a review table remembers it."""
    latitude, longitude, radius = (facts.get(name) or None for name in ("latitude", "longitude", "radius_km"))
    point = None if latitude is None or longitude is None else Point(longitude, latitude)
    return {
        **{name: str(facts.get(name) or "") for name in REMEMBERED if name not in ("basis", "radius_km")},
        "place_name": str(facts.get("place") or ""),
        "governorate": str(facts.get("governorate") or ""),
        "basis": facts.get("basis") or "unknown",
        "radius_km": radius,
        "where_precision": where_precision(facts.get("basis") or "unknown", radius),
        "acled_geo_precision": acled_geo_precision(facts.get("basis") or "unknown", radius),
        "geometry": point,
        "footprint": circle(point.y, point.x, radius) if point is not None and radius is not None else None,
    }


def _place(name: str, within: str | None, gazetteer: Gazetteer | None) -> dict[str, Any]:
    answer = resolve(name, within=within or None, gazetteer=gazetteer)
    if answer.latitude is None or answer.longitude is None:
        raise ValueError(f"place {name[:60]!r} is {answer.status}: {answer.reason}")
    basis: Any = answer.basis
    return {
        "toponym": name,
        "place_id": answer.place_id or "",
        "place_name": answer.name or "",
        "governorate": answer.governorate or "",
        "district": answer.district or "",
        "basis": basis,
        "radius_km": answer.radius_km,
        "where_precision": where_precision(basis, answer.radius_km),
        "acled_geo_precision": acled_geo_precision(basis, answer.radius_km),
        "geometry": None if basis == "country" else Point(answer.longitude, answer.latitude),
        "footprint": None if basis == "country" else answer.footprint,
    }


def _nowhere() -> dict[str, Any]:
    texts = dict.fromkeys(("toponym", "place_id", "place_name", "governorate", "district"), "")
    rest = dict.fromkeys(("radius_km", "where_precision", "acled_geo_precision", "geometry", "footprint"))
    return {**texts, **rest, "basis": "unknown"}


def _point(incident: Incident, values: Mapping[str, Any]) -> dict[str, Any]:
    """Take a point that a person set for what it is: the place itself."""
    latitude, longitude = values.get("latitude"), values.get("longitude")
    if incident.geometry is not None:
        latitude = incident.geometry.y if latitude is None else latitude
        longitude = incident.geometry.x if longitude is None else longitude
    if latitude is None or longitude is None:
        raise ValueError("has a latitude without a longitude, or a longitude without a latitude")
    return {
        "basis": "site",
        "radius_km": SET_BY_HAND_KM,
        "where_precision": where_precision("site", SET_BY_HAND_KM),
        "acled_geo_precision": acled_geo_precision("site", SET_BY_HAND_KM),
        "geometry": Point(longitude, latitude),
        "footprint": None,
    }
