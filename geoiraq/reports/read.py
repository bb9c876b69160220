"""One document in, its reports out: each event it tells as a fact, where, when, who, how many, and the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geoiraq.documents.document import Document
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.recognition.recognise import Mention
from geoiraq.reports.accept import EXACT_DAYS, confidence, is_anchored, only_counts
from geoiraq.reports.page import Page, Words, open_page, within
from geoiraq.reports.report import Report, Where
from geoiraq.reports.settle import settle
from geoiraq.reports.story import (
    LOOK_BACK,
    NEAR,
    Story,
    carries,
    goes_on,
    is_definite,
)
from geoiraq.reports.text.layout import Sentence, sentences
from geoiraq.reports.tolls.casualties import Casualties, of_each_place, read_casualties
from geoiraq.reports.what.clauses import Clause, clauses
from geoiraq.reports.what.events import CONSEQUENCE, Trigger, find_triggers, with_means
from geoiraq.reports.what.modality import told_as_fact
from geoiraq.reports.when.clause import When, anchored, as_background, same_days, tells_when
from geoiraq.reports.when.dates import DateExpression, Dating, Order
from geoiraq.reports.when.dating import as_told_there, date_each, date_event
from geoiraq.reports.where.scenes import Scene, whither
from geoiraq.reports.where.setting import (
    as_where,
    is_elsewhere,
    only_abroad,
    own_scenes,
    place_event,
    place_nearby,
)
from geoiraq.reports.who.actors import UNIDENTIFIED, another_than, kind_of, persons
from geoiraq.reports.who.attribution import read_attribution
from geoiraq.reports.who.roles import Roles, is_pronoun, roles

#: A quote grows by the sentences that go on telling its event, up to this length.
LONGEST_QUOTE = 700
#: A toll is read from as much of the telling as this at a time.
LONGEST_TELLING = 1000
#: A sentence opens with its date or label within this many characters.
OPENING = 40
#: The paragraphs that open a report, its headline counted, and how old its news may be.
OPENING_PARAGRAPHS, NEWS_DAYS = 2, 7
#: How far after an event words of claim or blame may speak of it.
CLAIM_REACH = 300
#: "6 July:", "6 July 2020 -"
_OPENS_ENTRY = re.compile(r"\*{0,2}(?::|\s*[–—]|\s+-\s)")
#: "FOR IMMEDIATE RELEASE - March 9, 2016": the day on which it was written.
_ISSUED = re.compile(r"\b(?:release|published|posted|issued|updated|no\.|number)\b", re.IGNORECASE)
#: "It happened on the previous evening."
_RESUMES = re.compile(r"(?:It|This|That|The \w+)\s+(?:happened|occurred|took place|came)\b")


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
    reader = _Reader(open_page(document, gazetteer, order))
    parts = sentences(document.text)
    headed = any(not part.title for part in parts)
    for part in parts:
        if part.title and headed:
            reader.read_title(part)
        else:
            reader.read_sentence(part)
    return [replace(r, quote=document.text[r.start : r.end]) for r in settle(reader.found)]


class _Reader:
    """Reads the sentences of a document one after the other, and knows how far the story has come."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.document = page.document
        self.text = page.text
        self.found: list[Report] = []
        self.paragraphs: list[int] = []
        self.story = Story()
        self.title_date: Dating | None = None
        self.reached: Dating | None = None
        self.previous: int | None = None

    def read_title(self, part: Sentence) -> None:
        """Take the date of the headline: it holds for entries below that give none."""
        if not _ISSUED.search(self.text, part.start, part.end):
            self.title_date = self.page.first_date(part.start, part.end, None)

    def read_sentence(self, part: Sentence) -> None:
        """Read the events that a sentence tells."""
        self._begin_paragraph(part)
        self.reached = self.story.dating
        words = self.page.words(part)
        part = words.part
        named: list[DateExpression | Mention] = [*words.dates, *words.named]
        triggers = find_triggers(self.text, part.start, part.end, named, before=self.previous)
        self.previous = part.start
        historic = self._is_historic(words)
        told = told_as_fact(self.text, triggers, part.start, part.end, historic=historic)
        if told and only_counts(self.text, part.start, part.end, told):
            told = []
        for clause in clauses(self.text, part.start, part.end, told, words.mentions, words.dates):
            self._read_clause(words, clause)
        if not told:
            self._read_comment(words)
        self._place_late(words, triggers)
        if not part.bullet and self.text[part.end - 1] == ":":
            self.story = self.story._replace(lead_date=self.story.lead_date or carries(self.story.dating))

    def _begin_paragraph(self, part: Sentence) -> None:
        story = self.story
        if part.paragraph == story.paragraph:
            return
        if not part.listed:
            story = story._replace(lead_date=None, lead_actor="")
        # A year or a season ("in the autumn of 2011") holds for its paragraph, a day for what comes after.
        self.story = story._replace(
            paragraph=part.paragraph,
            paragraph_date=self._frame_date(part, story),
            dating=as_background(carries(story.dating)),
        )

    def _frame_date(self, part: Sentence, story: Story) -> Dating | None:
        """Give the date of the innermost heading that has one; for an entry, else that of what leads the list in."""
        for start, end in reversed(part.section):
            dating = self.page.first_date(start, end, self.reached)
            if carries(dating) is not None and not self._tells_publication(start, end, dating):
                return dating
        return (story.lead_date or carries(self.title_date)) if part.listed else None

    def _tells_publication(self, start: int, end: int, dating: Dating | None) -> bool:
        """Tell whether a heading only says when the document came out: "29 December 2021" over all of it."""
        if _ISSUED.search(self.text, start, end):
            return True
        published = self.document.published
        of_that_day = dating is not None and dating.start == dating.end == published is not None
        return of_that_day and not self.text[:start].count("\n\n", 0, start) > OPENING_PARAGRAPHS

    def _is_historic(self, words: Words) -> bool:
        """Tell whether present forms tell history: in a dated entry, a headline, or after "6 July:"."""
        part = words.part
        if part.title or (part.bullet and self.story.paragraph_date is not None):
            return True
        opening = within(words.dates, part.start, part.start + OPENING)
        return any(_OPENS_ENTRY.match(self.text, d.end) for d in opening)

    def _read_clause(self, words: Words, clause: Clause) -> None:
        lead = with_means(clause.lead, self.text, clause.start, clause.end)
        dated = date_event(self.page, words, clause, lead, self.story, self.reached)
        own = own_scenes(self.page, words, lead, clause.start, clause.end)
        who = roles(self.text, lead, words.actors, clause.start, clause.end)
        if goes_on(self.text, words.part, clause, lead, dated, own, who.actor, self.found, self.story):
            self._tell_further(words, clause, dated, who)
            return
        if not own and is_elsewhere(self.text, clause.start, clause.end):
            self._keep_date(words)
            return
        if is_definite(self.text, words.part, lead) and self._is_known(words.part, dated, own):
            self._return_to(words.part, clause, lead, dated)
            if not own:
                self._count_further(words.part)
            self._attribute(words.part)
            return
        dated = as_told_there(clause, lead, dated, own, self.found)
        wheres = place_event(self.page, words, clause, lead, dated, own, self.story, self.found)
        if only_abroad(wheres):
            self._keep_date(words)
            return
        casualties = read_casualties(self.text, clause.start, clause.end)
        known = is_definite(self.text, words.part, lead) and all(t.form == "noun" for t in clause.triggers)
        anchored_here = is_anchored(self.text, clause, lead, dated, wheres, casualties, who, definite=known)
        if anchored_here or self._is_outcome(words, clause, lead, dated, casualties):
            actor = self._who_did(words.part, who.actor)
            if actor and who.target == actor:
                who = who._replace(target=another_than(actor, words.actors, lead.end, clause.end))
            if wheres[0].area is None and not wheres[0].toponym:
                wheres = place_nearby(self.page, words, clause, lead)
            each = [dated] * len(wheres)
            if len(own) > 1:
                each = date_each(self.page, words, own, dated, clause.end)
            self._tell(words, clause, lead, each, wheres, casualties, who._replace(actor=actor))
        else:
            if not own and (dated.dating is None or dated.inherited):
                self._count_further(words.part)
            self._keep_date(words)

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
            or self.story.told_in == words.part.paragraph
        ):
            return False
        if any(t.kind.id != CONSEQUENCE for t in clause.triggers):
            return False
        (where,) = place_nearby(self.page, words, clause, lead)
        return where.area is not None and where.area.basis not in ("governorate", "country")

    def _tell(
        self,
        words: Words,
        clause: Clause,
        lead: Trigger,
        each: Sequence[When],
        wheres: Sequence[Where],
        casualties: Casualties,
        who: Roles,
    ) -> None:
        part, story, dated = words.part, self.story, each[0]
        if len(wheres) > 1:
            casualties = of_each_place(casualties)
        actor = who.actor or (story.lead_actor if part.bullet else "")
        if (
            not actor
            and story.latest
            and story.told_in == part.paragraph
            and is_pronoun(self.text, lead, part.start)
        ):
            actor = self.found[story.latest[-1]].actor
        self.found += [
            Report(
                document=self.document,
                start=part.start,
                end=part.end,
                layer=lead.kind.layer,
                event_type=lead.kind.event_type,
                sub_event_type=lead.kind.sub_event_type,
                specific=lead.kind.id not in ("attack", CONSEQUENCE),
                dating=when.dating,
                dating_inherited=when.inherited,
                where=where,
                actor=actor,
                target=who.target,
                attribution=str(read_attribution(self.text, part.start, part.end)),
                casualties=casualties,
                persons=persons(self.text, clause.start, clause.end),
                confidence=confidence(lead, when, where, actor),
                destination=self._destination(words, clause, lead),
            )
            for when, where in zip(each, wheres, strict=True)
        ]
        self.paragraphs += [part.paragraph] * len(wheres)
        reached = carries(dated.dating)
        again = bool(story.latest) and story.told_from >= part.start
        if reached is None:
            self._keep_date(words)
            story = self.story
        self.story = story._replace(
            # What a sentence tells first carries the story; what it adds ("five days before") is background.
            dating=story.dating if again else dated.dating or story.dating,
            latest=tuple(range(len(self.found) - len(wheres), len(self.found))),
            told_from=clause.start,
            told_to=clause.end,
            told_in=part.paragraph,
            paragraph_date=_onward(story.paragraph_date, reached),
            lead_date=story.lead_date if part.listed else reached,
            lead_actor=story.lead_actor if part.listed else actor,
            news_date=story.news_date or self._news_date(part, dated),
        )

    def _destination(self, words: Words, clause: Clause, lead: Trigger) -> str:
        if lead.kind.layer != "withdrawal":
            return ""
        return whither(self.text, words.mentions, clause.start, clause.end)

    def _news_date(self, part: Sentence, dated: When) -> Dating | None:
        """Give the day of an event told in the opening of a report, if it was news when the report came out."""
        published, day = self.document.published, dated.dating
        if (
            published is None
            or day is None
            or day.end is None
            or dated.inherited
            or part.paragraph > OPENING_PARAGRAPHS
        ):
            return None
        fresh = 0 <= (published - day.end).days <= NEWS_DAYS
        return replace(day, basis="story") if fresh and day.precision <= EXACT_DAYS else None

    def _tell_further(self, words: Words, clause: Clause, dated: When, who: Roles) -> None:
        """Add what a clause says more of the latest event to its reports."""
        part, story = words.part, self.story
        if part.paragraph != story.told_in and all(t.form == "noun" for t in clause.triggers):
            # "He called the killing an aggression": a later paragraph speaks of it and counts nobody.
            self._attribute(part)
            self._keep_date(words)
            return
        whole = self._whole_toll(clause.end)
        if len(story.latest) > 1:
            whole = of_each_place(whole)
        for number in story.latest:
            report = self.found[number]
            self.found[number] = replace(
                report,
                end=self._longer(report, part),
                casualties=whole,
                actor=report.actor or who.actor,
                target=report.target or who.target,
            )
        if dated.dating is not None:
            self._date_back(part, dated.dating)
        self._attribute(part)
        self.story = self.story._replace(told_to=clause.end)
        self._keep_date(words)

    def _whole_toll(self, end: int) -> Casualties:
        """Read the toll of the event that is spoken of, from where its telling began; of a long one, the last part."""
        return read_casualties(self.text, max(self.story.told_from, end - LONGEST_TELLING), end)

    def _date_back(self, part: Sentence, dating: Dating) -> None:
        """Let "the strikes were carried out on Monday" date what its paragraph told before without a date."""
        for number in range(len(self.found) - 1, -1, -1):
            report = self.found[number]
            if report.dating is not None or self.paragraphs[number] != part.paragraph:
                return
            self.found[number] = replace(report, dating=dating, dating_inherited=True)

    def _read_comment(self, words: Words) -> None:
        """Read a sentence that tells no event: it may say who claims the latest one, or on which day things were."""
        part, story = words.part, self.story
        self._attribute(part)
        if _RESUMES.match(self.text, part.start, part.end):
            for expression in words.dates:
                dating = anchored(self.document, expression, story.dating)
                if dating is not None and self._is_near(part):
                    self._redate(dating)
        else:
            self._count_further(part)
        self._keep_date(words)

    def _place_late(self, words: Words, triggers: Sequence[Trigger]) -> None:
        """Let "no group claimed the attack in Kubaisa" place what was told before without a place."""
        part, latest = words.part, self.story.latest
        spoken_of = next((t for t in triggers if is_definite(self.text, part, t)), None)
        if spoken_of is None or len(latest) != 1 or self.found[latest[0]].where.area is not None:
            return
        report = self.found[latest[0]]
        own = own_scenes(self.page, words, spoken_of, part.start, part.end)
        if spoken_of.kind.layer == report.layer and len(own) == 1:
            where = replace(as_where(self.text, own[0]), inherited=True)
            self.found[latest[0]] = replace(report, where=where)

    def _count_further(self, part: Sentence) -> None:
        """Add a toll that tells no event of its own to the latest attack of its paragraph."""
        number = self._latest_attack(part)
        if number is None:
            return
        told = read_casualties(self.text, part.start, part.end)
        if (told.best is None and told.injured is None) or all(toll.aside for toll in told.tolls):
            return
        report = self.found[number]
        latest = number in self.story.latest
        whole = self._whole_toll(part.end) if latest else read_casualties(self.text, report.start, part.end)
        self.found[number] = replace(report, casualties=whole, end=self._longer(report, part))

    def _latest_attack(self, part: Sentence) -> int | None:
        """Find the attack that a paragraph told last, if it was at one place."""
        if not self._is_near(part):
            return None
        attacks = [
            number
            for number in range(max(0, len(self.found) - LOOK_BACK), len(self.found))
            if self.paragraphs[number] == part.paragraph and self.found[number].layer == "attack"
        ]
        several = len(attacks) > 1 and self.found[attacks[-1]].start == self.found[attacks[-2]].start
        return None if several else next(reversed(attacks), None)

    def _is_near(self, part: Sentence) -> bool:
        story = self.story
        return bool(story.latest) and part.paragraph == story.told_in and part.start - story.told_to < NEAR

    def _longer(self, report: Report, part: Sentence) -> int:
        return max(report.end, part.end) if part.end - report.start <= LONGEST_QUOTE else report.end

    def _redate(self, dating: Dating) -> None:
        for number in self.story.latest:
            self.found[number] = replace(self.found[number], dating=dating, dating_inherited=True)

    def _attribute(self, part: Sentence) -> None:
        """Let "ISIS claimed responsibility" speak of the latest event."""
        latest = self.story.latest
        if not latest or part.start - self.found[latest[-1]].end > CLAIM_REACH:
            return
        told = read_attribution(self.text, part.start, part.end)
        for number in latest:
            report = self.found[number]
            if str(told) != "stated" and report.attribution.startswith("stated"):
                unclaimed = told.unclaimed or report.attribution != "stated"
                words = str(replace(told, unclaimed=unclaimed))
                self.found[number] = replace(
                    report, attribution=words, actor=self._who_did(part, report.actor)
                )

    def _who_did(self, part: Sentence, actor: str) -> str:
        """Give who did it, or, where the text tells nobody apart, who claims it or is blamed for it."""
        if actor and kind_of(actor) != UNIDENTIFIED:
            return actor
        return read_attribution(self.text, part.start, part.end).actor or actor

    def _keep_date(self, words: Words) -> None:
        for expression in words.dates:
            if tells_when(self.text, expression):
                dating = anchored(self.document, expression, self.reached)
                if dating is not None:
                    here = _finer(self.story.paragraph_date, carries(dating))
                    self.story = self.story._replace(dating=dating, paragraph_date=here)
                    return

    def _is_known(self, part: Sentence, dated: When, own: Sequence[Scene]) -> bool:
        """Tell whether "the attack" speaks of one told before: it names no place, or somebody claims it."""
        claimed = bool(read_attribution(self.text, part.start, part.end).claimed)
        return not own or (
            claimed and any(r.layer == "attack" and r.dating == dated.dating for r in self.found)
        )

    def _return_to(self, part: Sentence, clause: Clause, lead: Trigger, dated: When) -> None:
        """Let the story return to the event that "the attack on Thursday" was."""
        if dated.dating is None or dated.inherited:
            return
        for number in range(len(self.found) - 1, max(-1, len(self.found) - LOOK_BACK), -1):
            report = self.found[number]
            if (
                report.layer == lead.kind.layer
                and report.dating is not None
                and same_days(report.dating, dated.dating)
            ):
                self.story = self.story._replace(
                    latest=(number,),
                    told_from=clause.start,
                    told_to=clause.end,
                    told_in=part.paragraph,
                )
                return


def _finer(known: Dating | None, told: Dating | None) -> Dating | None:
    """Let a day that a paragraph names stand before the span that its heading gives."""
    if known is None or told is None:
        return known or told
    return told if told.precision < known.precision else known


def _onward(known: Dating | None, told: Dating | None) -> Dating | None:
    """Let a paragraph's day move on with what it tells; what it adds of earlier days is background."""
    finer = _finer(known, told)
    if known is None or told is None or known.start is None or told.start is None:
        return finer
    return told if told.precision == known.precision and told.start > known.start else finer
