"""Which part a place plays in a clause: where it happened, where somebody is from, where a way leads, who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoiraq.places.recognition.recognise import Mention
from geoiraq.reports.layer import Layer
from geoiraq.reports.text.columns import first, opens, spans

#: How much a place of each part counts; those of the part that counts most are taken.
EVENT, HOME, ORIGIN, OFFICE, SPEECH = 4, 3, 2, 1, 0


def part_of(text: str, mention: Mention, layer: Layer, trigger: int, start: int, end: int) -> int:
    """Tell which part a place plays in a clause.

    Parameters
    ----------
    text
        The text.
    mention
        The place.
    layer
        The event's layer: forces leave from, and arrive at, a place.
    trigger
        Where the event word stands.
    start, end
        The sentence.

    Returns
    -------
    int
        EVENT where the event took place there; HOME where somebody belongs to it; ORIGIN where a way begins or ends;
        OFFICE and SPEECH where it only says whose office it is and who speaks.
    """
    if _in_speech(text, mention, trigger, start, end):
        return SPEECH
    if _CONTRAST.search(text, trigger, max(trigger, mention.phrase_start)):
        return OFFICE
    if _is_of_an_office(text, mention.end, end):
        return OFFICE
    if _HIS_LIKE.search(text, trigger, max(trigger, mention.phrase_start)):
        return HOME
    low = max(start, mention.phrase_start - 45)
    if (
        _DESCRIBES.match(text, mention.end, end)
        or _HAD_COME.search(text, low, mention.phrase_start)
        or (
            mention.relation is None
            and _ENDS_A_LINE.search(text, max(start, mention.start - LONGEST_LINE), mention.start)
        )
    ):
        return HOME
    if layer == "withdrawal":
        if _stands_before(text, "homes", low, mention.phrase_start):
            return HOME  # "over to the governor of Anbar"
        return ORIGIN if _TOWARDS.search(text, low, mention.phrase_start) else EVENT
    if layer == "deployment":
        return ORIGIN if _FROM.search(text, low, mention.phrase_start) else EVENT
    if layer == "arrest" and _HELD.search(text, low, mention.start):
        return ORIGIN
    at_home = _stands_before(text, "homes", low, mention.phrase_start)
    # "Thousands returned to the square": what tells the protest is no way to it.
    way = max(low, trigger + 1) if layer == "protest" and trigger < mention.phrase_start else low
    if _stands_before(text, "origins", way, mention.phrase_start) and not (at_home and layer == "protest"):
        taken = _TAKES.search(text, max(start, trigger - TAKEN_REACH), mention.phrase_start)
        return HOME if taken and _TAKEN_FROM.search(text, low, mention.phrase_start) else ORIGIN
    if mention.relation is None and (
        _ENDS_A_WAY.search(text, low, mention.start)
        or _COMES_FROM.search(text, max(start, low - 15), mention.start)
        or _GOES_THERE.search(text, low, mention.start)
        or _LEFT_FOR.search(text, low, mention.start)
        or _NAMES_A_ROAD.match(text, mention.end, end)
        or _RIDE_BEGINS.match(text, mention.end, end)
        or (_RIDE_ENDS.match(text, mention.end, end) and _BEGUN_AT.search(text, low, mention.start))
    ):
        return ORIGIN
    of_people = mention.place.basis == "site" and _ITS_PEOPLE.match(text, mention.end, end) is not None
    return HOME if at_home or of_people or _owns_an_office(text, mention, low, end) else EVENT


#: "Gunmen abducted four men from Hit": who is taken from a place mostly was there.
_TAKES = re.compile(r"\b(?:abduct|kidnap|snatch|seiz|tak|took|hostage)\w*", re.IGNORECASE)
_TAKEN_FROM = re.compile(r"\bfrom\s+(?:the\s+)?\Z")
TAKEN_REACH = 20
#: "The Sinjar-side post", "a Kut-born judge": what is told by a place need not be there.
_DESCRIBES = re.compile(r"-[a-z]")
#: "Families who had returned to Buhriz": they live there by now.
_HAD_COME = re.compile(
    r"\b(?:have|has|had)\s+(?:just\s+|recently\s+|since\s+|only\s+)?(?:returned|moved|come|gone|fled|resettled)\s+(?:back\s+)?"
    r"(?:to|into|in)\s+(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?\Z"
    # "Troops newly deployed to Kirkuk"
    r"|\b(?:newly|freshly)\s+(?:deployed|sent|moved|posted|assigned|flown|arrived)\s+(?:to|into|in|at)\s+(?:the\s+)?\Z"
)
#: "A pipeline linking the fields of Kirkuk with the refinery at Baiji": an end of what is long.
_ENDS_A_LINE = re.compile(r"\b(?:link|connect|join)(?:ing|s)\s+[^,;.]{0,80}\Z")
LONGEST_LINE = 95
#: "A bus going from Kut to Erbil": the end of a way that began elsewhere.
_ENDS_A_WAY = re.compile(
    r"\bfrom\s+(?:the\s+)?(?-i:[A-Z])[\w'’-]*(?:\s+[\w'’-]+)?\s+to\s+(?:the\s+)?\Z", re.IGNORECASE
)
#: "A pipeline carrying crude to the Dora refinery": where what is carried is to arrive.
_GOES_THERE = re.compile(
    r"\b(?:carrying|transporting|delivering|supplying|pumping|feeding|hauling|bringing|taking|ferrying|escorting)"
    r"\s+[^,;.]{1,40}\sto\s+(?:the\s+)?\Z"
)
#: "Were arrested and held overnight in Kut": where they were brought.
_HELD = re.compile(
    r"\b(?:held|kept|jailed|imprisoned|locked\s+up|interrogated|questioned|taken|brought|driven|moved|transferred)"
    r"\s+(?:[\w-]+\s+){0,3}?(?:in|at|to)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,4}?\Z"
)
#: "He has left the city for Erbil": where somebody is now.
_LEFT_FOR = re.compile(
    r"\b(?:left|leave|leaves|leaving|fled|flee|quit|departed)\s+(?:[\w'’-]+\s+){0,3}for\s+(?:the\s+)?\Z"
)
#: "Mourners on their way home from a burial in Najaf": what they come from is over.
_COMES_FROM = re.compile(
    r"\b(?:home|back|return(?:ing|ed)?|coming|came|way)\s+(?:home\s+)?from\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?"
    r"(?:[\w-]+\s+){1,3}(?:in|at|near)\s+(?:the\s+)?\Z"
)
#: "Ministry of Trade accountants", "Mosul policemen": whose people they are.
_ITS_PEOPLE = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:employee|official|officer|worker|guard|accountant|driver|engineer|policem[ae]n|staff\s+member)s?\b"
)
#: "On the Baghdad road", "in Baghdad Street": other towns have roads of that name, which lead there.
_NAMES_A_ROAD = re.compile(r"\s+(?:[Rr]oad|[Hh]ighway|[Ss]treet|[Rr]oundabout)\b")
#: "The Basra-Baghdad goods train": where a ride begins and ends, and not where it was stopped.
_RIDE = r"\s+(?:[a-z]+\s+){0,2}(?:train|bus|coach|minibus|flight|ferry|railcar|locomotive)(?:e?s)?\b"
_RIDE_BEGINS = re.compile(rf"(?:\s?[-–—/]\s?|\s+to\s+)[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)?{_RIDE}")
_RIDE_ENDS = re.compile(_RIDE)
_BEGUN_AT = re.compile(r"[A-Z][\w'’]*(?:\s?[-–—/]\s?|\s+to\s+)\Z")
#: "A driver of Najaf's health department" was not harmed in it.
_OF_WHOM = re.compile(r"\bof\s+(?:the\s+)?\Z")
_ITS_OFFICE = re.compile(
    r"['’]s\s+(?:[a-z]+\s+){0,2}"
    r"(?:department|directorate|council|court|office|university|police|army|ministry|government)\b"
)


def _owns_an_office(text: str, mention: Mention, low: int, end: int) -> bool:
    """Tell whether a place is only whose office somebody belongs to."""
    return (
        _OF_WHOM.search(text, low, mention.phrase_start) is not None
        and _ITS_OFFICE.match(text, mention.end, end) is not None
    )


_TOWARDS = re.compile(r"\b(?:to|into|toward|towards|for|as far as)\s+(?:the\s+)?\Z", re.IGNORECASE)
#: "From the town of Rawa", "troops of Kirkuk", but not "into the town of Rawa".
_FROM = re.compile(
    r"\b(?:from\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?"
    r"|(?<!city\s)(?<!town\s)(?<!village\s)(?<!area\s)(?<!district\s)(?<!outskirts\s)(?<!parts\s)of\s+)(?:the\s+)?\Z",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:['’]?s?[\s-]+)?")
_THE_CITY_OF = re.compile(r"\s+(?:the\s+|an?\s+)?(?:(?:city|town|village|outskirts)\s+of\s+)?", re.IGNORECASE)


def _is_of_an_office(text: str, end_of_name: int, end: int) -> bool:
    """Tell whether an office follows a name: "Baghdad's government"."""
    owner = _POSSESSIVE.match(text, end_of_name, end)
    begin = owner.end() if owner else end_of_name
    return opens(text, "offices", begin, min(end, end_of_name + 32))


def _stands_before(text: str, column: str, start: int, name: int) -> bool:
    """Tell whether a phrase of a column leads up to a name: "a resident of the city of Kut"."""
    return any(_THE_CITY_OF.fullmatch(text, high, name) for _, high in spans(text, column, start, name))


#: "A mayor was beheaded; his counterpart in Hit escaped": where somebody else is, of whom more is told.
_HIS_LIKE = re.compile(
    r";\s+(?:his|her|their|the|an?|another)\s+(?:[a-z]+\s+){0,2}?(?:counterpart|colleague|neighbour|neighbor|namesake|cousin|brother"
    r"|deputy|successor|predecessor|one|other|second|third)\s+(?:in|at|from|of|near)\s+(?:the\s+)?\Z"
)
#: What stands after "but" is of something else.
_CONTRAST = re.compile(r"\b(?:but|yet|although|though)\b")


#: "Police in Hilla said", "a doctor at Baquba's hospital told".
_SPEAKER = re.compile(
    r"\b(?:police(?:\s+\w+)?|officials?|officers?|colonel|sources?|mayor|governor|doctors?|medics?|hospitals?|army|commander|spokes\w+|residents?|witness(?:es)?|authorities)"
    r"\s+(?:in|at|from|of)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"['’]?s?(?:,[^,;.]{1,40},)?[^,;.]{0,30}\b(?:said|says|told|announced|reported|confirmed|put|blamed|warned|denied|gave)\b"
)


def whither(text: str, mentions: Sequence[Mention], start: int, end: int) -> str:
    """Tell where a force went that left a place, in the words of the text; empty where they do not say."""
    for mention in mentions:
        low = max(start, mention.phrase_start - 45)
        if start <= mention.start < end and _TOWARDS.search(text, low, mention.phrase_start):
            return text[mention.phrase_start : mention.phrase_end]
    return ""


def _in_speech(text: str, mention: Mention, trigger: int, start: int, end: int) -> bool:
    """Tell whether a place belongs to who says it ("police in Mosul said", "told reporters in Erbil")."""
    low, high = min(mention.end, trigger), max(mention.phrase_start, trigger)
    speaker = _SPEAKER.search(text, max(start, mention.phrase_start - 40), mention.phrase_start)
    if speaker and _SAYS.match(text, mention.end, end):
        return True
    if mention.end <= trigger:
        return _SAID.match(text, low, high) is not None
    said = first(text, "speech", low, high)
    if said is not None and _LAW.match(text, said[1], high):
        return False
    return said is not None and high - said[1] < 60 and "," not in text[said[1] : min(high, said[1] + 2)]


#: "According to Article 4" says under which law, and not who says it.
_LAW = re.compile(
    r"\s+(?:the\s+)?(?:[\w-]+\s+)?(?:articles?|laws?|warrants?|decrees?|provisions?)\b", re.IGNORECASE
)
_SAID = re.compile(r"[^,;.]{0,40}\b(?:said|says|told|announced|reported|confirmed)\b", re.IGNORECASE)
