"""One document in, its reports out: each event it tells as a fact, where, when, who, how many, and the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from geoiraq.documents.document import Document
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.recognise import Mention, find_places
from geoiraq.reports.accept import is_anchored
from geoiraq.reports.actors import ActorMention, attribution, blamed_on, find_actors, persons, roles
from geoiraq.reports.casualties import read_casualties
from geoiraq.reports.clauses import Clause, clauses
from geoiraq.reports.dates import DateExpression, Dating, find_dates
from geoiraq.reports.events import CONSEQUENCE, Trigger, any_phrase, find_triggers, with_means
from geoiraq.reports.layout import Sentence, sentences
from geoiraq.reports.modality import told_as_fact
from geoiraq.reports.phrases import lower
from geoiraq.reports.report import Report, Where
from geoiraq.reports.when import NEVER, When, anchored, same_days, when
from geoiraq.reports.where import EVENT, Scene, scenes
from geoiraq.vocabulary import read_words

#: A quote grows by the sentences that go on telling its event, up to this length.
LONGEST_QUOTE = 700
#: A date coarser than this (UCDP: within a month) is background and does not carry the story on.
STORY_PRECISION = 4


@dataclass(frozen=True, slots=True)
class Story:
    """What the sentences so far have established.

    Attributes
    ----------
    dating
        The date that the story has reached.
    paragraph
        The paragraph of the latest reports.
    latest
        How many of the reports so far tell the latest event (one for each of its places).
    told_from, told_to
        The stretch that tells the latest event.
    paragraph_date
        The date given in the paragraph so far.
    """

    dating: Dating | None = None
    paragraph: int = -1
    latest: int = 0
    told_from: int = 0
    told_to: int = 0
    paragraph_date: Dating | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    """What a sentence names."""

    sentence: Sentence
    mentions: Sequence[Mention]
    dates: Sequence[DateExpression]
    actors: Sequence[ActorMention]


def read_reports(document: Document, *, gazetteer: Gazetteer | None = None) -> list[Report]:
    """Read the reports of events that a document holds.

    Parameters
    ----------
    document
        The document.
    gazetteer
        Where places are looked up; the one that comes with the package if None.

    Returns
    -------
    list of Report
        In the order of the text; one for each place of each event told as a fact.
    """
    text = document.text
    mentions = find_places(text, gazetteer=gazetteer)
    dates = find_dates(text)
    found: list[Report] = []
    story = Story()
    parts = sentences(text)
    headed = any(not part.title for part in parts)
    for part in parts:
        if part.title and headed:
            continue
        words = _Words(
            part,
            [m for m in mentions if part.start <= m.start < part.end],
            [d for d in dates if part.start <= d.start < part.end],
            find_actors(text, part.start, part.end),
        )
        story = _new_paragraph(document, mentions, dates, part, story)
        found, story = _read_sentence(document, words, mentions, dates, found, story)
    return _without_summaries(found)


def _new_paragraph(
    document: Document,
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
    part: Sentence,
    story: Story,
) -> Story:
    if part.paragraph == story.paragraph:
        return story
    return replace(
        story, paragraph=part.paragraph, paragraph_date=_section_date(document, dates, part, story)
    )


def _section_date(
    document: Document, dates: Sequence[DateExpression], part: Sentence, story: Story
) -> Dating | None:
    """Give the date of the innermost heading that has one."""
    for start, end in reversed(part.section):
        for expression in dates:
            if start <= expression.start < end:
                dating = anchored(document, expression, story.dating)
                if dating is not None:
                    return dating
    return None


def _section_places(mentions: Sequence[Mention], part: Sentence) -> list[Mention]:
    """Give the places of the innermost heading that names one."""
    for start, end in reversed(part.section):
        named = [m for m in mentions if start <= m.start < end]
        if named:
            return named[:1]
    return []


def _read_sentence(
    document: Document,
    words: _Words,
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
    found: list[Report],
    story: Story,
) -> tuple[list[Report], Story]:
    text, part = document.text, words.sentence
    all_triggers = find_triggers(text, part.start, part.end)
    triggers = told_as_fact(text, all_triggers, part.start, part.end)
    if not triggers:
        found = _with_attribution(document, part, found, story)
        return found, _with_date(document, words, story)
    for clause in clauses(text, part.start, part.end, triggers, words.mentions, words.dates):
        found, story = _read_clause(document, words, mentions, clause, found, story)
    return found, story


def _read_clause(
    document: Document,
    words: _Words,
    mentions: Sequence[Mention],
    clause: Clause,
    found: list[Report],
    story: Story,
) -> tuple[list[Report], Story]:
    text, part = document.text, words.sentence
    lead = with_means(clause.lead, text, clause.start, clause.end)
    dated = _dated(document, words, clause, lead, story)
    placed = _placed(text, words, clause, lead)
    own_place = [scene for scene in placed if scene.role >= EVENT]
    if _goes_on_telling(text, part, clause, lead, dated, own_place, found, story):
        return _told_further(document, part, clause, found, story)
    if not placed and _is_elsewhere(text, clause.start, clause.end):
        return found, story
    wheres = _wheres(text, mentions, part, placed, lead, dated, found, story)
    if _only_abroad(wheres):
        return found, story
    casualties = read_casualties(text, clause.start, clause.end)
    who = roles(text, lead, words.actors, clause.start, clause.end)
    blamed = blamed_on(text, part.start, part.end)
    if not is_anchored(text, clause, lead, dated, wheres, casualties, who):
        return found, _with_date(document, words, story)
    if len(wheres) > 1:
        # A toll told for several places is not known for each of them.
        casualties = replace(casualties, low=None, best=None, injured=None, injured_low=None)
    reports = [
        Report(
            document=document,
            start=part.start,
            end=part.end,
            layer=lead.kind.layer,
            event_type=lead.kind.event_type,
            sub_event_type=lead.kind.sub_event_type,
            specific=lead.kind.id not in ("attack", CONSEQUENCE),
            dating=dated.dating,
            dating_inherited=dated.inherited,
            where=where,
            actor=who.actor or blamed,
            target=who.target,
            attribution=attribution(text, part.start, part.end),
            casualties=casualties,
            persons=persons(text, clause.start, clause.end),
            confidence=_confidence(lead, dated, where, who.actor),
        )
        for where in wheres
    ]
    reached = _fine(dated.dating) or story.dating
    story = replace(
        story,
        dating=reached,
        latest=len(reports),
        told_from=clause.start,
        told_to=clause.end,
        paragraph_date=story.paragraph_date or _fine(dated.dating),
    )
    return [*found, *reports], story


def _dated(document: Document, words: _Words, clause: Clause, lead: Trigger, story: Story) -> When:
    """Date an event by its clause, else by how the sentence or paragraph began, else by the heading."""
    dated = when(document, words.dates, lead.start, clause.start, clause.end, story.dating)
    if dated.dating is not None:
        return dated
    part = words.sentence
    opening = [d for d in words.dates if d.start - part.start < 40 and d.role == "when"]
    for expression in opening:
        dating = anchored(document, expression, story.dating)
        if dating is not None:
            return When(dating)
    if story.paragraph_date is not None:
        return When(story.paragraph_date, inherited=True)
    if story.dating is not None and story.dating.precision <= 2 and _goes_along(document.text, part):
        return When(story.dating, inherited=True)
    return NEVER


def _goes_along(text: str, part: Sentence) -> bool:
    """Tell whether a sentence tells what happened at the same time as what was told before."""
    return _connectives().search(lower(text[part.start : min(part.end, part.start + 60)])) is not None


def _placed(text: str, words: _Words, clause: Clause, lead: Trigger) -> list[Scene]:
    """Choose the places of a clause; where it names none, those that its sentence names before it."""
    part = words.sentence
    inside = [m for m in words.mentions if clause.start <= m.start < clause.end]
    placed = scenes(text, inside, lead.kind.layer, lead.start, lead.end, part.start, part.end)
    if placed:
        return placed
    before = [m for m in words.mentions if m.start < clause.start]
    return scenes(text, before, lead.kind.layer, lead.start, lead.end, part.start, part.end)


def _goes_on_telling(
    text: str,
    part: Sentence,
    clause: Clause,
    lead: Trigger,
    dated: When,
    own_place: Sequence[Scene],
    found: Sequence[Report],
    story: Story,
) -> bool:
    """Tell whether a clause says more of the latest event ("the blast killed two") and not of a new one."""
    if not found or not story.latest:
        return False
    last = found[-1]
    same_paragraph = part.paragraph == story.paragraph and last.start >= 0 and story.told_to <= clause.start
    definite = (
        _definite().search(text[max(part.start, lead.start - 40) : lead.start]) is not None
        and lead.form == "noun"
    )
    only_consequence = all(t.kind.id == CONSEQUENCE for t in clause.triggers)
    if not (definite or only_consequence) or lead.kind.layer != last.layer:
        return False
    if any(
        scene.area.place_id not in (last.where.area.place_id if last.where.area else None, None)
        for scene in own_place
    ):
        return False
    if dated.dating is not None and not dated.inherited and not same_days(dated.dating, last.dating):
        return False
    return same_paragraph and clause.start - story.told_to < 400 or definite


def _told_further(
    document: Document, part: Sentence, clause: Clause, found: list[Report], story: Story
) -> tuple[list[Report], Story]:
    """Add what a clause says more of the latest event to its reports."""
    near = (
        0 <= part.start - story.told_to < 40
        or part.start <= story.told_from < part.end
        or story.told_to >= part.start
    )
    if not near:
        return found, story
    text = document.text
    kept, latest = found[: -story.latest], found[-story.latest :]
    casualties = read_casualties(text, story.told_from, clause.end)
    grown = []
    for report in latest:
        end = part.end if part.end - report.start <= LONGEST_QUOTE else report.end
        told = report.casualties if len(latest) > 1 else casualties
        grown.append(replace(report, end=max(report.end, end), casualties=told))
    return _with_attribution(document, part, [*kept, *grown], story), replace(story, told_to=clause.end)


def _with_attribution(document: Document, part: Sentence, found: list[Report], story: Story) -> list[Report]:
    """Let "ISIS claimed responsibility" speak of the latest event of its paragraph."""
    if not found or not story.latest or part.start - found[-1].end > 300:
        return found
    words = attribution(document.text, part.start, part.end)
    if words == "stated" or found[-1].attribution != "stated":
        return found
    actor = blamed_on(document.text, part.start, part.end)
    kept, latest = found[: -story.latest], found[-story.latest :]
    return [*kept, *(replace(r, attribution=words, actor=r.actor if not actor else actor) for r in latest)]


def _with_date(document: Document, words: _Words, story: Story) -> Story:
    for expression in words.dates:
        if expression.role == "when":
            dating = anchored(document, expression, story.dating)
            if _fine(dating) is not None:
                return replace(story, dating=dating, paragraph_date=story.paragraph_date or dating)
    return story


def _fine(dating: Dating | None) -> Dating | None:
    """Give a date that is fine enough for the sentences after it to be dated by it."""
    return dating if dating is not None and dating.precision <= STORY_PRECISION else None


def _wheres(
    text: str,
    mentions: Sequence[Mention],
    part: Sentence,
    placed: Sequence[Scene],
    lead: Trigger,
    dated: When,
    found: Sequence[Report],
    story: Story,
) -> list[Where]:
    """Say where: the clause's places, else the heading's, else the latest event's where the story goes on there."""
    if placed:
        return [_where(text, scene, inherited=False) for scene in placed]
    heading = _section_places(mentions, part)
    if heading:
        return [Where(heading[0].text, heading[0].area, inherited=True)]
    if found and story.latest == 1 and part.paragraph == story.paragraph and story.told_to > 0:
        last = found[-1]
        same_part = last.document.text[last.start : part.start].count("\n") == 0
        if (
            same_part
            and lead.kind.layer == last.layer
            and (dated.inherited or same_days(dated.dating, last.dating))
        ):
            return [replace(last.where, inherited=True)]
    return [Where("", None)]


def _where(text: str, scene: Scene, *, inherited: bool) -> Where:
    mention = scene.mention
    return Where(text[mention.phrase_start : mention.phrase_end], scene.area, inherited)


def _only_abroad(wheres: Sequence[Where]) -> bool:
    """Tell whether all that is said of the place is a country other than Iraq and Syria."""
    return all(
        w.area is not None and w.area.kind == "country" and w.area.place_id not in ("iraq", "syria")
        for w in wheres
    )


def _is_elsewhere(text: str, start: int, end: int) -> bool:
    return _elsewhere().search(text, start, end) is not None


def _confidence(lead: Trigger, dated: When, where: Where, actor: str) -> float:
    confidence = 0.45
    if where.area is not None and where.area.status == "resolved" and where.area.basis != "country":
        confidence += 0.25 * where.area.confidence * (0.5 if where.inherited else 1.0)
    if dated.dating is not None:
        exact = dated.dating.precision <= 2
        confidence += (0.15 if exact else 0.08) * (0.5 if dated.inherited else 1.0)
    confidence += 0.08 if lead.kind.id not in ("attack", CONSEQUENCE) else 0.0
    return round(min(confidence + (0.05 if actor else 0.0), 0.97), 2)


def _without_summaries(found: list[Report]) -> list[Report]:
    """Leave out totals ("23 strikes in Syria and Iraq") whose parts the document lists place by place."""
    placed = [r for r in found if r.where.area is not None and r.where.area.basis != "country"]

    def is_summary(report: Report) -> bool:
        if report in placed or report.dating is None:
            return False
        parts = [
            r
            for r in placed
            if r.layer == report.layer
            and r.sub_event_type == report.sub_event_type
            and r.dating == report.dating
        ]
        return len(parts) >= 3

    return [r for r in found if not is_summary(r)]


@cache
def _connectives() -> re.Pattern[str]:
    return any_phrase(tuple(read_words("geoiraq.reports", "modality")["connectives"]))


@cache
def _definite() -> re.Pattern[str]:
    return re.compile(r"\b(?:the|this|these|those|that|both)\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)


@cache
def _elsewhere() -> re.Pattern[str]:
    places = sorted(read_words("geoiraq.reports", "elsewhere")["places"], key=len, reverse=True)
    return re.compile(
        rf"\b(?:in|near|at|outside|from|of)\s+(?:\w+\s+)?(?:{'|'.join(map(re.escape, places))})\b"
    )
