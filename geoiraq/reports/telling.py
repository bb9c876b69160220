"""What a document has told so far: its reports, and what later sentences add to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geoiraq.reports.accept import EXACT_DAYS, confidence
from geoiraq.reports.page import Page, Words
from geoiraq.reports.report import Report, Where
from geoiraq.reports.story import (
    LOOK_BACK,
    NEAR,
    Story,
    carries,
    is_definite,
    is_one_of_them,
)
from geoiraq.reports.text.layout import Sentence
from geoiraq.reports.tolls.casualties import Casualties, of_each_place, read_casualties
from geoiraq.reports.what.clauses import Clause
from geoiraq.reports.what.deeds import ENTRIES
from geoiraq.reports.what.events import CONSEQUENCE, Trigger
from geoiraq.reports.when.clause import NEVER, When
from geoiraq.reports.when.dates import Dating
from geoiraq.reports.when.on_calendar import anchored, same_days
from geoiraq.reports.when.said import tells_when
from geoiraq.reports.where.part import whither
from geoiraq.reports.where.scene import Scene
from geoiraq.reports.where.setting import (
    as_where,
    own_scenes,
    stated_scenes,
)
from geoiraq.reports.who.actors import UNIDENTIFIED, kind_of, persons
from geoiraq.reports.who.attribution import read_attribution
from geoiraq.reports.who.referents import groups_with, names_strangers
from geoiraq.reports.who.roles import Roles, is_pronoun

#: A quote grows by the sentences that go on telling its event, up to this length.
LONGEST_QUOTE = 700
#: A toll is read from as much of the telling as this at a time.
LONGEST_TELLING = 1000
#: The paragraphs that open a report, and how old its news may be.
OPENING_PARAGRAPHS, NEWS_DAYS = 2, 7
#: How far after an event words of claim or blame may speak of it.
CLAIM_REACH = 300


#: "The protest, on Monday,": the day is that of what is named, and stands right after it.
_DATED = re.compile(r",?\s+(?:(?:was|were|came|took\s+place|happened|occurred)\s+)?(?:late\s+|early\s+)?on\b")


class Telling:
    """The reports found so far, and how far the story has come.

    Attributes
    ----------
    found
        The reports, in the order of the text.
    paragraphs
        The paragraph of each.
    story
        What the sentences so far have established.
    reached
        The date that the story had reached when the sentence being read began.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.document = page.document
        self.text = page.text
        self.found: list[Report] = []
        self.paragraphs: list[int] = []
        self.story = Story()
        self.reached: Dating | None = None

    def tell(
        self,
        words: Words,
        clause: Clause,
        lead: Trigger,
        each: Sequence[When],
        wheres: Sequence[Where],
        casualties: Casualties,
        who: Roles,
    ) -> None:
        """Add the reports of an event, one for each of its places, and let the story reach it."""
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
                start=part.row.start if part.row else part.start,
                end=part.row.end if part.row else part.end,
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
            self.keep_date(words)
            story = self.story
        self.story = story._replace(
            # What a sentence tells first carries the story; what it adds ("five days before") is background.
            dating=story.dating if again else dated.dating or story.dating,
            latest=tuple(range(len(self.found) - len(wheres), len(self.found))),
            told_from=clause.start,
            told_to=clause.end,
            told_in=part.paragraph,
            counted=casualties.best is not None,
            paragraph_date=_onward(story.paragraph_date, reached),
            lead_date=story.lead_date if part.listed else reached or story.lead_date,
            lead_actor=story.lead_actor if part.listed else actor or story.lead_actor,
            lead_section=story.lead_section if part.listed else part.section,
            entered=lead.kind.id in ENTRIES,
            news_date=story.news_date or self._news_date(dated),
        )

    def _destination(self, words: Words, clause: Clause, lead: Trigger) -> str:
        if lead.kind.layer != "withdrawal":
            return ""
        return whither(self.text, words.mentions, clause.start, clause.end)

    def _news_date(self, dated: When) -> Dating | None:
        """Give the day of an event told in the opening of a report, if it was news when the report came out."""
        published, day = self.document.published, dated.dating
        if (
            published is None
            or day is None
            or day.end is None
            or dated.inherited
            or self.story.begun > OPENING_PARAGRAPHS
        ):
            return None
        fresh = 0 <= (published - day.end).days <= NEWS_DAYS
        return replace(day, basis="story") if fresh and day.precision <= EXACT_DAYS else None

    def tell_further(self, words: Words, clause: Clause, dated: When, who: Roles) -> None:
        """Add what a clause says more of the latest event to its reports."""
        part, story = words.part, self.story
        if part.paragraph != story.told_in and all(t.form == "noun" for t in clause.triggers):
            # "He called the killing an aggression": a later paragraph speaks of it and counts nobody.
            self.attribute(part)
            self.keep_date(words)
            return
        whole = self._whole_toll(clause.end)
        if len(story.latest) > 1:
            whole = of_each_place(whole)
        # "The first killed five" counts again some of the nine that both killed.
        again = story.counted and is_one_of_them(self.text, part, story)
        for number in story.latest:
            report = self.found[number]
            self.found[number] = replace(
                report,
                end=self._longer(report, part),
                casualties=report.casualties if again else whole,
                actor=report.actor or who.actor,
                target=report.target or who.target,
            )
        if story.entered and clause.lead.kind.layer == "arrest":
            self._explain_entry(clause.lead)
        if dated.dating is not None:
            self._date_back(part, dated.dating)
        self.attribute(part)
        self.story = self.story._replace(told_to=clause.end)
        self.keep_date(words)

    def _explain_entry(self, arrest: Trigger) -> None:
        """Let "raid in Hayaniya. Four detained" tell of an arrest, where nobody came to harm."""
        kind = arrest.kind
        for number in self.story.latest:
            report = self.found[number]
            if report.casualties.best or report.casualties.injured:
                continue
            self.found[number] = replace(
                report, layer=kind.layer, event_type=kind.event_type, sub_event_type=kind.sub_event_type
            )

    def _whole_toll(self, end: int) -> Casualties:
        """Read the toll of the event that is spoken of, from where its telling began; of a long one, the last part."""
        return read_casualties(self.text, max(self.story.told_from, end - LONGEST_TELLING), end)

    def _longer(self, report: Report, part: Sentence) -> int:
        return max(report.end, part.end) if part.end - report.start <= LONGEST_QUOTE else report.end

    def count_further(self, part: Sentence) -> None:
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
        if not self.is_near(part):
            return None
        attacks = [
            number
            for number in range(max(0, len(self.found) - LOOK_BACK), len(self.found))
            if self.paragraphs[number] == part.paragraph and self.found[number].layer == "attack"
        ]
        several = len(attacks) > 1 and self.found[attacks[-1]].start == self.found[attacks[-2]].start
        return None if several else next(reversed(attacks), None)

    def is_near(self, part: Sentence) -> bool:
        """Tell whether a sentence stands near enough to the latest event to speak of it."""
        story = self.story
        return bool(story.latest) and part.paragraph == story.told_in and part.start - story.told_to < NEAR

    def place_late(self, words: Words, triggers: Sequence[Trigger]) -> None:
        """Let "no group claimed the attack in Kubaisa", "the shop is in Dora" place what was told without a place."""
        part, latest = words.part, self.story.latest
        if len(latest) != 1 or self.found[latest[0]].where.area is not None:
            return
        report = self.found[latest[0]]
        spoken_of = next((t for t in triggers if is_definite(self.text, part, t)), None)
        if spoken_of is None:
            own = stated_scenes(self.page, words, report) if self.is_near(part) else []
        elif spoken_of.kind.layer == report.layer:
            own = own_scenes(self.page, words, spoken_of, part.start, part.end)
        else:
            own = []
        if len(own) == 1:
            where = replace(as_where(self.text, own[0]), inherited=True)
            self.found[latest[0]] = replace(report, where=where)

    def place_closer(self, part: Sentence, lead: Trigger, own: Sequence[Scene]) -> None:
        """Let "The strikes hit a depot in Hit" place what was told before of the country at large, and uncounted."""
        latest = self.story.latest
        if len(latest) != 1 or len(own) != 1 or not is_definite(self.text, part, lead):
            return
        report = self.found[latest[0]]
        somewhere = report.where.area is None or report.where.area.basis == "country"
        if somewhere and report.casualties.best is None and report.casualties.injured is None:
            self.found[latest[0]] = replace(report, where=as_where(self.text, own[0]))

    def _date_back(self, part: Sentence, dating: Dating) -> None:
        """Let "the strikes were carried out on Monday" date what its paragraph told before without a date."""
        for number in range(len(self.found) - 1, -1, -1):
            report = self.found[number]
            if report.dating is not None or self.paragraphs[number] != part.paragraph:
                return
            self.found[number] = replace(report, dating=dating, dating_inherited=True)

    def date_closer(self, part: Sentence, lead: Trigger, dated: When, own: Sequence[Scene]) -> None:
        """Let "The protest, on Monday, was calm" date the one that its paragraph told just before without a day."""
        day = dated.dating
        if own or day is None or dated.inherited or day.precision > EXACT_DAYS or not self.is_near(part):
            return
        latest = [self.found[number] for number in self.story.latest]
        undated = all(r.dating_inherited and r.layer == lead.kind.layer for r in latest)
        if undated and is_definite(self.text, part, lead) and _DATED.match(self.text, lead.end):
            self.redate(day)

    def redate(self, dating: Dating) -> None:
        """Let "it happened on the previous evening" date the latest event."""
        for number in self.story.latest:
            self.found[number] = replace(self.found[number], dating=dating, dating_inherited=True)

    def keep_date(self, words: Words) -> None:
        """Let the story reach the day that a sentence names, whatever else it tells."""
        for expression in words.dates:
            if tells_when(self.text, expression):
                dating = anchored(self.document, expression, self.reached)
                if dating is not None:
                    here = _finer(self.story.paragraph_date, carries(dating))
                    self.story = self.story._replace(dating=dating, paragraph_date=here)
                    return

    def leave(self) -> None:
        """Let nothing that follows speak of the latest event: something else was told since, that is no incident."""
        self.story = self.story._replace(latest=())

    def lead_in(self, part: Sentence, dated: When = NEVER, actor: str = "") -> None:
        """Let the day reached, and who acts, hold for the list that a paragraph leads in: "the strikes so far:".

        The day that a release opens with holds too for what leads in its further lists.
        """
        if part.listed:
            return
        story = self.story
        reached = carries(dated.dating or (None if dated is NEVER else story.news_date))
        self.story = story._replace(
            lead_date=story.lead_date or reached or carries(story.dating),
            lead_actor=actor or story.lead_actor,
            news_date=story.news_date or self._news_date(dated),
        )

    def attribute(self, part: Sentence) -> None:
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
                    report, attribution=words, actor=self.who_did(part, report.actor)
                )

    def name_groups(self, words: Words) -> None:
        """Remember which armed groups a sentence names, and whether it brings in gunmen of none."""
        story = self.story
        strangers = names_strangers(self.text, words.actors)
        self.story = story._replace(
            groups=groups_with(words.actors, story.groups),
            strangers_in=words.part.paragraph if strangers else story.strangers_in,
        )

    def name_doer(self, words: Words) -> None:
        """Let "The gunmen fled" and "Armed men lined them up" tell who did what nobody is told to have done."""
        first = next(iter(words.actors), None)
        if first is None or first.actor.kind != UNIDENTIFIED or not self.is_near(words.part):
            return
        opening = self.text[words.part.start : first.start].strip().lower()
        if opening in ("", "the", "an", "a", "some", "several"):
            for number in self.story.latest:
                report = self.found[number]
                if report.layer == "attack" and not report.actor:
                    self.found[number] = replace(report, actor=first.actor.name)

    def who_did(self, part: Sentence, actor: str) -> str:
        """Give who did it, or, where the text tells nobody apart, who claims it or is blamed for it."""
        if actor and kind_of(actor) != UNIDENTIFIED:
            return actor
        return read_attribution(self.text, part.start, part.end).actor or actor

    def is_known(self, part: Sentence, dated: When, own: Sequence[Scene]) -> bool:
        """Tell whether "the attack" speaks of one told before: it names no place, or somebody claims it."""
        claimed = bool(read_attribution(self.text, part.start, part.end).claimed)
        return not own or (
            claimed and any(r.layer == "attack" and r.dating == dated.dating for r in self.found)
        )

    def return_to(self, part: Sentence, clause: Clause, lead: Trigger, dated: When) -> None:
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
