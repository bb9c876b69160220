"""Do two reports tell the same event, and how can one tell?"""

from __future__ import annotations

from geoiraq.incidents.gist import Gist, gist_of
from geoiraq.places.areas import distance_km
from geoiraq.places.resolution import Resolution
from geoiraq.reports.report import Report
from geoiraq.reports.when.dates import Dating
from geoiraq.reports.when.on_calendar import same_days
from geoiraq.reports.who.actors import UNIDENTIFIED, is_kin, kind_of

#: Two reports of one event may put it this far apart.
SAME_PLACE_KM = 6.0
#: Dates that span more days than this do not tie two reports of different documents together.
CLOSE_DAYS = 7
#: Tolls of one event differ by no more than this many, or this share.
TOLL_SLACK, TOLL_SHARE = 2, 0.5
#: In a town, two events of one day seldom have the same toll if it is at least this.
TELLING_TOLL = 4

#: "Killed" says that there was an attack, and not of what kind.
PLAIN_ATTACK = "Attack"
#: Two different places of one of these kinds are two places, however near.
_NAMED = frozenset({"site", "settlement", "neighbourhood", "district", "governorate"})
#: Places of these kinds have others within them.
_ROOMY = frozenset({"governorate", "district", "settlement", "landform", "relative"})
#: Layers whose kinds are ways to speak of one thing: who hands a base over leaves it.
_ONE_KIND = frozenset({"withdrawal", "deployment", "arrest"})

#: A governorate, or a governorate and a district in it.
Unit = tuple[str, ...]


def tell_same_event(a: Report, b: Report) -> bool:
    """Tell whether two reports tell the same event; `why_same` says why."""
    return bool(why_same(gist_of(a), gist_of(b)))


def why_same(a: Gist, b: Gist) -> str:
    """Say why two reports are taken to tell the same event.

    Parameters
    ----------
    a, b
        The gists of reports of one document or of two.

    Returns
    -------
    str
        A few words; empty where they are not. Whether it is empty does not depend on which of them is `a`. Where
        place or date is open on one side, more must agree.
    """
    if a.layer != b.layer or not _tolls_agree(a, b):
        return ""
    if a.document == b.document and a.start == b.start:
        return "one sentence, one place" if _repeats_itself(a, b) else ""
    if not same_days(a.dating, b.dating):
        return ""
    if a.persons & b.persons:
        open_place = not a.is_pinned or not b.is_pinned
        return "the same person" if open_place or _why_there(a, b, nested=True) else ""
    if not _actors_agree(a, b) or not _kinds_agree(a, b) or not _victims_agree(a, b):
        return ""
    if a.document == b.document:
        return "the same words" if a.words == b.words else _why_there_and_then(a, b)
    return _why_there_and_then(a, b) if is_closely_dated(a.dating) and is_closely_dated(b.dating) else ""


def is_closely_dated(dating: Dating | None) -> bool:
    """Tell whether a date is close enough to tie reports of different documents together."""
    if dating is None or dating.start is None or dating.end is None:
        return False
    return (dating.end - dating.start).days <= CLOSE_DAYS


def lies_within(inner: Gist, outer: Gist) -> bool:
    """Tell whether the place of one report lies within that of another."""
    here, there = inner.area, outer.area
    return (
        here is not None
        and there is not None
        and inner.is_pinned
        and outer.is_pinned
        and _within(here, there)
    )


def is_roomy(area: Resolution) -> bool:
    """Tell whether other places lie within a place of this kind."""
    return area.basis in _ROOMY


def unit_of(area: Resolution) -> Unit | None:
    """Give the governorate or district that an area is, or that a town's name stands for too."""
    if area.basis == "governorate" and area.governorate:
        return (area.governorate,)
    if area.basis == "district" and area.governorate and area.name:
        return area.governorate, area.name.removesuffix(" District")
    if area.basis == "settlement" and area.governorate and area.name:
        return area.governorate, area.name
    return None


def units_around(area: Resolution) -> tuple[Unit, ...]:
    """Give the governorate and the district in which an area lies, as far as they are known."""
    if not area.governorate:
        return ()
    return (area.governorate,), *([(area.governorate, area.district)] if area.district else [])


def reach_km(report: Gist) -> float:
    """Give how far from its own point a report of the same event may put it."""
    area = report.area
    return max(SAME_PLACE_KM, area.radius_km or 0.0) if area is not None and is_roomy(area) else SAME_PLACE_KM


def _repeats_itself(a: Gist, b: Gist) -> bool:
    """Two reports of one sentence are one only where place and kind are the same and neither adds a toll."""
    same_place = _place_id(a) == _place_id(b) and a.toponym == b.toponym
    return (
        same_place
        and a.sub_event_type == b.sub_event_type
        and a.dating == b.dating
        and _place_id(a) is not None
    )


def _why_there_and_then(a: Gist, b: Gist) -> str:
    one_day = _one_day(a.dating) and _one_day(b.dating)
    # "In Kirkuk" and "at K-1" are one thing where both tell of one day, not where they tell of a week.
    there = _why_there(a, b, nested=one_day)
    return there and f"{there}, {'on one day' if one_day else 'on days that overlap'}"


def _why_there(a: Gist, b: Gist, *, nested: bool) -> str:
    here, there = a.area, b.area
    if here is None or there is None or not a.is_pinned or not b.is_pinned:
        return ""
    if here.place_id == there.place_id and here.name == there.name:
        return f"the same place ({here.name})"
    if here.basis == there.basis and here.basis in _NAMED:
        return ""
    for inner, outer in ((here, there), (there, here)):
        if _within(inner, outer):
            return f"{inner.name} is within {outer.name}" if nested else ""
    apart = _apart(here, there)
    return f"{here.name} and {there.name} are {apart:.0f} km apart" if apart <= SAME_PLACE_KM else ""


def _within(inner: Resolution, outer: Resolution) -> bool:
    if not is_roomy(outer):
        return False
    if unit_of(outer) in units_around(inner):
        return True
    if outer.basis == "governorate" and inner.governorate:
        return False  # its circle reaches into those beside it
    return _apart(inner, outer) <= (outer.radius_km or 0.0)


def _apart(a: Resolution, b: Resolution) -> float:
    return distance_km((a.latitude or 0.0, a.longitude or 0.0), (b.latitude or 0.0, b.longitude or 0.0))


def _one_day(dating: Dating | None) -> bool:
    return dating is not None and dating.precision == 1


def _tolls_agree(a: Gist, b: Gist) -> bool:
    one, other = a.killed, b.killed
    if not one or not other:
        return True
    return abs(one - other) <= max(TOLL_SLACK, TOLL_SHARE * max(one, other))


def _actors_agree(a: Gist, b: Gist) -> bool:
    one, other = a.actor, b.actor
    return not one or not other or UNIDENTIFIED in (kind_of(one), kind_of(other)) or is_kin(one, other)


def _victims_agree(a: Gist, b: Gist) -> bool:
    """Tell whether the one person whom each tells to be killed can be one: a judge is no teacher."""
    return not a.calling or not b.calling or a.calling == b.calling


def _kinds_agree(a: Gist, b: Gist) -> bool:
    if a.sub_event_type == b.sub_event_type or a.layer in _ONE_KIND or not a.specific or not b.specific:
        return True
    return PLAIN_ATTACK in (a.sub_event_type, b.sub_event_type) and _toll_tells(a, b)


def _toll_tells(a: Gist, b: Gist) -> bool:
    """Tell whether the same toll is a sign of the same event: at one site any is, in a town only an unusual one."""
    one, other = a.killed, b.killed
    least = 1 if _is_site(a) and _is_site(b) else TELLING_TOLL
    return one is not None and one == other and one >= least


def _is_site(report: Gist) -> bool:
    return report.area is not None and report.area.basis == "site"


def _place_id(report: Gist) -> str | None:
    return report.area.place_id if report.area else None
