"""A document and what it names: its places, dates and actors, found once, asked for stretch by stretch."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Protocol, TypeVar

from geoiraq.documents.document import Document
from geoiraq.places.gazetteer import Gazetteer, gazetteer
from geoiraq.places.recognition.recognise import Mention, find_places
from geoiraq.places.resolution import Resolution
from geoiraq.reports.text.layout import Sentence
from geoiraq.reports.when.dates import DateExpression, Dating, Order, find_dates
from geoiraq.reports.when.on_calendar import anchored
from geoiraq.reports.when.said import tells_when
from geoiraq.reports.who.actors import Actor, ActorMention, find_actors
from geoiraq.reports.who.referents import meant_by

#: ISO 3166-1: what happens elsewhere is no incident here.
HOME_COUNTRY = "IQ"
#: A dateline ends within this many characters of the last place it names.
DATELINE_REACH = 80
#: "This shop, off the market in Hawija": the house or street stands this near before the name of its town.
SETTING_REACH = 80
_SET_IN = re.compile(
    r"\b(?:this|our|his|her|their)\s+(?:[\w-]+\s+)?"
    r"(?:shop|street|house|home|caf[eé]|bakery|stall|school|clinic|village|farm|orchard|quarter|neighbou?rhood|alley|lane"
    r"|garage|restaurant|tea\s?house|workshop|office|surgery|pharmacy|kitchen|yard|courtyard|ward)\b"
    r"[^.;:!?\n]{0,45}\b(?:in|at|of)\s+$"
)
#: Before the dateline headlines may name so many places.
FILED_AMONG = 12
#: A first line longer than this is no headline.
LONGEST_HEADLINE = 200
_DATELINE_END = re.compile(r"\s(?:—|–|--?)\s+")
#: "SOUTHWEST ASIA, November 21, 2016 -": a place that no gazetteer needs to know, and the day of writing.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{1,40}[A-Z](?=,|\s\()(?:[ ,.()]{1,3}[A-Z\d]\w*){1,8}[.)]?\s(?:—|–|--?)\s+"
)


@dataclass(frozen=True)
class Words:
    """A sentence and what it names; its actors are looked for when they are first asked for: few sentences need them.

    Attributes
    ----------
    text
        The document's text.
    part
        The sentence, without a dateline.
    named
        All the places it names.
    dates
        The dates it names.
    group
        The one armed group that "the militants" means in it.
    """

    text: str
    part: Sentence
    named: Sequence[Mention]
    dates: Sequence[DateExpression]
    group: Actor | None = None

    @cached_property
    def actors(self) -> Sequence[ActorMention]:
        """The actors it names."""
        return meant_by(self.text, find_actors(self.text, self.part.start, self.part.end), self.group)

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """Those of the places that are no part of an actor's name."""
        return _places(self.named, self.actors)


@dataclass(frozen=True)
class Page:
    """A document with the places and dates it names, in the order of the text."""

    document: Document
    mentions: Sequence[Mention]
    dates: Sequence[DateExpression]
    gazetteer: Gazetteer | None = None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def words(self, part: Sentence, group: Actor | None = None) -> Words:
        """Give a sentence with what it names; `group` is whom "the militants" means in it."""
        part = self._without_dateline(part)
        named = within(self.mentions, part.start, part.end)
        return Words(self.text, part, named, within(self.dates, part.start, part.end), group)

    def places(self, start: int, end: int) -> Sequence[Mention]:
        """Give the places that a stretch names, without those in an actor's name."""
        named = within(self.mentions, start, end)
        return _places(named, find_actors(self.text, start, end)) if named else ()

    def _without_dateline(self, part: Sentence) -> Sentence:
        """Let a sentence begin after "IRAQ (Mosul)." and after "BAGHDAD, Jan 9 (agency) -", where it was written."""
        if part.label is not None and self.labelled_place(part) is not None:
            return part._replace(start=min(part.end, max(part.start, part.label.told_from)))
        return part._replace(start=self._dateline_end(part.start, part) or part.start)

    def _dateline_end(self, start: int, part: Sentence) -> int | None:
        """Find where the dateline ends with which a stretch that reaches to a sentence's end begins, if it has one."""
        filed = [m for m in within(self.mentions, start, part.end) if m.dateline]
        if filed:
            end = _DATELINE_END.search(
                self.text, filed[-1].end, min(part.end, filed[-1].end + DATELINE_REACH)
            )
            return end.end() if end else None
        if part.bullet or start != part.block[0]:
            return None
        # An unknown place and the day of writing, before the sentence that opens a paragraph.
        head = _DATELINE.match(self.text, start, part.end)
        return head.end() if head is not None and within(self.dates, start, head.end()) else None

    def day_of_writing(self, part: Sentence) -> Dating | None:
        """Give the day that the dateline of a sentence's paragraph names."""
        start = part.block[0]
        end = self._dateline_end(start, part)
        return self.first_date(start, end, None) if end else None

    def first_date(self, start: int, end: int, story: Dating | None) -> Dating | None:
        """Give the first date in a stretch that says when something was and can be put on the calendar."""
        return self._first((d for d in within(self.dates, start, end) if d.role == "when"), story)

    def date_of(self, dates: Iterable[DateExpression], story: Dating | None) -> Dating | None:
        """Give the first of some dates that says when something happened and can be put on the calendar."""
        return self._first((d for d in dates if tells_when(self.text, d)), story)

    def _first(self, dates: Iterable[DateExpression], story: Dating | None) -> Dating | None:
        for expression in dates:
            dating = anchored(self.document, expression, story)
            if dating is not None:
                return dating
        return None

    def named_before(self, at: int, most: int) -> Sequence[Mention]:
        """Give the last places named before an offset."""
        end = bisect_left(self.mentions, at, key=lambda mention: mention.start)
        return self.mentions[max(0, end - most) : end]

    def filed_from(self) -> Mention | None:
        """Give the place of the dateline, which "here" means."""
        return next((m for m in self.mentions[:FILED_AMONG] if m.dateline), None)

    @cached_property
    def focus(self) -> Mention | None:
        """The town that the headline names, where it names one place: what the document is about."""
        headline = self.document.title or self.text.lstrip().partition("\n")[0]
        if len(headline) > LONGEST_HEADLINE:
            return None
        named = find_places(headline, gazetteer=self.gazetteer)
        alone = len({m.place.place_id for m in named}) == 1 and named[0].relation is None
        return named[0] if alone and named[0].place.basis == "settlement" else None

    @cached_property
    def setting(self) -> Mention | None:
        """The place of "this shop in Dora" or "his street in Hawija": where "across the road" is, all along a story."""
        return next((m for m in self.mentions if self._is_setting(m)), None)

    def _is_setting(self, mention: Mention) -> bool:
        if mention.place.basis not in ("settlement", "neighbourhood") or mention.relation is not None:
            return False
        return _SET_IN.search(self.text, max(0, mention.start - SETTING_REACH), mention.start) is not None

    def is_abroad(self, area: Resolution | None) -> bool:
        """Tell whether a place lies in a country other than Iraq, or is one."""
        if area is None or area.place_id is None:
            return False
        known = (self.gazetteer or gazetteer()).places.get(area.place_id)
        return known is not None and known.country != HOME_COUNTRY

    def labelled_place(self, part: Sentence) -> Mention | None:
        """Give the place that the words before an item name: "IRAQ (Mosul).", "NEAR TIKRIT -"."""
        if part.label is None:
            return None
        return next(iter(within(self.mentions, part.label.start, part.label.end)), None)

    def headed_place(self, part: Sentence) -> Mention | None:
        """Give the place of the innermost heading that names one."""
        for start, end in reversed(part.section):
            named = within(self.mentions, start, end)
            if named:
                return named[0]
        return None


def open_page(document: Document, gazetteer: Gazetteer | None, order: Order | None = None) -> Page:
    """Find the places and dates that a document names; `order` is that of 03/04/2020 where it does not tell."""
    places, dates = find_places(document.text, gazetteer=gazetteer), find_dates(document.text, order=order)
    return Page(document, places, dates, gazetteer)


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


Spanned = TypeVar("Spanned", bound=_Spanned)


def within(items: Sequence[Spanned], start: int, end: int) -> Sequence[Spanned]:
    """Give the items that begin in a stretch, of a sequence in the order of the text."""
    low = bisect_left(items, start, key=_START)
    return items[low : bisect_left(items, end, lo=low, key=_START)]


_START = attrgetter("start")


def _places(mentions: Sequence[Mention], actors: Sequence[ActorMention]) -> list[Mention]:
    """Leave out names that are part of an actor's ("Baghdad Operations Command"), and borders beside places on them."""
    places = [m for m in mentions if not any(_is_part(m, a) for a in actors)]
    off_the_border = [m for m in places if m.place.kind != "border"]
    return off_the_border or places


def _is_part(mention: Mention, actor: ActorMention) -> bool:
    inside = actor.start <= mention.start and mention.end <= actor.end
    return inside and (actor.start, actor.end) != (mention.start, mention.end)
