"""Places that are told by others ("12 km south of Kirkuk"), for the page: their parts, to be said in its language."""

from __future__ import annotations

from typing import Any

import numpy as np

from geoiraq.maps.basemap import arabic
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.relations import MIDDLE, Relation, first_relation

DESCRIBED = ("relative", "between")
#: Between two names of the gazetteer, as `places.relative` writes them.
_BETWEEN, _AND = "between ", " and "


def described_data(laid_out: dict[str, Any], places: Gazetteer) -> dict[str, dict[str, Any]]:
    """Take apart the names of places that are told by others.

    Parameters
    ----------
    laid_out
        The incident table as `maps.incidents` lays it out.
    places
        Where the names are looked up.

    Returns
    -------
    dict
        By the place's name: kind, side (degrees clockwise from north, or None), km (or None) and names, each in Latin
        and in Arabic script; only of those that were understood.
    """
    words = laid_out["incidents"]["words"]
    if not all(name in words for name in ("basis", "place", "placeId")):
        return {}
    bases = words["basis"]["words"].texts
    is_described = np.isin(words["basis"]["codes"].values, [bases.index(b) for b in DESCRIBED if b in bases])
    columns = [words[name]["codes"].values[is_described] for name in ("place", "placeId")]
    found: dict[str, dict[str, Any]] = {}
    for place, place_id in np.unique(np.stack(columns, axis=1), axis=0).tolist():
        name = words["place"]["words"].texts[place]
        parts = _parts(name, words["placeId"]["words"].texts[place_id], places)
        if parts is not None:
            found[name] = parts
    return found


def _parts(name: str, place_id: str, places: Gazetteer) -> dict[str, Any] | None:
    if place_id not in places.places:
        return None
    anchor = places.places[place_id].name
    if name.startswith(f"{_BETWEEN}{anchor}{_AND}"):
        # Only such a map needs what resolves names.
        from geoiraq.places.resolve import resolve

        other = resolve(name.removeprefix(f"{_BETWEEN}{anchor}{_AND}"), gazetteer=places).place_id
        return None if other is None else _told("between", None, None, [place_id, other], places)
    relation = first_relation(name)
    if relation is None or name[relation.end :].strip() != anchor:
        return None
    kind = _kind(relation)
    return None if kind is None else _told(kind, relation.bearing, relation.distance_km, [place_id], places)


def _kind(relation: Relation) -> str | None:
    """Tell how it is said: with a side, a distance or both, as a part or as near; None for a part of no side."""
    if relation.bearing == MIDDLE:
        return "middle"
    if relation.kind == "part":
        return None if relation.bearing is None else "part"
    if relation.bearing is None:
        return "near" if relation.distance_km is None else "distance"
    return "side" if relation.distance_km is None else "away"


def _told(
    kind: str, side: float | None, km: float | None, ids: list[str], places: Gazetteer
) -> dict[str, Any]:
    names = [[places.places[place_id].name, arabic(places, place_id)] for place_id in ids]
    return {"kind": kind, "side": side, "km": km, "names": names}
