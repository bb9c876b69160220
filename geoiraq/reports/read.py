"""One document in, its reports out: each event it tells as a fact, where, when, who, how many, and the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geoiraq.documents.document import Document
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.recognition.recognise import Mention
from geoiraq.reports.accept import EXACT_DAYS, is_anchored, is_caption, only_counts
from geoiraq.reports.page import Page, Words, open_page, within
from geoiraq.reports.report import Report, Where
from geoiraq.reports.settle import settle
from geoiraq.reports.story import (
    Story,
    carries,
    goes_on,
    is_definite,
    ranks,
)
from geoiraq.reports.telling import Telling
from geoiraq.reports.text.layout import Sentence, sentences
from geoiraq.reports.tolls.casualties import Casualties, read_casualties
from geoiraq.reports.tolls.tabled import in_columns
from geoiraq.reports.what.clauses import Clause, clauses
from geoiraq.reports.what.events import CONSEQUENCE, Trigger, find_triggers, with_means
from geoiraq.reports.what.modality import told_as_fact
from geoiraq.reports.what.taken import taken_by
from geoiraq.reports.when.clause import When
from geoiraq.reports.when.dates import DateExpression, Dating, Order
from geoiraq.reports.when.dating import as_told_there, date_each, date_event, dates_again
from geoiraq.reports.when.framing import in_their_frames
from geoiraq.reports.when.on_calendar import anchored, as_background
from geoiraq.reports.where.setting import (
    is_elsewhere,
    own_scenes,
    place_event,
    place_nearby,
)
from geoiraq.reports.who.actors import another_than, find_actors
from geoiraq.reports.who.roles import roles

#: The kinds of event that releases of strikes list place by place.
STRIKES = frozenset({"strike", "air-strike"})
#: A sentence opens with its date or label within this many characters.
OPENING = 40
#: What an entry says in so many characters before it tells an event is when and where that was.
LONGEST_OPENING = 90
#: What says when a document came out stands within this many characters of its beginning.
HEAD = 600
#: "6 July:", "6 July 2020 -"
_OPENS_ENTRY = re.compile(r"\*{0,2}(?::|\s*[–—]|\s+-\s)")
#: "FOR IMMEDIATE RELEASE - March 9, 2016": the day on which it was written.
_ISSUED = re.compile(r"\b(?:release|published|posted|issued|updated|no\.|number)\b", re.IGNORECASE)
#: "It happened on the previous evening."
_RESUMES = re.compile(
    r"(?:It|This|That|The \w+)\s+(?:happened|occurred|took place|came)\b|The\s+(?:date|day)\s+was\b"
)
#: A paragraph of prose, unlike a letterhead, ends as a sentence does.
_PROSE = re.compile(r"[.!?:؟][\"”’')\]]*\Z")
#: "10/17/2006." or "On 3 May 2006.": a sentence that is nothing but a date.
_DATE_ONLY = re.compile(r"\W*(?:[Oo]n|Date)?\W*")


def read_reports(
    document: Document, *, gazetteer: Gazetteer | None = None, order: Order | None = None
) -> list[Report]:
    """Read the reports of events that a document holds.

    Parameters
    ----------
    document
        The document.
    gazetteer
        Where places are looked up; the one that comes with the package if None.
    order
        What comes first in dates such as 03/04/2020 where the document does not tell: "day" or "month".

    Returns
    -------
    list of Report
        In the order of the text; one for each place of each event told as a fact.
    """
    page, parts = open_page(document, gazetteer, order), sentences(document.text)
    reader = _Reader(
        replace(page, dates=in_their_frames(page.dates, parts, published=document.published)), parts
    )
    headed = any(not part.title for part in parts)
    for part in parts:
        if part.title and headed:
            reader.read_title(part)
        else:
            reader.read_sentence(part)
    return [replace(r, quote=document.text[r.start : r.end]) for r in settle(reader.telling.found)]


class _Reader:
    """Reads the sentences of a document one after the other, and decides what each of their clauses tells."""

    def __init__(self, page: Page, parts: Sequence[Sentence]) -> None:
        self.page = page
        #: The paragraphs right before a list.
        self.before_lists = {part.paragraph for part, after in pairwise(parts) if after.bullet > part.bullet}
        self.document = page.document
        self.text = page.text
        self.telling = Telling(page)
        self.title_date: Dating | None = None
        self.previous: int | None = None
        self.entitled: int | None = None

    def read_title(self, part: Sentence) -> None:
        """Take the date of the headline: it holds for entries below that give none; a date alone is that of writing."""
        words = self.page.words(part)
        self.telling.name_groups(words)
        if not _ISSUED.search(self.text, part.start, part.end) and not self._is_date(words):
            self.title_date = self.page.first_date(part.start, part.end, None)

    def read_sentence(self, part: Sentence) -> None:
        """Read the events that a sentence tells."""
        self._begin_paragraph(part)
        self.telling.reached = self.telling.story.dating
        words = self.page.words(part, self.telling.story.group(part))
        part = words.part
        named: list[DateExpression | Mention] = [*words.dates, *words.named]
        triggers = find_triggers(self.text, part.start, part.end, named, before=self.previous)
        self.previous = part.start
        historic = self._is_historic(words)
        told = told_as_fact(self.text, triggers, part.start, part.end, historic=historic)
        if told and only_counts(self.text, part.start, part.end, told):
            told = []
        if told and self._is_caption(words, told):
            told, self.entitled = [], part.paragraph
        if told:
            for clause in clauses(self.text, part.start, part.end, told, words.mentions, words.dates):
                self._read_clause(words, clause)
        else:
            self._read_comment(words)
            self._open_entry(words)
            self._lead_in(words, triggers)
        self.telling.place_late(words, triggers)
        self.telling.name_groups(words)
        if not part.bullet and self.text[part.end - 1] == ":":
            self.telling.lead_in(part)

    def _is_caption(self, words: Words, told: Sequence[Trigger]) -> bool:
        """Tell whether a sentence only entitles its entry, and the next one tells the event with its place."""
        part = words.part
        if words.mentions or words.actors:
            return False
        following = is_caption(self.text, words.dates[-1].end if words.dates else part.start, part.end, told)
        if following is None or not within(self.page.mentions, *following):
            return False
        return any(t.form != "noun" for t in find_triggers(self.text, *following))

    def _begin_paragraph(self, part: Sentence) -> None:
        story = self.telling.story
        if part.paragraph == story.paragraph:
            return
        if not part.listed or part.section[: len(story.lead_section)] != story.lead_section:
            story = story._replace(lead_date=None, lead_actor="", lead_section=())
        # A year or a season ("in the autumn of 2011") holds for its paragraph, a day for what comes after.
        self.telling.story = story._replace(
            paragraph=part.paragraph,
            begun=story.begun + (_PROSE.search(self.text, part.block[0], part.block[1]) is not None),
            paragraph_date=self._frame_date(part, story),
            dating=as_background(carries(story.dating)),
            opening=None,
        )

    def _frame_date(self, part: Sentence, story: Story) -> Dating | None:
        """Give the date of the innermost heading that has one; for an entry, else that of what leads the list in."""
        if part.row is not None and part.row.day is not None:
            told = self.page.first_date(*part.row.day, None)
            if told is not None:
                return told
        for start, end in reversed(part.section):
            dating = self.page.first_date(start, end, self.telling.reached)
            if carries(dating) is not None and not self._tells_publication(start, end, dating):
                return dating
        return (story.lead_date or carries(self.title_date)) if part.listed else None

    def _tells_publication(self, start: int, end: int, dating: Dating | None) -> bool:
        """Tell whether a heading only says when the document came out: "29 December 2021" over all of it."""
        if _ISSUED.search(self.text, start, end):
            return True
        published = self.document.published
        of_that_day = dating is not None and dating.start == dating.end == published is not None
        return of_that_day and start < HEAD

    def _is_historic(self, words: Words) -> bool:
        """Tell whether present forms tell history: in a dated entry, a headline, or after "6 July:"."""
        part = words.part
        if (
            part.title
            or part.paragraph == self.entitled
            or (part.bullet and self.telling.story.paragraph_date is not None)
        ):
            return True
        opening = within(words.dates, part.start, part.start + OPENING)
        return any(_OPENS_ENTRY.match(self.text, d.end) for d in opening)

    def _read_clause(self, words: Words, clause: Clause) -> None:
        lead = with_means(clause.lead, self.text, clause.start, clause.end)
        dated = date_event(self.page, words, clause, lead, self.telling.story, self.telling.reached)
        own = own_scenes(self.page, words, lead, clause.start, clause.end)
        who = roles(self.text, lead, words.actors, clause.start, clause.end)
        lead = taken_by(lead, who.actor)
        self.telling.date_closer(words.part, lead, dated, own)
        if goes_on(
            self.text, words.part, clause, lead, dated, own, who.actor, self.telling.found, self.telling.story
        ):
            self.telling.place_closer(words.part, lead, own)
            self.telling.tell_further(words, clause, dated, who)
            return
        if self.telling.story.latest and ranks(self.text, words.part, lead):
            self.telling.attribute(words.part)
            return
        if is_elsewhere(self.text, lead, own, clause.start, clause.end):
            self.telling.keep_date(words)
            return
        if is_definite(self.text, words.part, lead) and self.telling.is_known(words.part, dated, own):
            self.telling.return_to(words.part, clause, lead, dated)
            if not own:
                self.telling.count_further(words.part)
            self.telling.attribute(words.part)
            return
        dated = as_told_there(clause, lead, dated, own, self.telling.found)
        wheres = place_event(
            self.page, words, clause, lead, dated, own, self.telling.story, self.telling.found
        )
        at_home = [n for n, where in enumerate(wheres) if not self._is_abroad(words, lead, where)]
        if not at_home:
            self.telling.leave()
            self.telling.keep_date(words)
            self.telling.lead_in(words.part, dated, who.actor)
            return
        casualties = read_casualties(self.text, clause.start, clause.end)
        row = words.part.row
        if row is not None and self.telling.story.told_in != words.part.paragraph:
            casualties = in_columns(self.text, row, casualties)
            doers = find_actors(self.text, *row.actor) if row.actor else []
            who = who._replace(actor=who.actor or next((m.actor.name for m in doers), ""))
        known = is_definite(self.text, words.part, lead) and all(t.form == "noun" for t in clause.triggers)
        anchored_here = is_anchored(self.text, clause, lead, dated, wheres, casualties, who, definite=known)
        # A row of a table of events tells one, in however few words: "car bomb at a market".
        if anchored_here or row is not None or self._is_outcome(words, clause, lead, dated, casualties):
            actor = self.telling.who_did(words.part, who.actor)
            if actor and who.target == actor:
                who = who._replace(target=another_than(actor, words.actors, lead.end, clause.end))
            if wheres[0].area is None and not wheres[0].toponym:
                wheres = place_nearby(self.page, words, clause, lead)
            each = [dated] * len(wheres)
            if len(own) > 1:
                each = date_each(self.page, words, own, dated, clause.end)
            each, wheres = [each[n] for n in at_home], [wheres[n] for n in at_home]
            if len(wheres) == 1:
                each += dates_again(self.page, words, clause, dated)
                wheres *= len(each)
            self.telling.tell(words, clause, lead, each, wheres, casualties, who._replace(actor=actor))
        else:
            if not own and (dated.dating is None or dated.inherited):
                self.telling.count_further(words.part)
            if self.telling.is_near(words.part):
                self.telling.attribute(words.part)
            self.telling.keep_date(words)
            self.telling.lead_in(words.part, dated, who.actor)

    def _is_abroad(self, words: Words, lead: Trigger, where: Where) -> bool:
        """Tell whether a place is no place of an incident here: one abroad, but for the strikes of a daily list.

        The campaign against ISIS was fought over both sides of a border, and its releases list the places together.
        """
        area = where.area
        listed = words.part.bullet and lead.kind.id in STRIKES and area is not None and area.kind != "country"
        return self.page.is_abroad(area) and not listed

    def _is_outcome(
        self, words: Words, clause: Clause, lead: Trigger, dated: When, casualties: Casualties
    ) -> bool:
        """Tell whether a toll came of a deed that its paragraph has just told in words that are not known here.

        "A bomber mixed with the crowd in Kut on 14 August. He killed eight."
        """
        told = (casualties.best or 0) + (casualties.injured or 0) > 0
        day = dated.dating
        if (
            not told
            or day is None
            or day.precision > EXACT_DAYS
            or self.telling.story.told_in == words.part.paragraph
        ):
            return False
        if any(t.kind.id != CONSEQUENCE for t in clause.triggers):
            return False
        (where,) = place_nearby(self.page, words, clause, lead)
        return where.area is not None and where.area.basis not in ("governorate", "country")

    def _open_entry(self, words: Words) -> None:
        """Let an entry's first words, where they only say when and where, place what the rest of it tells."""
        part = words.part
        story = self.telling.story
        opens = part.end - part.block[0] <= LONGEST_OPENING and story.told_in != part.paragraph
        placed = [m for m in words.mentions if m.area.status == "resolved"]
        if part.bullet and opens and placed:
            self.telling.story = story._replace(opening=placed[0])

    def _lead_in(self, words: Words, triggers: Sequence[Trigger]) -> None:
        """Let "On 7 March aircraft continued to attack ISIL" say when and who of the list of strikes after it."""
        day, part = self.telling.story.paragraph_date, words.part
        if triggers and day is not None and part.paragraph in self.before_lists:
            who = roles(self.text, triggers[0], words.actors, part.start, part.end)
            self.telling.lead_in(part, When(day), who.actor)

    def _is_date(self, words: Words) -> bool:
        """Tell whether a sentence is nothing but a date."""
        part, dates = words.part, words.dates
        if len(dates) != 1:
            return False
        rest = self.text[part.start : dates[0].start] + self.text[dates[0].end : part.end]
        return _DATE_ONLY.fullmatch(rest) is not None

    def _read_comment(self, words: Words) -> None:
        """Read a sentence that tells no event: it may say who claims the latest one, or on which day things were."""
        part, story = words.part, self.telling.story
        self.telling.attribute(part)
        self.telling.name_doer(words)
        if _RESUMES.match(self.text, part.start, part.end) or self._is_date(words):
            for expression in words.dates:
                dating = anchored(self.document, expression, story.dating)
                if dating is not None and self.telling.is_near(part):
                    self.telling.redate(dating)
        else:
            self.telling.count_further(part)
        self.telling.keep_date(words)
