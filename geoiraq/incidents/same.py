"""Do two reports tell the same event?"""

from __future__ import annotations

from geoiraq.places.areas import distance_km
from geoiraq.places.resolution import Resolution
from geoiraq.reports.dates import Dating
from geoiraq.reports.report import Report
from geoiraq.reports.when import same_days

#: Two reports of one event may put it this far apart.
SAME_PLACE_KM = 6.0
#: Dates that span more days than this do not tie two reports of different documents together.
CLOSE_DAYS = 7
#: Tolls of one event differ by no more than this many, or this share.
TOLL_SLACK, TOLL_SHARE = 2, 0.5

#: Two different places of one of these kinds are two places, however near.
_NAMED = frozenset({"site", "settlement", "neighbourhood", "district", "governorate"})
_UNIDENTIFIED = "Unidentified gunmen"
#: Names under which reports speak of the same side.
_ALLIES = (
    {"US", "Coalition"},
    {"PMF", "Iran-backed militias", "Kataib Hezbollah"},
    {"ISIS", "al-Qaeda in Iraq"},
    {"Iran", "IRGC"},
)


def tell_same_event(a: Report, b: Report) -> bool:
    """Tell whether two reports tell the same event.

    Parameters
    ----------
    a, b
        Reports of one document or of two.

    Returns
    -------
    bool
        Symmetric. Where place or date is open on one side, more must agree before the answer is yes.
    """
    if a.layer != b.layer or not _tolls_agree(a, b):
        return False
    if a.document.id == b.document.id and a.start == b.start:
        return _repeats_itself(a, b)
    if not same_days(a.dating, b.dating):
        return False
    if a.persons & b.persons:
        return _places_agree(a, b, strict=False)
    if not _actors_agree(a, b) or not _kinds_agree(a, b):
        return False
    if a.document.id == b.document.id:
        return _same_words(a, b) or _places_agree(a, b, strict=True)
    return _closely_dated(a.dating) and _closely_dated(b.dating) and _places_agree(a, b, strict=True)


def _repeats_itself(a: Report, b: Report) -> bool:
    """Two reports of one sentence are one only where place and kind are the same and neither adds a toll."""
    same_place = _place_id(a) == _place_id(b) and a.where.toponym == b.where.toponym
    return (
        same_place
        and a.sub_event_type == b.sub_event_type
        and a.dating == b.dating
        and _place_id(a) is not None
    )


def _same_words(a: Report, b: Report) -> bool:
    """Tell whether a caption or a lead is told twice in the same words."""
    return a.document.text[a.start : a.end] == b.document.text[b.start : b.end]


def _closely_dated(dating: Dating | None) -> bool:
    if dating is None or dating.start is None or dating.end is None:
        return False
    return (dating.end - dating.start).days <= CLOSE_DAYS


def _places_agree(a: Report, b: Report, *, strict: bool) -> bool:
    here, there = a.where.area, b.where.area
    if not _pinned(here) or not _pinned(there):
        return not strict
    assert here is not None  # noqa: S101 - _pinned has seen it
    assert there is not None  # noqa: S101 - _pinned has seen it
    if here.place_id == there.place_id and here.name == there.name:
        return True
    if here.basis == there.basis and here.basis in _NAMED:
        return False
    if _within(here, there) or _within(there, here):
        # "In Kirkuk" and "at K-1" on one day: the coarser report of the same thing.
        return not strict or (_one_day(a.dating) and _one_day(b.dating))
    return _apart(here, there) <= SAME_PLACE_KM


def _pinned(area: Resolution | None) -> bool:
    return area is not None and area.latitude is not None and area.basis != "country"


def _within(inner: Resolution, outer: Resolution) -> bool:
    return outer.basis in ("governorate", "district", "settlement", "landform", "relative") and (
        outer.name in (inner.governorate, inner.district) or _apart(inner, outer) <= (outer.radius_km or 0.0)
    )


def _apart(a: Resolution, b: Resolution) -> float:
    return distance_km((a.latitude or 0.0, a.longitude or 0.0), (b.latitude or 0.0, b.longitude or 0.0))


def _one_day(dating: Dating | None) -> bool:
    return dating is not None and dating.precision == 1


def _tolls_agree(a: Report, b: Report) -> bool:
    one, other = a.casualties.best, b.casualties.best
    if not one or not other:
        return True
    return abs(one - other) <= max(TOLL_SLACK, TOLL_SHARE * max(one, other))


def _actors_agree(a: Report, b: Report) -> bool:
    one, other = a.actor, b.actor
    if not one or not other or one == other or _UNIDENTIFIED in (one, other):
        return True
    return any(one in side and other in side for side in _ALLIES)


def _kinds_agree(a: Report, b: Report) -> bool:
    return a.sub_event_type == b.sub_event_type or not a.specific or not b.specific


def _place_id(report: Report) -> str | None:
    return report.where.area.place_id if report.where.area else None
