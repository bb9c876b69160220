"""Is it an incident, or talk of attacks in general? An incident is anchored: in a place, a date, a toll or a deed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoiraq.reports.report import Where
from geoiraq.reports.text.columns import holds, spans
from geoiraq.reports.tolls.casualties import Casualties
from geoiraq.reports.what.clauses import Clause
from geoiraq.reports.what.events import CONSEQUENCE, Trigger
from geoiraq.reports.when.clause import When
from geoiraq.reports.who.roles import Roles

#: A date coarser than this (UCDP: within a month) says when an episode ran, not that an event took place.
COARSEST_ANCHOR = 4
#: A date this fine (UCDP: two to six days) says when it happened.
EXACT_DAYS = 2
#: "A further deadly attack": the noun of what is added stands so near.
ONE_MORE_REACH = 15
#: How far before a noun the verb stands that says it was done.
SUPPORT_REACH = 40
#: "4,500 have died in Iraq since 2003"
_EVER_SINCE = re.compile(
    r"\b(?:have|has)\s+(?:been\s+(?:killed|wounded|injured)|died|lost\s+their\s+lives)\b[^.;]{0,80}\bsince\b",
    re.IGNORECASE,
)
#: "More than 300 suspects have been detained since the operation began": a count of many days, not of the last few.
_COUNTED_SINCE = re.compile(
    r"\b(?P<perfect>(?:have|has)\s(?!since\b))[^.;]{0,90}\b(?P<since>since)\s+(?P<then>[^.;]{1,60})"
    r"|\bSince\s+(?P<before>[^.;,]{1,60}),[^.;]{0,90}\b(?P<perfect_after>have|has)\s"
)
_MANY = re.compile(
    r"\b\d[\d,]*\d\b(?!\s*(?:st|nd|rd|th)\b)|\b(?:hundreds|dozens|scores|thousands|tens)\b", re.IGNORECASE
)
_OF_LATE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|dawn|midnight|noon|morning|evening|night|yesterday|then)\b",
    re.IGNORECASE,
)
#: "Attacks on civilians continued": on no day, it tells that there were some.
_WENT_ON = re.compile(r"\b(?:continued|persisted|went\s+on|remained)\b")
#: "ISIL continued to carry out attacks against civilians": what it kept doing, on no day and to nobody counted.
_KEPT_ON = re.compile(
    r"\b(?:continued\s+(?:to\b|(?:its|their|his)\b|with\b|\w+ing\b)|(?:kept|went)\s+(?:on\s+)?\w+ing\b|kept\s+up\b"
    r"|did\s+not\s+(?:stop|cease)\b|carried\s+on\s+(?:with\b|\w+ing\b))"
)
#: "The PKK has fought the Turkish state since 1984": how long something has lasted.
_LASTED_SINCE = re.compile(
    r"\b(?:has|have)\s+[^.;]{0,90}\bsince\s+(?:the\s+)?(?:early\s+|late\s+|mid-)?(?:19|20)\d\d\b"
)
#: "Bombers struck in several cities": what names no place but says that there were many sums up many events.
_MANY_PLACES = re.compile(
    r"\b(?:several|various|many|numerous|different|a\s+number\s+of|a\s+dozen|dozens\s+of)\s+(?:other\s+|Iraqi\s+|major\s+)?"
    r"(?:cities|towns|villages|provinces|governorates|districts|places|areas|locations|parts)\b"
)
_MASS = re.compile(r"(?:violence|attacks)\b", re.IGNORECASE)
#: "Two attacks took place", "attacks on oil wells were carried out"
_TOOK_PLACE = re.compile(
    r"(?:\s+(?:on|against|by)\s[^,;.]{1,40}?)?\s+(?:took\s+place|occurred|happened"
    r"|(?:was|were)\s+(?:also\s+)?(?:carried\s+out|staged|mounted|launched|reported|recorded))\b"
)
_KILLING = re.compile(r"\b(?:killing|wounding|injuring)\s+(?:at\s+least\s+)?[\w-]+")
#: "A month before the polls" counts nobody.
_DISTANCE = re.compile(r"\s+(?:before|after|ago|later|earlier)\b")
_COUNTED = re.compile(
    r"\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|dozens|dozen|\d+)\b", re.IGNORECASE
)


def is_anchored(
    text: str,
    clause: Clause,
    lead: Trigger,
    dated: When,
    wheres: Sequence[Where],
    casualties: Casualties,
    who: Roles,
    *,
    definite: bool = False,
) -> bool:
    """Tell whether a clause tells an event of its own.

    Parameters
    ----------
    text
        The text.
    clause
        The clause.
    lead
        The event word that says best what happened.
    dated, wheres, casualties, who
        What was read of it.
    definite
        Whether it is spoken of as known already, and nothing in the clause asserts it.

    Returns
    -------
    bool
        A thing ("attacks") needs a place below the country, a date or a toll; a deed told as done may do with who did
        it to whom; a mere "killing" needs a number or a place.
    """
    placed = any(w.area is not None and w.area.basis != "country" and not w.inherited for w in wheres)
    dated_here = (
        dated.dating is not None and not dated.inherited and dated.dating.precision <= COARSEST_ANCHOR
    )
    toll = casualties.best is not None or casualties.injured is not None
    of_a_day = dated_here and dated.dating is not None and dated.dating.precision <= EXACT_DAYS
    if (
        not dated_here
        and all(_is_mass(text, t) for t in clause.triggers)
        and _WENT_ON.search(text, lead.end, clause.end)
    ):
        return False
    if not dated_here and not toll and _KEPT_ON.search(text, clause.start, clause.end):
        return False
    if not placed and not of_a_day and _MANY_PLACES.search(text, clause.start, clause.end):
        return False
    if not of_a_day and not toll and holds(text, "repeated", clause.start, clause.end):
        return False
    if definite and not dated_here and not toll:
        # "The liberation of Mosul" is spoken of as known: it is background without a date.
        return False
    if lead.kind.layer not in ("attack", "other") and not (
        dated_here or any(w.area is not None for w in wheres)
    ):
        return False
    asserted = any(t.form in ("verb", "bare") for t in clause.triggers) or is_supported(text, clause, lead)
    if lead.kind.layer == "other":
        return placed or dated_here
    if all(t.kind.id == CONSEQUENCE or _is_mass(text, t) for t in clause.triggers):
        if toll and not casualties.best and not casualties.injured:
            # "Nobody else was hurt" is no event.
            return False
        nowhere = not any(w.area is not None for w in wheres)
        if nowhere and dated.dating is not None and dated.dating.precision >= COARSEST_ANCHOR:
            # "A thousand were killed in July" is a sum of many events.
            return False
        if placed and dated.dating is not None:
            return asserted or toll
        exact = dated_here and dated.dating is not None and dated.dating.precision < COARSEST_ANCHOR
        # "761 people were killed in June": with no place, no day and nobody who did it, a number is a statistic.
        done = bool(who.actor) and (casualties.best or 0) > 0
        return (toll or bool(who.target)) and (placed or exact or done)
    if all(t.form == "doing" for t in clause.triggers):
        # "ISIL car bomb in Gogjali, targeting a restaurant", "Car bomb in Ameen, killing three": who did it to what,
        # or what came of it, asserts it in a headline's style.
        return (
            _is_finite(text, lead)
            or (
                lead.kind.id == "bombing"
                and (bool(who.actor and who.target) or _led_to_deaths(text, clause, lead))
            )
        ) and (placed or dated_here or (bool(who.actor) and _is_deed(text, clause, lead)))
    if placed or dated_here or toll:
        return True
    inherited = any(w.area is not None and w.inherited for w in wheres) and asserted
    return inherited or (asserted and bool(who.actor) and _is_deed(text, clause, lead))


#: "Bakery bombing.", "Double car bomb attack."
_CAPTION = re.compile(r"[\s:–—-]*(?:[A-Z][\w'’/-]*)(?:\s+[\w'’/-]+){0,4}\.")
_NEXT_SENTENCE = re.compile(r"\s+(?:An?|The|Two|Three|Several|[A-Z][\w'’-]+)\s[^.!?\n]{10,400}")


def is_caption(text: str, start: int, end: int, told: Sequence[Trigger]) -> tuple[int, int] | None:
    """Tell whether a sentence only entitles the entry that it opens, which then tells its event.

    Parameters
    ----------
    text
        The text.
    start, end
        The sentence without its date; it names no place and nobody.
    told
        Its event words.

    Returns
    -------
    tuple of int or None
        Where the sentence stands that is to tell the event; None where this one is no caption.
    """
    if any(t.form != "noun" for t in told) or _CAPTION.fullmatch(text, start, end) is None:
        return None
    following = _NEXT_SENTENCE.match(text, end)
    return following.span() if following is not None else None


def only_counts(text: str, start: int, end: int, told: Sequence[Trigger]) -> bool:
    """Tell whether a sentence only counts the dead and injured of a time or a country, and tells no event.

    Parameters
    ----------
    text
        The text.
    start, end
        The sentence.
    told
        Its event words.

    Returns
    -------
    bool
        True for "In all, 142 were killed and 93 injured in the province that month", and for "more than 400 caches have
        been found since the operation began".
    """
    deeds = [t for t in told if t.form != "noun" and t.kind.id != CONSEQUENCE]
    if _counts_since(text, start, end, told):
        return True
    counted = any(
        _DISTANCE.match(text, high) is None and not _is_one_more(text, low, high, told)
        for low, high in spans(text, "statistics", start, end)
    )
    return not deeds and (counted or _EVER_SINCE.search(text, start, end) is not None)


def _is_one_more(text: str, low: int, high: int, told: Sequence[Trigger]) -> bool:
    """Tell whether words that mostly add to a count add an event here: "a further attack", not "a further twelve"."""
    added = text[low:high].lower() == "a further"
    return added and any(t.form == "noun" and 0 < t.start - high < ONE_MORE_REACH for t in told)


def _counts_since(text: str, start: int, end: int, told: Sequence[Trigger]) -> bool:
    """Tell whether a sentence gives the sum of what was done since some time past, in the perfect."""
    lasted = _LASTED_SINCE.search(text, start, end)
    if lasted is not None and all(t.start >= lasted.start() for t in told):
        return True
    since = _COUNTED_SINCE.search(text, start, end)
    if since is None or _OF_LATE.search(since["then"] or since["before"]):
        return False
    perfect = max(since.start("perfect"), since.start("perfect_after"))
    low, high = (start, since.start("since")) if since["then"] else (since.end("before"), end)
    done = [t for t in told if t.form == "verb"]
    return all(t.start >= perfect for t in done) and _MANY.search(text, low, high) is not None


def _is_mass(text: str, trigger: Trigger) -> bool:
    """Tell whether a word speaks of attacks in the mass, as a cause of deaths: "violence", "attacks"."""
    return (
        trigger.form == "noun"
        and trigger.kind.id == "attack"
        and _MASS.match(text, trigger.start) is not None
    )


def _is_finite(text: str, lead: Trigger) -> bool:
    return (
        re.search(
            r"\b(?:was|were|is|are|by|been)\s+(?:\w+ly\s+)?$", text[max(0, lead.start - 20) : lead.start]
        )
        is not None
    )


def _led_to_deaths(text: str, clause: Clause, lead: Trigger) -> bool:
    """Tell whether a thing stands with what it did: "car bomb in Ameen, killing three"."""
    return _KILLING.search(text, lead.end, clause.end) is not None


def is_supported(text: str, clause: Clause, lead: Trigger) -> bool:
    """Tell whether a verb says that a thing was done: "conducted a strike".

    Parameters
    ----------
    text
        The text.
    clause, lead
        The clause and its event word.

    Returns
    -------
    bool
        True where a verb of doing stands shortly before the word, or one of taking place after it.
    """
    done = holds(text, "support", max(clause.start, lead.start - SUPPORT_REACH), lead.start)
    return done or _TOOK_PLACE.match(text, lead.end, clause.end) is not None


def _is_deed(text: str, clause: Clause, lead: Trigger) -> bool:
    """Tell whether a verb has a counted object ("fired dozens of rockets"): done, not merely spoken of."""
    return (
        lead.form in ("verb", "doing")
        and _COUNTED.search(text, lead.end, min(clause.end, lead.end + 40)) is not None
    )


def confidence(lead: Trigger, dated: When, where: Where, actor: str) -> float:
    """Say how sure a reading is: more so where kind, place, day and actor rest on the event's own words.

    Parameters
    ----------
    lead
        The word that tells what happened.
    dated, where, actor
        What was read of it.

    Returns
    -------
    float
        0-1.
    """
    told = 0.45
    if where.area is not None and where.area.status == "resolved" and where.area.basis != "country":
        told += 0.25 * where.area.confidence * (0.5 if where.inherited else 1.0)
    if dated.dating is not None:
        exact = dated.dating.precision <= EXACT_DAYS
        told += (0.15 if exact else 0.08) * (0.5 if dated.inherited else 1.0)
    told += 0.08 if lead.kind.id not in ("attack", CONSEQUENCE) else 0.0
    return round(min(told + (0.05 if actor else 0.0), 0.97), 2)
