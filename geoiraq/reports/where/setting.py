"""Where an event was: by its own words, else by those of its sentence, its heading and its story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from geoiraq.places.recognition.recognise import Mention
from geoiraq.places.resolution import apart_km
from geoiraq.reports.page import Page, Words, within
from geoiraq.reports.report import Report, Where
from geoiraq.reports.story import Story
from geoiraq.reports.text.columns import holds
from geoiraq.reports.text.layout import Sentence
from geoiraq.reports.what.clauses import Clause
from geoiraq.reports.what.events import Trigger, stands_for
from geoiraq.reports.when.clause import When
from geoiraq.reports.when.on_calendar import same_days
from geoiraq.reports.where.part import EVENT, HOME
from geoiraq.reports.where.pointing import LOOK_BACK, described_before, pointed_at
from geoiraq.reports.where.scene import Scene
from geoiraq.reports.where.scenes import scenes
from geoiraq.vocabulary import read_words

#: "Its last convoy left": of the place just spoken of.
_ITS = re.compile(r"(?:Its|There|It)\b")
#: A force that moves is nowhere but where the text says.
_MOVES = ("withdrawal", "deployment")
#: A site lies no further from the town that it is told of with.
FAR_KM = 30.0
#: What a town or a site is told more closely than.
_REGIONS = ("governorate", "country", "landform")
_SAME = re.compile(r"\b(?:at|in|on|near)\s+the\s+same\s+\w+")
#: "A bomber struck a queue in this town south of Baghdad": where the report was filed; so near to the event word.
_THIS_TOWN = re.compile(
    r"\b(?:in|near|outside|on\s+the\s+edge\s+of)\s+this\s+(?:[\w-]+\s+){0,3}?(?:town|city|village)\b"
)
THIS_REACH = 80
_HERE = re.compile(r"\bhere\b")
#: What comes after "but" is of something else.
_CONTRAST = re.compile(r"\s*(?:;|(?:but|yet|although|though)\b)")
#: What stands near the place that a story is told from.
_NEXT_DOOR = re.compile(
    r"\bnext\s+door\b|\bdoors\s+(?:down|away|up|along)\b|\b(?:a|the)\s+corner\b"
    r"|\b(?:across|over|down|up|along|at\s+the\s+(?:end|top|bottom|corner)\s+of|opposite|in|on)\s+(?:the|this|his|her|our|their)"
    r"\s+(?:same\s+)?(?:street|road|lane|alley|shop|bakery|yard|courtyard)\b"
)
#: Where the latest event took place.
_SCENE = re.compile(r"\bthe\s+(?:same\s+)?(?:scene|spot)\b")
#: Likewise, of an event that the same paragraph told.
_SAME_SCENE = re.compile(
    r"\bthe\s+same\s+(?:area|spot|road|street|stretch|track|bend|junction|crossroads|place|market|field|house|farm|orchard)\b"
)


def own_scenes(page: Page, words: Words, lead: Trigger, start: int, end: int) -> list[Scene]:
    """Choose the places that a stretch names for an event."""
    part = words.part
    return _scenes(page, within(words.mentions, start, end), lead, part.start, part.end, EVENT)


def _scenes(
    page: Page, named: Sequence[Mention], lead: Trigger, start: int, end: int, least: int
) -> list[Scene]:
    near = [m for m in named if m.text not in _far_places()]
    chosen = scenes(page.text, near, lead.kind.layer, lead.start, lead.end, start, end)
    return [scene for scene in chosen if scene.role >= least]


def place_event(
    page: Page,
    words: Words,
    clause: Clause,
    lead: Trigger,
    dated: When,
    own: Sequence[Scene],
    story: Story,
    found: Sequence[Report],
) -> list[Where]:
    """Say where: at the clause's places, else the sentence's, else the heading's, else where the story is.

    Parameters
    ----------
    page
        The document and what it names.
    words, clause, lead
        The sentence, its clause, and the word that tells what happened.
    dated, own
        When it happened, and the places that the clause itself names.
    story, found
        What was told so far.

    Returns
    -------
    list of Where
        One for each place; one without a place where nothing places it.
    """
    filed = page.filed_from()
    if filed is not None and _THIS_TOWN.search(page.text, clause.start, lead.end + THIS_REACH):
        return [Where(filed.text, filed.place, inherited=True)]
    here = own or _borrowed(page, words, clause, lead, story)
    label = page.labelled_place(words.part)
    if words.part.row is not None and label is not None:
        finer = next((scene for scene in here if _lies_within(scene, label)), None)
        return [as_where(page.text, finer) if finer else Where(label.text, label.area)]
    if label is None:
        here = here or _at_home(page, words, lead, clause)
    if any(scene.area.status == "resolved" for scene in here) and not (
        _labelled_closer(label, here) or _points_closer(page, words.part, clause, here)
    ):
        return [as_where(page.text, scene) for scene in here]
    around = _placed_around(page, words, clause, lead, dated, story, found)
    if around is not None:
        return [around]
    return [as_where(page.text, scene) for scene in here] or [Where("", None)]


def _lies_within(scene: Scene, label: Mention) -> bool:
    """Tell whether a place lies in the one that a table's column gives, as a quarter does in its town."""
    inner, outer = scene.area.radius_km, label.area.radius_km
    smaller = inner is not None and outer is not None and inner < outer
    return smaller and apart_km(scene.area, label.area) <= (outer or 0)


def _labelled_closer(label: Mention | None, here: Sequence[Scene]) -> bool:
    """Tell whether the place that labels a report says it better than the region around it."""
    return (
        label is not None
        and label.place.basis not in _REGIONS
        and all(s.area.basis in _REGIONS and s.area.governorate == label.place.governorate for s in here)
    )


def _points_closer(page: Page, part: Sentence, clause: Clause, here: Sequence[Scene]) -> bool:
    """Tell whether "the same airport", or "the base in Anbar", says it better than the region beside it."""
    if not all(scene.area.basis in _REGIONS for scene in here):
        return False
    if _SAME.search(page.text, clause.start, clause.end) is not None:
        return True
    before = page.named_before(part.start, LOOK_BACK)
    pointed = pointed_at(page.text, clause.start, clause.end, before)
    governorates = {scene.area.governorate or scene.area.name for scene in here}
    return pointed is not None and pointed.place.basis == "site" and pointed.place.governorate in governorates


def _placed_around(
    page: Page,
    words: Words,
    clause: Clause,
    lead: Trigger,
    dated: When,
    story: Story,
    found: Sequence[Report],
) -> Where | None:
    """Say where, of an event whose own words do not: where its label, its heading or the story is."""
    part = words.part
    filed = page.filed_from()
    if filed is not None and _HERE.search(page.text, clause.start, clause.end):
        return Where(filed.text, filed.place, inherited=True)
    pointing = (_SCENE, _SAME_SCENE) if story.told_in == part.paragraph else (_SCENE,)
    if len(story.latest) == 1 and any(p.search(page.text, clause.start, clause.end) for p in pointing):
        return replace(found[story.latest[0]].where, inherited=True)
    # "Police in Kut said they found bodies across the city": that of those who speak.
    speakers = [m for m in words.mentions if _is_spoken_for(page.text, m, part)]
    before = [*page.named_before(part.start, LOOK_BACK), *speakers]
    left = lead.kind.layer == "withdrawal"
    pointed = pointed_at(page.text, clause.start, clause.end, before, left=left)
    afar = pointed is not None and pointed.start < part.block[0]
    focus = page.focus if afar and pointed is not None and pointed.place.basis == "settlement" else None
    if focus is not None:
        # "The town" of a story about one town is that town.
        return Where(focus.text, focus.place, inherited=True)
    label = page.labelled_place(part)
    if pointed is not None and label is not None and label.place.basis == pointed.place.basis:
        # "KUT - Gunmen shot a judge in the city": the entry's own.
        return Where(label.text, label.area)
    if afar and pointed is not None and (here := _town_of(part, before, pointed)) is not None:
        # "In Habbaniyah opinions were mixed. A brigade has moved into the base": not one far from there.
        return Where(here.text, here.place, inherited=True)
    if pointed is not None:
        latest = found[story.latest[0]].where if len(story.latest) == 1 else None
        # "The city" is that of the event just told, before one that was only mentioned.
        told_there = story.told_in == part.paragraph and latest is not None and latest.area is not None
        if told_there and latest is not None and latest.area and latest.area.basis == pointed.place.basis:
            return replace(latest, inherited=True)
        return Where(pointed.text, pointed.place, inherited=True)
    described = described_before(page.text, clause.start, clause.end, before, left=left)
    if described is not None:
        return replace(as_where(page.text, Scene(described, EVENT)), inherited=True)
    if story.opening is not None:
        return as_where(page.text, Scene(story.opening, EVENT))
    if label is not None:
        return Where(label.text, label.area)
    heading = page.headed_place(part)
    if heading is not None and not _told_closer(part, dated, story, found):
        return Where(heading.text, heading.area, inherited=True)
    goes_on = (
        lead.kind.layer not in _MOVES or story.told_from >= part.start or _ITS.match(page.text, part.start)
    )
    if len(story.latest) == 1 and part.paragraph == story.told_in and goes_on:
        last = found[story.latest[0]]
        same_time = dated.inherited or same_days(dated.dating, last.dating)
        if last.where.area is not None and (same_time or stands_for(page.text, part.start, part.end)):
            return replace(last.where, inherited=True)
    known = next((m for m in words.mentions if _is_spoken_for(page.text, m, part)), None)
    return Where(known.text, known.place, inherited=True) if known is not None else None


def _told_closer(part: Sentence, dated: When, story: Story, found: Sequence[Report]) -> bool:
    """Tell whether an entry has told its event by now at a place, which says it closer than its heading."""
    if len(story.latest) != 1 or story.told_in != part.paragraph:
        return False
    last = found[story.latest[0]]
    same_time = dated.inherited or same_days(dated.dating, last.dating)
    return same_time and last.where.area is not None and last.where.area.basis not in _REGIONS


def _town_of(part: Sentence, before: Sequence[Mention], pointed: Mention) -> Mention | None:
    """Give the town that a paragraph has named before, where the site that its words point back to is far from it."""
    towns = [
        m for m in before if m.start >= part.block[0] and m.place.basis == "settlement" and not m.dateline
    ]
    far = bool(towns) and pointed.place.basis == "site" and apart_km(towns[-1].place, pointed.place) > FAR_KM
    return towns[-1] if far else None


def place_nearby(page: Page, words: Words, clause: Clause, lead: Trigger) -> list[Where]:
    """Say where an event was that nothing else places: at a place around it, less surely.

    Parameters
    ----------
    page
        The document and what it names.
    words, clause, lead
        The sentence, its clause, and the word that tells what happened.

    Returns
    -------
    list of Where
        One: of what was next door the setting of the story, else the place that the headline names, else the one that
        somebody of the clause belongs to, else the nearest one named before in the paragraph, else none. A force that
        moves is nowhere but where the text says.
    """
    setting = page.setting if _NEXT_DOOR.search(page.text, clause.start, clause.end) else None
    if setting is not None and not within(words.mentions, clause.start, clause.end):
        return [Where(setting.text, setting.place, inherited=True)]
    if lead.kind.layer in _MOVES and not _ITS.match(page.text, words.part.start):
        return [Where("", None)]
    focus = page.focus
    if focus is not None and not within(words.mentions, clause.start, clause.end):
        return [Where(focus.text, focus.place, inherited=True)]
    nearby = _at_home(page, words, lead, clause) or _told_before(page, words, lead)
    return [replace(as_where(page.text, scene), inherited=True) for scene in nearby] or [Where("", None)]


def _at_home(page: Page, words: Words, lead: Trigger, clause: Clause) -> list[Scene]:
    """Choose the place that somebody of the clause belongs to: "a commander in Hit was shot" tells of Hit."""
    named = within(words.mentions, clause.start, clause.end)
    return _scenes(page, named, lead, words.part.start, words.part.end, HOME)[:1]


def _told_before(page: Page, words: Words, lead: Trigger) -> list[Scene]:
    """Choose the nearest place named before in the paragraph as one where things happen."""
    start, end = words.part.block[0], words.part.start
    return _scenes(page, page.places(start, end), lead, start, end, EVENT)[:1] if start < end else []


def _borrowed(page: Page, words: Words, clause: Clause, lead: Trigger, story: Story) -> list[Scene]:
    """Choose the places of a clause that names none: those before it in its sentence, else those after it.

    Where forces went is not where they came from, so moves borrow nothing from an event told in their sentence.
    """
    part = words.part
    told = story.told_in == part.paragraph and story.told_from >= part.start
    if told and lead.kind.layer in _MOVES:
        return []
    before = own_scenes(page, words, lead, part.start, clause.start)
    if before or _CONTRAST.match(page.text, clause.end):
        return before
    days = [
        within(words.dates, low, high) for low, high in ((clause.start, clause.end), (clause.end, part.end))
    ]
    # "On Wednesday, its answer to a killing in Baghdad five days before": each has a day, and the place is the other's.
    return [] if all(days) else own_scenes(page, words, lead, clause.end, part.end)


#: "The workshop is in New Baghdad": where what was spoken of lies.
_LIES = re.compile(
    r"(?:The|This|That|His|Her|Their|Its)\s+(?:[\w'’-]+\s+)?(?P<what>[\w'’-]+)\s+(?:is|was|are|were|lies|lay|stands|stood)\s+"
    r"(?:located\s+|situated\s+)?(?:in|at|near|on|outside|inside|south|north|east|west)\b"
)


def stated_scenes(page: Page, words: Words, told: Report) -> list[Scene]:
    """Choose the place where a sentence says that something lies of which an event was told."""
    part = words.part
    lies = _LIES.match(page.text, part.start, part.end)
    if lies is None or page.text.find(lies["what"], told.start, told.end) < 0:
        return []
    near = [m for m in words.mentions if m.text not in _far_places()]
    return scenes(page.text, near, told.layer, lies.end() - 1, lies.end(), part.start, part.end)


def as_where(text: str, scene: Scene) -> Where:
    """Give a place of an event in the words of the text."""
    mention = scene.mention
    return Where(text[mention.phrase_start : mention.phrase_end], scene.area)


def _is_spoken_for(text: str, mention: Mention, part: Sentence) -> bool:
    """Tell whether somebody of the place speaks ("the mayor of Tal Afar said"): it mostly happened there."""
    if mention.dateline or mention.place.basis in ("country", "governorate"):
        return False
    before = holds(text, "locals", max(part.start, mention.start - 30), mention.start)
    return before or holds(text, "locals", mention.end, mention.end + 20)


def is_elsewhere(text: str, lead: Trigger, own: Sequence[Scene], start: int, end: int) -> bool:
    """Tell whether a clause puts its event in a place outside the area that is mapped.

    Of a place there and one here, "the bombing in Algiers, and a vigil at the Canal Hotel", the one that follows
    the event word first is the event's.
    """
    if not own:
        whither = "|to|into|for" if lead.kind.layer == "deployment" else ""
        return _elsewhere(f"in|near|at|outside|from|of|في|قرب{whither}").search(text, start, end) is not None
    here = min(scene.mention.phrase_start for scene in own)
    return lead.end < here and _elsewhere("in|near|outside|في|قرب").search(text, lead.end, here) is not None


@cache
def _far_places() -> frozenset[str]:
    return frozenset(read_words("geoiraq.reports", "elsewhere")["places"])


@cache
def _elsewhere(prepositions: str) -> re.Pattern[str]:
    places = sorted(read_words("geoiraq.reports", "elsewhere")["places"], key=len, reverse=True)
    return re.compile(rf"\b(?:{prepositions})\s+(?:\w+\s+)?(?:{'|'.join(map(re.escape, places))})\b")
