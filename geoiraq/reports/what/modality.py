"""Is it told as a fact? What is planned, denied, feared, supposed or told in general is not an incident."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoiraq.reports.text.columns import assertions, holds, opens, spans
from geoiraq.reports.what.events import Trigger

#: How far before an event word a modal or a plan governs it.
UNREAL_REACH = 60
NEGATION_REACH = 28
#: A clause ends here: what stands before does not govern what stands after.
_BOUNDARY = re.compile(
    r"[;:]|,\s+(?:but|and|while|which|who|where|when|after|killing|wounding)\b"
    # "Militants believed to be of": who they are, and not what will be.
    r"|(?<!are )(?<!is )(?<!was )(?<!were )\b(?:believed|thought|said|known|reported|suspected|presumed)\s+to\s+be\b"
    r"(?!\s+(?:responsible|behind|involved))"
    r"|\b(?:but|although|while|which|who|where|after)\b|\b(?:the|these|those)\s+\w+\s+that\b|[.!?]\s"
)
#: What a sentence denies, doubts or expects reaches to here.
_END_OF_VEIL = re.compile(
    r";|:|,\s+(?:but|yet)\b|\bbut\b|\b(?:the|these|those)\s+\w+\s+that\b|،|\s(?:بعد|عقب|[إا]ثر|لكن|ثم)\s"
)
#: What was told before one of these is not what is called false after it.
_TURN = re.compile(r";|,\s+(?:but|while|whereas|after)\b|\b(?:while|whereas)\b|(?:فيما|بينما|في حين)\s")
_ALONGSIDE = re.compile(r"[\w\s'’-]{0,25}\b(?:and|or)\b[\w\s'’-]{0,25}")
#: "The killing of civilians is a crime": what is said of a kind of event, not that there was one.
_PREDICATED = re.compile(
    r"(?:\s+(?:of|on|in|against|upon|over|around|for|near|at|between|by|from)\b[^,.;:]{0,40}?)?(?:\s+alone)?"
    r"\s+(?:(?:is|are|was|were)\s+(?:also\s+)?(?:expected|planned|due|scheduled|awaited|foreseen|feared)"
    r"|(?:is|are)\s+(?:an?|the|not|never|common|rare|part|likely)|would|could|may|might|will|can)\b"
)
_SPOKEN = re.compile(r"[\"“'‘]\s*(?:i|we|my|our|you)\b[^\"”]*")
#: "This was one of four attacks that day", "It was the third blast": it speaks of what was told, and tells nothing new.
_ONE_OF_MANY = re.compile(
    r"(?:This|That|It|The\s+(?:\w+\s+)?(?:attack|attacks|incident|blast|bombing|explosion|shooting|killing|raid))\s+"
    r"(?:was|is|were|came\s+as|marked)\s+(?:just\s+|only\s+|also\s+|at\s+least\s+)?"
    r"(?:one\s+of|among|part\s+of|the\s+(?:first|second|third|fourth|fifth|sixth|seventh|\w{1,20}th|latest|last|\w{2,20}est|worst)\b)"
)
#: "Families do not know where the others are held": how things stand, and no deed; IS is somebody.
_STANDS = re.compile(r"\b(?:is|are|am)\s+(?:(?:now|still|being|currently|\w+ly)\s+)*\Z")
#: "Attacks in the last seven days: 89": a tally.
_TALLY = re.compile(
    r"[^.;:!?]{0,60}:\s*(?:(?:about|some|at least)\s+)?\d[\d,]*(?![:.]?\d)(?=\s*(?:[(.;,|]|$))"
)
_HABIT = re.compile(r"\b(?:often|frequently|regularly|routinely|usually|sometimes)\s+$")
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied)|den(?:y|ies|ied) it|dismiss(?:es|ed)?|reject(?:s|ed)?|refut(?:es?|ed)|contradict(?:s|ed)?)"
    # "Denied, from its side, what some media reported": what is put in says who.
    r"(?:\s*,[^,.;]{1,40},)?\s+(?:(?:[\w'’-]+\s+){0,4}(?:reports?|rumou?rs?|claims?|allegations?|news)\b|what\b)"
)
#: "Since the last soldiers left": it only says from when something else holds.
_SINCE = re.compile(
    r"\bsince\s+(?!then\b|\d|last\s+\w+day|\w+day\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|early|late|mid))[^,]*$"
)
#: "A march in Kut for Friday": it is still to come.
_SET_FOR = re.compile(
    r"[^;.]{0,60}?\b(?:set|scheduled|slated|planned|foreseen|called|announced|billed)\s+(?:for|on|to)\b"
    r"|[^,;.]{0,50}?\bfor\s+(?:(?:the\s+)?(?:next|coming)\s|tomorrow\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!['’]s|\s+prayers|\s+(?:morning|evening|night)['’]s))"
)
_DESCRIBED = re.compile(
    r"\b(?:an?|the|two|three|four|five|six|seven|eight|nine|ten|several|\d+|[\w-]+ed)\s+$"
)
_DID = re.compile(r"\bdid\s+(?:\w+ly\s+)?$")
_NOT_ONLY = re.compile(r"\bnot only\b")
_TO_DO = re.compile(r"\bto\s+(?:\w+ly\s+)?(?:\w+)?\s*$")
#: "A report on arrests of students", "a film about the massacre": what is written or shown of it.
_TOPIC = re.compile(
    r"\b(?:reports?|story|stories|articles?|documentary|documentaries|films?|books?|programmes?|study|studies|features?|columns?"
    r"|lectures?|exhibitions?|paintings?|songs?|poems?)\s+(?:on|about)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}\Z"
)
#: "His father fought in Basra in 1991": what somebody's family went through before the story.
_OF_A_LIFE = re.compile(
    r"(?:His|Her|My|Their|Our)\s+(?:(?:own|late|older|elder|younger|eldest)\s+)?(?:father|grandfather|uncle|brother|mother|cousin|son)s?\s+"
    r"(?:had\s+)?(?:fought|served|deserted|took\s+part|went\s+to\s+war|marched|survived)\b"
)
#: "Three years after victory was declared, bombs": what lies years back only says how long it is ago.
_YEARS_AFTER = re.compile(
    r"(?:(?:More\s+than|Almost|Nearly|About|Some|Just)\s+)?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|many)\s+"
    r"(?:years?|decades?)\s+(?:after|since)\b[^,;:.]{1,120},",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+)?$")


def told_as_fact(
    text: str, triggers: Sequence[Trigger], start: int, end: int, *, historic: bool = False
) -> list[Trigger]:
    """Keep the event words of a sentence that assert an event; one that stands alongside a mere plan goes with it.

    Parameters
    ----------
    text
        The text.
    triggers
        The event words of the sentence, in order.
    start, end
        The sentence.
    historic
        Whether present forms tell what happened here, as in the entries of a timeline.

    Returns
    -------
    list of Trigger
        In order.
    """
    if not triggers:
        return []
    folded = assertions(text)[start:end]
    veils = _veils(text, folded, start, end)
    told: list[Trigger] = []
    unreal: Trigger | None = None
    for trigger in triggers:
        beside = unreal is not None and trigger.form == unreal.form == "noun"
        if (
            any(low <= trigger.start < high for low, high in veils)
            or (beside and unreal and _ALONGSIDE.fullmatch(text, unreal.end, trigger.start))
            or not _is_told_as_fact(text, folded, trigger, start, historic)
        ):
            unreal = trigger
        else:
            told.append(trigger)
    return told


def _is_told_as_fact(text: str, sentence: str, trigger: Trigger, offset: int, historic: bool) -> bool:
    """Tell whether the words right around an event word assert that it happened."""
    at = trigger.start
    low = _last_clause(sentence, max(0, at - offset - UNREAL_REACH), at - offset) + offset
    clause = sentence[low - offset : at - offset]
    if _negated(text, clause, max(low, at - NEGATION_REACH), at):
        return False
    carried_out = _carried_out(text, clause, low, at, "carried_out") or (
        # Who tries to blow up a gate has attacked it; who tries to leave a town has not left.
        trigger.kind.layer == "attack" and _carried_out(text, clause, low, at, "attempts")
    )
    if trigger.form == "bare" and _DID.search(clause):
        return True
    if trigger.form in ("bare", "verb") and _INFINITIVE.search(clause):
        return carried_out
    if trigger.form == "bare" and (not historic or _describes(text, sentence, trigger, offset)):
        return False
    if trigger.form == "verb" and not historic and _STANDS.search(text, low, at):
        return False
    if (not carried_out and _is_unreal(text, clause, trigger, low)) or _HABIT.search(clause):
        return False
    return not _in_general(text, sentence, trigger, offset)


def _is_unreal(text: str, clause: str, trigger: Trigger, low: int) -> bool:
    """Tell whether the words before an event word plan, fear, ask for or suppose it."""
    if holds(text, "unreal", low, trigger.start) or _SINCE.search(clause):
        return True
    if trigger.form == "noun" and _TOPIC.search(clause):
        return True
    return trigger.form != "verb" and holds(text, "unreal_things", low, trigger.start)


def _veils(text: str, sentence: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the stretches of a sentence that it denies, doubts, expects, asks or invents."""
    asks = sentence.rstrip(" \"”’')").endswith(("?", "؟"))
    if asks or holds(text, "fictions", start, end) or holds(text, "habits", start, end):
        return [(start, end)]
    veils = []
    if _opens_with_condition(text, sentence, start, end):
        veils.append((start, end))
    for low, high in spans(text, "falsities", start, end):
        turns = [turn.end() for turn in _TURN.finditer(sentence, 0, low - start)]
        veils.append((start + turns[-1] if turns else start, high))
    spoken = _SPOKEN.match(sentence)
    if spoken:
        # "I heard an explosion," said a witness: he tells of it, and the report tells it elsewhere.
        veils.append((start, start + spoken.end()))
    long_ago = _YEARS_AFTER.match(text, start, end)
    if long_ago:
        veils.append((start, long_ago.end()))
    if _OF_A_LIFE.match(text, start, end):
        veils.append((start, end))
    ranked = _ONE_OF_MANY.match(text, start, end)
    if ranked:
        stop = _END_OF_VEIL.search(sentence, ranked.end() - start)
        veils.append((ranked.end(), start + stop.start() if stop else end))
    denials = ((start + m.start(), start + m.end()) for m in _DENIAL.finditer(sentence))
    for low, high in (*spans(text, "veils", start, end), *denials):
        stop = _END_OF_VEIL.search(sentence, high - start)
        veils.append((low, start + stop.start() if stop else end))
    return veils


def _opens_with_condition(text: str, sentence: str, start: int, end: int) -> bool:
    opening = start + len(sentence) - len(sentence.lstrip("\"“'‘( "))
    return opens(text, "conditions", opening, end)


def _last_clause(sentence: str, start: int, end: int) -> int:
    """Give where the last clause before an event word begins."""
    return max((cut.end() for cut in _BOUNDARY.finditer(sentence, start, end)), default=start)


def _negated(text: str, clause: str, low: int, at: int) -> bool:
    return holds(text, "negations", low, at) and _NOT_ONLY.search(clause[low - at :]) is None


def _carried_out(text: str, clause: str, low: int, at: int, column: str) -> bool:
    return holds(text, column, low, at) and _TO_DO.search(clause) is not None


def _in_general(text: str, sentence: str, trigger: Trigger, offset: int) -> bool:
    """Tell whether an event word speaks of habits: "regular attacks", "attacks continue"."""
    if trigger.form == "verb":
        return False
    after = sentence[trigger.end - offset : trigger.end - offset + 140]
    # "An assault on" has the preposition that is looked for after it.
    joint = len(" on") if text.endswith((" on", " of"), trigger.start, trigger.end) else 0
    if trigger.form == "noun" and (
        _PREDICATED.match(sentence, trigger.end - joint - offset, trigger.end - offset + 140)
        or _TALLY.match(after)
        or _SET_FOR.match(after)
        or _heads(text, trigger.end, after)
    ):
        return True
    boundary = _BOUNDARY.search(after)
    stop = trigger.end + (boundary.start() if boundary else len(after))
    low = max(offset, trigger.start - 35)
    return holds(text, "general", low, trigger.start) or holds(text, "general", trigger.end, stop)


def _describes(text: str, sentence: str, trigger: Trigger, offset: int) -> bool:
    """Tell whether a word that could be a verb describes a noun: "six suspected bomb makers"."""
    before = _DESCRIBED.search(sentence, max(0, trigger.start - offset - 24), trigger.start - offset)
    return before is not None and _heads(text, trigger.end, sentence[trigger.end - offset :])


def _heads(text: str, end: int, after: str) -> bool:
    """Tell whether an event word only says what kind of thing the noun after it is."""
    begin = end + len(after) - len(after.lstrip(" "))
    return opens(text, "heads", begin, end + len(after))
