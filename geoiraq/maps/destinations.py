"""Where forces went, for the page: the points of the destinations that are places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geoiraq.maps.basemap import arabic
from geoiraq.maps.incidents import POINT_SCALE
from geoiraq.places.gazetteer import Gazetteer

#: What an arrow can point at. An area or a country is told in words: its middle is not where anybody went.
PLACES = ("site", "settlement", "neighbourhood")


def destinations_data(words: Iterable[str], places: Gazetteer) -> dict[str, dict[str, Any]]:
    """Resolve the destinations that the incident table tells.

    Parameters
    ----------
    words
        As the texts write them.
    places
        Where they are looked up.

    Returns
    -------
    dict
        By the words: point (latitude, longitude), name and arabic; only of those that are one place.
    """
    found: dict[str, dict[str, Any]] = {}
    for word in sorted(set(words) - {""}):
        # Most maps tell of none, and need nothing of what resolves names.
        from geoiraq.places.resolve import resolve

        answer = resolve(word, gazetteer=places)
        if answer.status != "resolved" or answer.basis not in PLACES or answer.point is None:
            continue
        found[word] = {
            "point": [round(degrees * POINT_SCALE) / POINT_SCALE for degrees in answer.point],
            "name": answer.name,
            "arabic": arabic(places, answer.place_id or ""),
        }
    return found
