"""What the sentences so far have established: the day, the place and the event that the story has reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from geoiraq.places.recognition.recognise import Mention
from geoiraq.places.resolution import Resolution, apart_km
from geoiraq.reports.report import Report
from geoiraq.reports.text.columns import holds
from geoiraq.reports.text.layout import Sentence
from geoiraq.reports.text.phrases import lower
from geoiraq.reports.tolls.casualties import died_of_wounds, raises_toll
from geoiraq.reports.what.aftermath import strikes_again
from geoiraq.reports.what.clauses import Clause
from geoiraq.reports.what.events import CONSEQUENCE, Trigger
from geoiraq.reports.when.clause import When
from geoiraq.reports.when.dates import Dating
from geoiraq.reports.when.on_calendar import same_days
from geoiraq.reports.where.scene import Scene
from geoiraq.reports.who.actors import INSURGENT, Actor, is_kin

#: A sentence goes on telling the latest event this far after it, in characters.
NEAR = 400
#: A date coarser than this (UCDP: within a month) is background and does not carry the story on.
STORY_PRECISION = 4
#: UCDP: a date known to within two to six days.
EXACT = 2
#: What is spoken of again is one of the last so many reports.
LOOK_BACK = 16
#: Whose bodies are found later was taken in an event of this kind.
ABDUCTION = "Abduction/forced disappearance"
#: The kind of event that a body found is.
BODIES = "bodies"
_OF_THE_TAKEN = re.compile(
    r"\b(?:his|her|their|the\s+\w+['’]s?)\s+(?:\w+\s+)?(?:body|bodies|corpses?|remains)\b"
    r"|\b(?:the\s+)?(?:body|bodies|corpses?|remains)\s+of\s+(?:the|all|both|those|\w+\s+of\s+them)\b"
    r"|\b(?:he|she|they|the\s+\w+|both|all)\s+(?:was|were)\s+(?:later\s+)?found\s+(?:dead|shot|beheaded|hanged|murdered|killed)\b",
    re.IGNORECASE,
)
#: "The worst such attack": the word for it stands this near after "was the".
RANKED_REACH = 45
#: An adverb with which a sentence goes on from the one before stands within this many characters.
OPENING = 60


class Story(NamedTuple):
    """What the sentences so far have established.

    Attributes
    ----------
    dating
        The date that the story has reached.
    latest
        Which of the reports so far tell the event that is spoken of (one for each of its places).
    told_from, told_to
        The stretch that tells the latest event.
    told_in
        The paragraph of the latest event.
    counted
        Whether the clause that told it counted its dead.
    paragraph, begun
        The paragraph being read, and how many have begun that are prose: not a letterhead, a number or a name.
    paragraph_date
        The date given in it so far.
    lead_date, lead_actor
        The date and the actor of the paragraph before a list, which hold for its entries.
    lead_section
        The headings which that paragraph stands under: under others its date and actor hold no more.
    news_date
        The day of the event that the report opens with: what it goes on to tell as done happened then, unless it says
        otherwise.
    opening
        The place that the entry being read opens with: "- 10 Mar, 0735 hrs, Dora. Grenade thrown at patrol."
    entered
        Whether the latest event was no more than the forcing of an entry, which an arrest explains.
    groups
        The armed groups named so far.
    strangers_in
        The last paragraph that brought in gunmen of no group.
    """

    dating: Dating | None = None
    latest: tuple[int, ...] = ()
    told_from: int = 0
    told_to: int = 0
    told_in: int = -1
    counted: bool = False
    paragraph: int = -1
    begun: int = 0
    paragraph_date: Dating | None = None
    lead_date: Dating | None = None
    lead_actor: str = ""
    lead_section: tuple[tuple[int, int], ...] = ()
    news_date: Dating | None = None
    opening: Mention | None = None
    entered: bool = False
    groups: tuple[Actor, ...] = ()
    strangers_in: int = -1

    def group(self, part: Sentence) -> Actor | None:
        """Give the group that "the militants" means in a sentence: in prose, the only one named so far.

        Beside insurgents, a militia is rather one that fights them.
        """
        groups = [group for group in self.groups if group.kind == INSURGENT] or self.groups
        if len(groups) != 1 or part.listed or self.strangers_in == part.paragraph:
            return None
        return groups[0]


def carries(dating: Dating | None) -> Dating | None:
    """Give a date that is fine enough for the sentences after it to be dated by it."""
    return dating if dating is not None and dating.precision <= STORY_PRECISION else None


def goes_on(
    text: str,
    part: Sentence,
    clause: Clause,
    lead: Trigger,
    dated: When,
    own: Sequence[Scene],
    actor: str,
    found: Sequence[Report],
    story: Story,
) -> bool:
    """Tell whether a clause says more of the latest event ("the blast killed two") and not of a new one.

    Parameters
    ----------
    text
        The text.
    part, clause, lead
        The sentence, its clause, and the word that tells what happened.
    dated, own, actor
        When it happened, the places that the clause itself names, and who it says did it.
    found, story
        What was told so far.

    Returns
    -------
    bool
        False where the clause names another place or day, another kind of event, or says that it is another.
    """
    if not found or not story.latest or clause.start - story.told_to > NEAR:
        return False
    latest = [found[number] for number in story.latest]
    last = latest[-1]
    same_paragraph = part.paragraph == story.told_in
    if part.bullet and not same_paragraph:
        return False
    consequence = all(t.kind.id == CONSEQUENCE for t in clause.triggers)
    if same_paragraph and _took(last):
        bodies = _OF_THE_TAKEN.search(text, part.start, part.end)
        if bodies and (consequence or _is_find(lead) or bodies.start() == part.start):
            return True  # whose bodies were found elsewhere and later
    if same_paragraph and lead.kind.layer == "arrest" and last.layer == "attack":
        return not own and (dated.dating is None or dated.inherited)  # who was caught for it
    if lead.kind.layer != last.layer and not (consequence and last.layer == "other"):
        return False
    another_day = (
        dated.dating is not None and not dated.inherited and not _days_meet(dated.dating, last.dating)
    )
    if another_day or (own and not any(_is_there(scene.area, r.where.area) for scene in own for r in latest)):
        # "He died of his wounds in a Baghdad hospital on 3 May", "on Friday a body was found, taking the toll to five"
        raised = not own and last.casualties.best is not None and raises_toll(text, clause.start, clause.end)
        late = consequence and died_of_wounds(text, clause.start, clause.end)
        return raised or (same_paragraph and late)
    if _APART.match(text, clause.start, clause.end):
        return False
    suffered = same_paragraph and _suffered_it(text, part, lead)
    one_by_one = is_one_of_them(text, part, story)
    if one_by_one and own and all(not _is_same_place(scene.area, last.where.area) for scene in own):
        return False  # "The first killed five in Karrada": it has a place of its own
    if consequence or suffered or _is_definite(text, part, lead) or one_by_one:
        return True
    there = all(_is_same_place(scene.area, last.where.area) for scene in own)
    if same_paragraph and there and strikes_again(text, clause.start, clause.end):
        return True
    if _is_another(text, clause.start, lead):
        return False
    if _is_theirs(lead, actor, last):
        return False
    if (
        own
        or (dated.dating is not None and not dated.inherited)
        or (actor and last.actor and not is_kin(actor, last.actor))
    ):
        return False
    same_side = bool(actor) and bool(last.actor) and is_kin(actor, last.actor)
    return same_paragraph or (lead.kind.sub_event_type == last.sub_event_type and same_side)


def _is_theirs(lead: Trigger, actor: str, last: Report) -> bool:
    """Tell whether somebody takes people after a blast or a shelling that nobody is told to have done."""
    taken = lead.kind.sub_event_type == ABDUCTION
    return taken and bool(actor) and not last.actor and last.event_type == "Explosions/Remote violence"


def _took(report: Report) -> bool:
    """Tell whether people were taken, whose bodies may be found later."""
    taken = any(toll.kind == "abducted" for toll in report.casualties.tolls)
    return taken or report.sub_event_type == ABDUCTION


def _is_find(lead: Trigger) -> bool:
    """Tell whether a word tells that something, or somebody's body, was found."""
    return lead.kind.layer == "other" or lead.kind.id == BODIES


def _suffered_it(text: str, part: Sentence, lead: Trigger) -> bool:
    """Tell whether a sentence says what was done to those just spoken of: "They had been shot in the head"."""
    before = text[part.start : lead.end]
    return lead.form == "verb" and _SUFFERED.match(before) is not None


_SUFFERED = re.compile(
    r"(?:They|He|She|It|All|Both|Most|Many|Some|Several"
    r"|The\s+(?:attacker|assailant|bomber|shooter|perpetrator|knifeman|gunman|victim)s?|The\s+gunmen)"
    r"\b[^.,;]{0,30}\b(?:was|were|been)\b"
)


def _days_meet(one: Dating, other: Dating | None) -> bool:
    """Tell whether a date can be that of the event told before; a month is not that of one told without a date."""
    return same_days(one, other) and (other is not None or one.precision <= EXACT)


def _is_there(here: Resolution, there: Resolution | None) -> bool:
    """Tell whether two places can be one: the same, or one within the other."""
    if there is None or here.place_id == there.place_id:
        return True
    if "country" in (here.basis, there.basis):
        return True
    if here.place_id is not None and there.place_id is not None and here.basis == there.basis != "relative":
        return False
    if there.name in (here.governorate, here.district) or here.name in (there.governorate, there.district):
        return True
    return apart_km(here, there) <= max(here.radius_km or 0.0, there.radius_km or 0.0)


def _is_same_place(here: Resolution, there: Resolution | None) -> bool:
    return there is not None and (here.place_id, here.name) == (there.place_id, there.name)


def is_one_of_them(text: str, part: Sentence, story: Story) -> bool:
    """Tell whether a sentence tells one by one what was told together: "two bombs" and then "The first went off".

    Parameters
    ----------
    text
        The text.
    part, story
        The sentence, and what was told before it.

    Returns
    -------
    bool
        True where the sentence opens with one of several, and the latest event was of several.
    """
    return names_one(text, part.start, part.end) and names_several(text, story.told_from, story.told_to)


def names_one(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence opens with one of several: "The first", "One of them"."""
    return _ONE_OF_THEM.match(text, start, end) is not None


def names_several(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch tells of several things together: "two bombs", "a string of attacks"."""
    return _TOGETHER.search(text, start, end) is not None


_ONE_OF_THEM = re.compile(
    r"(?:The\s+(?:first|second|third|other|latter|former|one)|One\s+of\s+(?:them|the\s+\w+)|Both)\b"
)
_TOGETHER = re.compile(
    r"\b(?:two|three|four|five|six|seven|twin|double|triple|pair\s+of|series\s+of|string\s+of)\s+(?:[\w-]+\s+){0,2}"
    r"(?:bomb|blast|explosion|device|rocket|missile|shell|mortar|strike|vehicle|car|truck|drone|attack)\w*",
    re.IGNORECASE,
)


def _is_another(text: str, start: int, lead: Trigger) -> bool:
    return holds(text, "novelties", start, lead.end) and " such " not in lower(text[start : lead.end])


def _is_definite(text: str, part: Sentence, lead: Trigger) -> bool:
    if lead.form != "noun":
        return False
    if text.startswith("ال", lead.start):
        return True
    match = _DEFINITE.search(text[max(part.start, lead.start - 40) : lead.start])
    return match is not None and _ONE_OF_MANY.search(match.group()) is None


def is_definite(text: str, part: Sentence, lead: Trigger) -> bool:
    """Tell whether an event is spoken of as known already: "the blast", "these raids"."""
    return _is_definite(text, part, lead)


def ranks(text: str, part: Sentence, lead: Trigger) -> bool:
    """Tell whether a sentence only ranks the event just told: "It was the third such attack this month"."""
    opening = _RANKS.match(text, part.start, part.end)
    return lead.form == "noun" and opening is not None and lead.start - opening.end() < RANKED_REACH


def moves_along(text: str, part: Sentence) -> bool:
    """Tell whether a sentence tells what happened at the same time as what was told before."""
    return holds(text, "connectives", part.start, min(part.end, part.start + OPENING))


#: "Separately, gunmen wounded a judge": what a sentence opens with that tells of another event.
_APART = re.compile(r"\s*(?:Separately|Elsewhere|In (?:a separate|another|other))\b")
#: "It was the third such attack", "This was one of the worst bombings".
_RANKS = re.compile(
    r"(?:It|This|That|(?:The|This)\s+(?:[\w-]+\s+){1,2})\s*(?:was|is|marked|became|came\s+as)\s+"
    r"(?:(?:only|at\s+least|also)\s+)?(?:the|one\s+of\s+the)\b"
)
#: "The deadliest attack", "the second blast": one of several, and not the one told before.
_ONE_OF_MANY = re.compile(
    r"\b(?:\w+iest|\w{3,}est|worst|most|first|second|third|last|latest|next|other)\b", re.IGNORECASE
)
_DEFINITE = re.compile(
    r"\b(?:the|this|these|those|both|such)\s+"
    r"(?:(?!(?:with|by|in|on|of|for|to|from|and|under|after|during|against)\s)[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
