"""Where it happened: of the places that a clause names, those at which its event took place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoiraq.places.recognition.recognise import Mention
from geoiraq.places.resolution import apart_km
from geoiraq.reports.layer import Layer
from geoiraq.reports.tolls.lexicon import lexicon
from geoiraq.reports.where.nesting import AROUND_KM, contains, is_too_far, without_containers
from geoiraq.reports.where.part import EVENT, part_of
from geoiraq.reports.where.scene import Scene

_LIST_JOINT = re.compile(
    r"[\s’'s]*(?:governorates?|provinces?|districts?|cities|towns|bases?)?"
    r"(?:(?:,\s+(?:on|in|near|at|outside|just|some|north|south|east|west)\s[^,;.]{1,50})?,?\s+on\s+[^,;.]{1,40}?)?"
    r"(?:\s*,\s*(?:and|or|as\s+well\s+as)?\s*|\s+(?:and|as\s+well\s+as|&)\s+|\s*/\s*|\s*،\s*|\s*و)"
    r"(?P<what>(?:an?|two|three|four|several)\s+(?!(?:other\s+)?(?:places|parts|areas|locations|sites|spots)\b)"
    r"(?:[a-z][\w-]*\s+){1,4}?(?=(?:in|at|on|near|outside)\s|\Z))?"
    r"(?:the\s+(?:other|second|third|rest)\s+(?=(?:in|at|on|near|outside|beside|by)\s))?"
    r"(?:(?:also|the|in|near|at|on|beside|around|from|to|cities|city|of|towns?|both|في|من|قرب|its|base|bases|airport"
    r"|the\s+(?:\w+\s+)?(?:camp|base|airport|airfield|town|village|city|range|refugee\s+camp)\s+(?:at|of|in|near)"
    r"|an?\s+(?:place|village|town|base|camp|post|checkpoint|site)(?:\s+(?:some|about|around|nearly))?|some\s+\w+\s+kilomet\w+)\s+)*"
)
#: What stands between the verb of one place and the next place, which has a day of its own and no verb.
_GAP = re.compile(r"\s+(?:on|in)\s+[^,;.]{2,40}(?:,\s+(?:and\s+)?|;\s+|\s+and\s+)(?:then\s+)?(?:the\s+)?")
_ITS_DAY = re.compile(r"(?:\s+(?:itself|too|too,))?\s+(?:on|in|a|the|two|three|four|five)\s")
#: A place before an event word is as near to it as one that stands this much further away after it.
PLACE_BEFORE = 10


def scenes(
    text: str,
    mentions: Sequence[Mention],
    layer: Layer,
    trigger_start: int,
    trigger_end: int,
    start: int,
    end: int,
) -> list[Scene]:
    """Choose the places of an event.

    Parameters
    ----------
    text
        The text.
    mentions
        The places that the clause names.
    layer
        The event's layer: forces leave from, and arrive at, a place.
    trigger_start, trigger_end
        The event word.
    start, end
        The sentence.

    Returns
    -------
    list of Scene
        None where no place is named, one for each place of a list ("in Kut, Amara and Ramadi"), the finest of nested
        places ("the K-1 base in Kirkuk").
    """
    usable = [m for m in mentions if not m.dateline and not _is_a_state(text, m)]
    # A name that is not known takes no event away from one that is.
    usable = [m for m in usable if m.area.status == "resolved"] or usable
    graded = [Scene(m, part_of(text, m, layer, trigger_start, start, end)) for m in usable]
    if not graded:
        return []
    graded = _without_frame(text, _with_addresses(text, graded), trigger_start)
    graded = _without_stretches(_without_road_ends(text, graded))
    lists = without_containers(text, _lists(text, graded, trigger_end))
    best_role = max(max(scene.role for scene in group) for group in lists)
    candidates = [group for group in lists if max(scene.role for scene in group) == best_role]
    chosen = min(candidates, key=lambda group: _remoteness(group, trigger_start, trigger_end))
    return _distinct([scene for scene in chosen if scene.role == best_role or len(chosen) > 1])


def _without_frame(text: str, graded: list[Scene], trigger: int) -> list[Scene]:
    """Leave out the place that a sentence opens with where it names a finer one of that province further on.

    "In Kirkuk, police arrested two men in Riyadh subdistrict" opens with the province that bears the city's name.
    """
    opening, *others = graded
    if _is_directed_frame(text, opening, others, trigger):
        return others
    province = opening.area.governorate or opening.area.name
    framed = (
        opening.mention.end <= trigger
        and opening.mention.relation is None
        and opening.area.basis in ("settlement", "governorate")
        and opening.area.governorate in (opening.area.name, None)
        and _FRAMES.search(text, max(0, opening.mention.phrase_start - 12), opening.mention.phrase_start)
        and _FRAMED.match(text, opening.mention.phrase_end)
    )
    finer = [
        o for o in others if o.mention.start > trigger and o.role == EVENT and o.area.governorate == province
    ]
    return others if framed and finer else graded


def _is_directed_frame(text: str, opening: Scene, others: Sequence[Scene], trigger: int) -> bool:
    """Tell whether a sentence opens with a direction and then tells the place: "South of Baghdad, in Hilla, a bomb"."""
    relation = opening.mention.relation
    if not others or relation is None or relation.bearing is None or opening.mention.phrase_end > trigger:
        return False
    finer = others[0].mention
    told = _FRAMED_BY.fullmatch(text, opening.mention.phrase_end, finer.phrase_start)
    same = finer.place.place_id != opening.mention.place.place_id
    far = apart_km(opening.mention.place, finer.area) > FRAME_KM
    return told is not None and same and not far and finer.area.basis in _TOLD_IN


#: "North of Baghdad, near Tarmiya,": how far from the city what lies in that direction still is told of with it.
FRAME_KM = 150.0
_TOLD_IN = ("site", "neighbourhood", "settlement", "relative")
_FRAMED_BY = re.compile(
    r"\s*,\s+(?:(?:in|at|outside|just|on)\s+)*(?:the\s+)?(?:(?:town|village|city|area|district|outskirts)\s+of\s+)?"
)


def _without_road_ends(text: str, graded: list[Scene]) -> list[Scene]:
    """Leave out where a road leads on which another place lies: "in Aziziyah, on the highway to Baghdad"."""
    begins = [scene.mention.phrase_start for scene in graded]
    kept = [
        s for s, at in zip(graded, begins, strict=True) if not _LEADS_TO.search(text, max(0, at - 30), at)
    ]
    return kept if any(s.role == EVENT for s in kept) else graded


def _without_stretches(graded: list[Scene]) -> list[Scene]:
    """Leave out a stretch of road of which one end is told closer: "between Kut and Hai, not far from Kut"."""
    closer = {
        s.mention.place.place_id
        for s in graded
        if s.role == EVENT and s.mention.relation is not None and s.mention.relation.kind == "near"
    }
    told = {s.mention.phrase_start for s in graded if _is_between(s) and s.mention.place.place_id in closer}
    return [s for s in graded if s.mention.phrase_start not in told]


def _is_between(scene: Scene) -> bool:
    return scene.mention.relation is not None and scene.mention.relation.kind == "between"


_LEADS_TO = re.compile(r",\s+on\s+the\s+(?:\w+\s+)?(?:highway|road|way)\s+(?:to|from|towards?)\s+\Z")


def _with_addresses(text: str, graded: Sequence[Scene]) -> list[Scene]:
    """Let the end of an address count as its beginning does: "from Zaab, Hawija, Kirkuk" is from all of them."""
    counted = [graded[0]]
    for scene in graded[1:]:
        last = counted[-1]
        ends = _ADDRESS_GOES_ON.fullmatch(text, last.mention.phrase_end, scene.mention.phrase_start)
        ends_it = ends is not None and _lies_about(scene, last)
        counted.append(scene._replace(role=min(scene.role, last.role)) if ends_it else scene)
    return counted


def _lies_about(outer: Scene, inner: Scene) -> bool:
    """Tell whether a place holds another, or is one that the other is told to lie near: "Zaab, north of Hawija"."""
    if outer.mention.relation is None:
        return contains(outer, inner)
    around = apart_km(outer.mention.place, inner.area) < AROUND_KM
    return around and not is_too_far(inner.mention, outer.mention)


_ADDRESS_GOES_ON = re.compile(r"(?:\s*,\s*(?:in\s+)?|\s+in\s+)(?:the\s+)?")
_FRAMES = re.compile(r"(?:\b[Ii]n|(?:^|\s)(?:و|أما\s+|اما\s+)?في|وفي)\s+\Z")
_FRAMED = re.compile(r"\s*[,،]\s")

_IN_A_COUNTRY = re.compile(
    # "In January 2020, Iran fired" names who acts; "Mehran, Iran" says where.
    r"(?:\b(?:in|inside|across|throughout|into|to|from|within|around)\s+(?:\w+\s+)?|(?<!\d)(?<!day),\s*|في\s+)$",
    re.IGNORECASE,
)


def _is_a_state(text: str, mention: Mention) -> bool:
    """Tell whether a country's name means its government ("Iran retaliated") and not a place."""
    if mention.place.kind != "country" or mention.relation is not None:
        return _is_a_government(text, mention)
    return _IN_A_COUNTRY.search(text, max(0, mention.start - 24), mention.start) is None


def _is_a_government(text: str, mention: Mention) -> bool:
    """Tell whether a capital's name means who rules there: "three years after Baghdad declared victory"."""
    if mention.relation is not None or mention.area.basis != "settlement":
        return False
    acts = _GOVERNS.match(text, mention.end) is not None
    return acts and _AT_A_PLACE.search(text, max(0, mention.start - 24), mention.start) is None


_GOVERNS = re.compile(
    r"\s+(?:(?:has|have|had|also|then|later|since)\s+)*(?:declared|announced|insisted|argued|claimed|promised|pledged|vowed|agreed|rejected"
    r"|accused|blamed|demanded|condemned|proclaimed|denied|warned|threatened|recognised|recognized|protested\s+to|complained|summoned"
    r"|says|said|insists|argues|claims|maintains|wants|wanted|hopes|hoped|fears|refused|decided|ordered|asked|responded|replied)\b"
)
_AT_A_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|of|outside|around|across|inside|throughout|north|south|east|west|and)\s+(?:\w+\s+)?\Z"
)


def _lists(text: str, graded: Sequence[Scene], trigger_end: int) -> list[list[Scene]]:
    """Group places that stand in one list."""
    groups: list[list[Scene]] = []
    for scene in graded:
        last = groups[-1][-1].mention if groups else None
        if last is not None and last.phrase_start == scene.mention.phrase_start:
            continue
        if last is not None and _is_next(text, last, scene.mention, trigger_end):
            groups[-1].append(scene)
        else:
            groups.append([scene])
    return groups


def _is_next(text: str, last: Mention, mention: Mention, trigger_end: int) -> bool:
    """Tell whether a place goes on with a list, also where the verb stands between: "A fell on Monday, B on Friday"."""
    if last.phrase_end < trigger_end <= mention.phrase_start:
        told_once = _GAP.fullmatch(text, trigger_end, mention.phrase_start)
        return told_once is not None and _ITS_DAY.match(text, mention.phrase_end) is not None
    joint = _LIST_JOINT.fullmatch(text, last.phrase_end, mention.phrase_start)
    # "Depots in Kut and a garage near Hai" are two places; of men killed in one and the other their toll is one.
    return joint is not None and not _counts_people(joint["what"] or "") and not _PART_OF.fullmatch(joint[0])


#: "Jamila, a trading quarter of Sadr City": the one is in the other.
_PART_OF = re.compile(r"\s*,\s*(?:an?|the)\s+[^,]{1,60}\sof\s+(?:the\s+)?")


def _counts_people(words: str) -> bool:
    return any(word in lexicon().people for word in words.split()[-1:])


def _remoteness(group: Sequence[Scene], trigger_start: int, trigger_end: int) -> tuple[bool, int]:
    first = group[0].mention
    after = first.phrase_start - trigger_end
    return (
        after < 0 and trigger_start - group[-1].mention.end > 90,
        # What a verb is done to, and where, mostly follows it.
        after if after >= 0 else trigger_start - first.end + PLACE_BEFORE,
    )


def _distinct(chosen: Sequence[Scene]) -> list[Scene]:
    seen: dict[tuple[str | None, str | None], Scene] = {}
    for scene in chosen:
        seen.setdefault((scene.area.place_id or scene.mention.text, scene.area.name), scene)
    return list(seen.values())
