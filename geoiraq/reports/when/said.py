"""Whether a date says when something happened, or when it was said, or to whom something belongs."""

from __future__ import annotations

import re

from geoiraq.reports.when.dates import DateExpression

#: How far after "Monday's" the event stands that is dated by it.
OWNED_REACH = 30


def owns(text: str, expression: DateExpression) -> bool:
    """Tell whether a date is the owner of something: "Friday's blast"."""
    return text[expression.end : expression.end + 2] in ("'s", "’s")


def belongs_to_another(text: str, expression: DateExpression, trigger: int) -> bool:
    """Tell whether a date is the owner of some other thing: "last year's kidnapping" beside an arrest."""
    return owns(text, expression) and not 0 < trigger - expression.end < OWNED_REACH


#: "said on Friday", "a deal reached on Friday", "rose to 63 on Friday": the day of something else.
_OF_SPEECH = re.compile(
    r"(?:\b(?:said|says|announced|reported|confirmed|stated|added)|\btold\s+(?:\w+\s+){1,3}|\bstatement|\bdetails"
    r"|\b(?:deal|agreement|accord|plan)\s+(?:reached|signed|made|agreed)|\b(?:rose|risen|climbed)\s+to\s+[\w,-]+)"
    r"\s+(?:late\s+|early\s+)?(?:on\s+)?$"
)

#: "A blast reported on Friday", "was reported on Friday": nobody speaks here, and the day is that of what is told.
_TOLD_OF = re.compile(
    r"\b(?:was|were|been|is|are|being|(?:attack|bomb|bombing|blast|explosion|incident|clashe?|shooting|strike|raid|fire"
    r"|killing|murder|death|abduction|kidnapping)s?)\s+(?:also\s+|first\s+)?reported\s+(?:late\s+|early\s+)?(?:on\s+)?$"
)

#: "Two of whom died in hospital the day after": the day of a death that a wound led to.
_OF_A_LATER_DEATH = re.compile(
    r"\b(?:of\s+(?:whom|them|the\s+(?:wounded|injured|victims))|who(?:\s+had\s+been\s+\w+)?|later)\s+(?:later\s+|also\s+)?"
    r"(?:died|succumbed)\b(?:\s+(?:of|from|to|in|at)\s+[\w\s'’-]{1,40})?(?:\s+(?:on|by|early|late))*\s+$"
)
#: "Were arrested and held overnight": how long, and not when.
_HOW_LONG = re.compile(r"\b(?:held|kept|jailed|stayed|remained|camped|slept|waited|detained)\s+\Z")
#: "On Saturday a doctor at the hospital in nearby Baquba said": the day of what is said.
_SPEAKER_AFTER = re.compile(
    r",?\s+(?:an?|the|one|another|his|her|its)\s+(?:[\w-]+\s+){0,2}"
    r"(?:doctor|official|officer|spokes\w+|mayor|governor|minister|ministry|source|commander|witness|resident|medic|judge)\b"
    r"[^,;.]{0,60}\b(?:said|told|announced|reported|confirmed)\b"
)


#: "كشف مصدر أمني، الجمعة، عن ...": when it was said, which dates what was said only where nothing else does.
_SAID_IN_ARABIC = re.compile(
    r"(?<!\w)(?:أفاد|أعلن|كشف|قال|ذكر|أكد|صرح|أوضح|نفى|بين)ت?\s[^،.]{1,60}،\s*(?:في\s+)?(?:يوم\s+)?\Z"
)
_ARABIC_COMMA = re.compile(r"\s*،")


def says_when(text: str, expression: DateExpression) -> bool:
    """Tell whether an Arabic sentence sets a date off by commas beside who says it."""
    if _ARABIC_COMMA.match(text, expression.end) is None:
        return False
    return _SAID_IN_ARABIC.search(text, max(0, expression.start - 90), expression.start) is not None


def tells_when(text: str, expression: DateExpression) -> bool:
    """Tell whether a date says when something happened, and not since when, or when it was said."""
    if expression.role != "when":
        return False
    before = max(0, expression.start - 60)
    if _OF_SPEECH.search(text, before, expression.start) and not _TOLD_OF.search(
        text, before, expression.start
    ):
        return False
    if _OF_A_LATER_DEATH.search(text, max(0, expression.start - 90), expression.start):
        return False
    if expression.text.lower() == "overnight" and _HOW_LONG.search(
        text, max(0, expression.start - 12), expression.start
    ):
        return False
    return not _opens_speech(text, expression)


def _opens_speech(text: str, expression: DateExpression) -> bool:
    """Tell whether a day is that of what is said: "On Friday a doctor said", not "died on Friday, a doctor said"."""
    if _SPEAKER_AFTER.match(text, expression.end, expression.end + 120) is None:
        return False
    apart = text.startswith(",", expression.end)
    return not apart or opens_sentence(text, expression)


#: What stands before a day with which a sentence opens.
_OPENING = re.compile(r"(?:\A|[.;!?\n–—\"”]\s*)(?:(?:[Oo]n|[Ll]ate|[Ee]arly)\s+){0,2}\Z")


def opens_sentence(text: str, expression: DateExpression) -> bool:
    """Tell whether a sentence opens with a date."""
    return _OPENING.search(text, max(0, expression.start - 12), expression.start) is not None
