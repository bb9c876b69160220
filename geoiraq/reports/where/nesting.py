"""Which of several places lies in another: the finest of nested places is where it happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geoiraq.places.recognition.recognise import Mention
from geoiraq.places.resolution import Resolution, apart_km
from geoiraq.reports.where.scene import Scene

#: Coarser kinds last: of nested places the finest is where it happened.
_GRAIN = (
    "site",
    "neighbourhood",
    "relative",
    "settlement",
    "between",
    "district",
    "landform",
    "governorate",
    "country",
)
#: A list of so many places may begin with the one that they all lie around, within this distance.
LISTED, AROUND_KM, NEAR_KM = 3, 45.0, 25.0
_LOOSE = ("relative", "between")
#: What is long, so that words right after it tell where along it: "the Baghdad-Mosul highway near Samarra".
_STRETCHES = ("landform", "between")


def without_containers(text: str, lists: Sequence[Sequence[Scene]]) -> list[list[Scene]]:
    """Leave out places that only say where a finer one of the same clause lies.

    In a list, "Ramadi, Anbar" is one place and "Mosul and Nineveh governorate" are two.

    Parameters
    ----------
    text
        The text.
    lists
        The places of a clause, those that stand in one list together.

    Returns
    -------
    list of list of Scene
        What is left of each list, but for lists of which nothing is.
    """
    everyone = [scene for group in lists for scene in group]
    named = [scene.mention for scene in everyone]
    lists = [
        [
            s
            for s in group
            if not _is_apposed(text, s.mention, named)
            and not _heads_a_list(s, group)
            and not _is_owner(text, s, everyone)
        ]
        for group in lists
    ]
    alone = [_is_enumeration(text, group) for group in lists]
    # What only ends an address says nothing against the place that it is the address of.
    lists = [
        [
            scene
            for scene in group
            if not (_lies_in(text, scene, group) if listed else _is_address(text, scene, group))
        ]
        for group, listed in zip(lists, alone, strict=True)
    ]
    everything = [scene for group in lists for scene in group]
    kept = []
    for group, listed in zip(lists, alone, strict=True):
        others = [scene for scene in everything if not (listed and any(scene is m for m in group))]
        fine = [
            s for s in group if not any(o is not s and o.role >= s.role and contains(s, o) for o in others)
        ]
        if fine:
            kept.append(fine)
    return kept or [list(group) for group in lists if group] or [[scene] for scene in everyone]


def _is_apposed(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """Tell whether a relation only says where the place just before it lies: "K-1, 15 km northwest of Kirkuk"."""
    if mention.relation is None or mention.relation.kind == "between":
        return False
    start, directed = mention.phrase_start, mention.relation.bearing is not None
    for near in named:
        if near.end > start or near.area.status != "resolved":
            continue
        if near.area.basis in _STRETCHES and mention.place.basis not in UNITS:
            continue
        if is_too_far(near, mention):
            continue
        joint = text[near.end : start]
        comma = _COMMA.fullmatch(joint) is not None or _APPOSED.fullmatch(joint) is not None
        if near.relation is None:
            part = mention.relation.kind == "part" and near.area.basis in _POINTS
            of_it = part and _OF_IT.fullmatch(joint) is not None
            told = comma or of_it or (directed and not joint.strip() and near.area.basis in _POINTS)
        else:
            beside = directed or apart_km(near.place, mention.place) < AROUND_KM
            joined = comma or (directed and not joint.strip())
            # "West of Karbala, 110 km southwest of Baghdad"
            same = comma and apart_km(near.area, mention.area) < AROUND_KM
            told = (
                joined and beside and (same or near.relation.bearing is None or near.relation.kind == "part")
            )
        if told:
            return True
    return False


#: "The Nahrawan area of southeast Baghdad"
_OF_IT = re.compile(r"(?:\s+(?:area|section|quarter|region|suburb|village|town))?\s+(?:of|in)\s+(?:the\s+)?")
_COMMA = re.compile(r"\s*[,(،]\s*(?:(?:on|in|at|just|some|about)\s+)?(?:the\s+)?")
#: "Zaidan, a farming area south of Abu Ghraib".
_APPOSED = re.compile(r"\s*,\s*(?:an?|the)\s+(?:[\w-]+\s+){1,4}")
#: What can be told to lie in a direction without a comma: "قضاء الحويجة جنوب غربي كركوك".
_POINTS = ("site", "neighbourhood", "settlement", "district")


def _is_owner(text: str, scene: Scene, group: Sequence[Scene]) -> bool:
    """Tell whether a place only owns the next one: "Kirkuk's Daquq district"."""
    end = scene.mention.end
    return any(_OWNS.fullmatch(text, end, other.mention.start) for other in group if other is not scene)


_OWNS = re.compile(r"['’]s\s+")


def _lies_in(text: str, scene: Scene, group: Sequence[Scene]) -> bool:
    """Tell whether a region of a list is told of the place before it: "in Hit, in Anbar, and in Kut"."""
    at = next(number for number, member in enumerate(group) if member is scene)
    if at == 0 or scene.area.basis not in UNITS:
        return False
    before = group[at - 1]
    joint = text[before.mention.phrase_end : scene.mention.phrase_start]
    return _STATED.fullmatch(joint) is not None and _inside(scene.mention.place, before.mention.place)


#: ", in Anbar province,"
_STATED = re.compile(r"\s*,\s+in\s+(?:the\s+)?|\s*\(")


def _is_address(text: str, scene: Scene, group: Sequence[Scene]) -> bool:
    """Tell whether a place only ends the address of the one before it: "Hawija district, Kirkuk"."""
    at = next(number for number, member in enumerate(group) if member is scene)
    if at == 0:
        return False
    before = group[at - 1].mention
    joint = text[before.phrase_end : scene.mention.phrase_start]
    if scene.area.basis == "neighbourhood":
        held = before.area.basis == "site" and _inside(scene.area, before.place)
        return held and _LIES_IN.fullmatch(joint) is not None
    if scene.area.basis not in (*UNITS, "settlement", "country"):
        return False
    if scene.area.basis in UNITS and before.area.basis not in UNITS:
        return _LIES_IN.fullmatch(joint) is not None
    if _ENDS_ADDRESS.fullmatch(joint) is None:
        return False
    here, there = scene.mention.place.governorate, before.place.governorate
    return bool(here) and here == there


#: "Yusufiyah, Baghdad", "Yusufiyah on the old highway, Baghdad".
_ENDS_ADDRESS = re.compile(r"(?:\s+on\s+[^,;.]{1,40})?\s*[,(،]\s*")
#: "Zahra Square, in the Kadhimiya section".
_LIES_IN = re.compile(r"\s*[,(،]\s*(?:in\s+)?(?:the\s+)?")
#: What a place is told to lie in: "near Makhmur, in Nineveh governorate".
UNITS = ("district", "governorate")


def _heads_a_list(scene: Scene, group: Sequence[Scene]) -> bool:
    """Tell whether a place only says around where those after it lie: "near Baghdad, Abu Ghraib and Taji".

    What it lies in itself is no such list: "near Jalawla, Khanaqin district, Diyala".
    """
    if scene is not group[0] or len(group) < LISTED or scene.mention.relation is None:
        return False
    others = [s.area for s in group[1:]]
    return all(
        o.basis not in (*_LOOSE, *UNITS) and apart_km(scene.mention.place, o) < AROUND_KM for o in others
    )


def _is_enumeration(text: str, group: Sequence[Scene]) -> bool:
    joints = (text[a.mention.phrase_end : b.mention.phrase_start] for a, b in pairwise(group))
    return any(re.search(r"\b(?:and|or)\b|&|\sو", joint) for joint in joints)


def contains(outer: Scene, inner: Scene) -> bool:
    """Tell whether a place only says where a finer one lies.

    Parameters
    ----------
    outer, inner
        The places, as the text tells them.

    Returns
    -------
    bool
        True for Anbar and Ramadi; what is told loosely ("near Ramadi") holds only what is told right beside it.
    """
    a, b = outer.mention.place, inner.area
    wide = b.basis == "relative" and (outer.area.basis in _STRETCHES or _is_wider(outer, inner))
    if wide and 0 <= inner.mention.phrase_start - outer.mention.phrase_end <= len(", "):
        return True
    if a.place_id is None or b.basis is None or a.basis is None or a.place_id == inner.mention.place.place_id:
        return False
    bearing = outer.mention.relation is not None and outer.mention.relation.bearing is not None
    if bearing and b.basis in ("site", "neighbourhood") and _inside(a, b):
        # "Amil, in southern Baghdad": the quarter lies in the city that has a south.
        return True
    if outer.mention.area.basis in _LOOSE and inner.mention.area.basis not in _LOOSE:
        if inner.area.basis in ("governorate", "country") or (b.radius_km or 0.0) > (
            outer.mention.area.radius_km or 0.0
        ):
            return False
        return _inside(outer.mention.area, b) and abs(outer.mention.start - inner.mention.end) < 60
    if a.basis in ("site", "neighbourhood") or (
        _GRAIN.index(a.basis) <= _GRAIN.index(b.basis) and b.basis != "relative"
    ):
        return False
    if a.basis == "country":
        return True
    if a.basis == "governorate" and b.governorate:
        return a.governorate == b.governorate
    return _inside(a, b)


def _is_wider(outer: Scene, inner: Scene) -> bool:
    """Tell whether a direction leaves more open than what is told near by: "north of Baghdad near Mushahada"."""
    one, other = outer.mention.relation, inner.mention.relation
    directed = one is not None and one.bearing is not None and other is not None and other.bearing is None
    return directed and (outer.area.radius_km or 0.0) > (inner.area.radius_km or 0.0)


def _inside(a: Resolution, b: Resolution) -> bool:
    return apart_km(a, b) <= (a.radius_km or 0.0) + 5.0


def is_too_far(place: Mention, near: Mention) -> bool:
    """Tell whether "near Latifiya" cannot say where a city before it lies: "walking to Karbala, near Latifiya"."""
    lesser = place.area.kind == "city" and near.place.kind != "city"
    told_near = near.relation is not None and near.relation.kind == "near"
    return told_near and lesser and apart_km(place.area, near.place) > NEAR_KM
