"""What nouns say of casualties: "five deaths", "no injuries", "six bodies were found", a death toll."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.coordination import Found, nobody, read_object
from geoiraq.reports.tolls.lexicon import Lexicon
from geoiraq.reports.tolls.row import Marker, Phrase, Shape, Trigger, Victims, phrase_at


def after_colon(row: Sequence[Phrase], index: int) -> Found | None:
    """Read "Killed: 5"."""
    mark, number = phrase_at(row, index + 1), phrase_at(row, index + 2)
    if isinstance(phrase_at(row, index + 3), Trigger):
        return None  # "Casualties: 3 killed"
    if isinstance(mark, Marker) and mark.word in (":", "-", "–", "=") and isinstance(number, Victims):
        if number.shape == "none":
            return [number], [index + 2]
        return read_object(row, index + 1) if number.shape == "number" else None
    return None


def headed(row: Sequence[Phrase], index: int) -> Found | None:
    """Read "Dead 4, wounded 9"."""
    number, before = phrase_at(row, index + 1), phrase_at(row, index - 1)
    opens = before is None or (isinstance(before, Marker) and before.mark in ("comma", "break"))
    if opens and isinstance(number, Victims) and number.shape == "number" and not number.noun:
        return [number], [index + 1]
    return None


def counted(row: Sequence[Phrase], index: int, known: Lexicon) -> Found | None:
    """Read "five deaths", "no casualties", "Deaths: 5", "without injuries"."""
    at = index - 1
    if any(isinstance(p, Marker) and p.word in ("whether", "if") for p in row[max(0, index - 5) : index]):
        return None
    some = any(isinstance(p, Marker) and p.word in ("among", "amongst") for p in row[index + 1 : index + 4])
    while (
        isinstance(phrase := phrase_at(row, at), Marker)
        and phrase.mark in ("adverb", "word", "preposition")
        and (phrase.mark == "adverb" or phrase.word in known.grammar["report"] or phrase.word == "of")
    ):
        at -= 1
    phrase = phrase_at(row, at)
    trigger = row[index]
    if isinstance(phrase, Victims) and phrase.shape in ("number", "none", "many", "one"):
        if phrase.shape == "none":
            if phrase.noun in known.grammar["no_news"]:
                return None
            restricted = some or phrase.noun not in known.grammar["neutral"]
            return [phrase._replace(of_victims="restricted" if restricted else "")], [at]
        close = at == index - 1 and phrase.person is not False and phrase.noun != "toll"
        close = close and (phrase.shape == "number" or phrase.noun not in known.grammar["wound_words"])
        return (
            ([phrase], [at])
            if close and phrase.shape in ("number", "one") and phrase.best is not None
            else after_colon(row, index)
        )
    joined = (
        isinstance(phrase, Marker)
        and phrase.mark == "conjunction"
        and isinstance(phrase_at(row, at - 1), Trigger)
    )
    if joined:
        first = counted(row, at - 1, known) if row[at - 1].form == "counted" else None  # type: ignore[union-attr]
        if first is not None and first[0][0].shape == "none":
            return first
        return None
    if any(
        isinstance(p, Marker) and p.mark in ("negative", "nobody") for p in row[max(0, index - 5) : index]
    ):
        return [nobody(trigger)], [index]  # type: ignore[arg-type]
    return after_colon(row, index)


def bodies_found(row: Sequence[Phrase], index: int, known: Lexicon) -> Found | None:
    """Read "six bodies were found", "found the bodies of six men"."""
    near = row[max(0, index - 8) : index + 14]
    if not any(isinstance(p, Marker) and p.word in known.grammar["found"] for p in near):
        return None
    following = phrase_at(row, index + 1)
    if (
        isinstance(following, Marker)
        and following.word == "of"
        and isinstance(phrase_at(row, index + 2), Victims)
    ):
        return read_object(row, index)
    trigger, at = row[index], index - 1
    if isinstance(trigger, Trigger) and trigger.word == "remains":
        return read_object(row, index)
    while _only_describes(phrase_at(row, at)):
        at -= 1  # "three decomposed bodies", "their beheaded bodies"
    before = phrase_at(row, at)
    if isinstance(before, Victims) and before.owned and before.person is None:
        return [_the_taken(before, trigger)], [at]  # "his headless body"
    if isinstance(before, Victims) and before.shape in ("number", "one", "none"):
        return [before], [at]
    if isinstance(before, Marker) and before.word in ("'", "’"):
        at, before = at - 1, phrase_at(row, at - 1)  # "the farmers' bodies"
        if isinstance(before, Victims) and before.definite:
            return [before._replace(of_victims="taken")], [at]
    if isinstance(before, Marker) and before.word in _OWNERS:
        return [_the_taken(before, trigger)], [at]
    return None


def _only_describes(phrase: Phrase | None) -> bool:
    """Whether this is a word before "bodies" that says neither whose they are nor how many."""
    if isinstance(phrase, Trigger):
        return phrase.form == "participle"
    return isinstance(phrase, Marker) and phrase.mark == "word" and phrase.word not in _OWNERS


_OWNERS = ("their", "his", "her", "the")


def _the_taken(owner: Marker | Victims, trigger: Phrase) -> Victims:
    """Read "their bodies": of those who were taken; "his body" is of one person in any case."""
    if isinstance(owner, Marker):
        count = 1 if owner.word in ("his", "her") else None
    else:
        count = 1 if isinstance(trigger, Trigger) and trigger.word in ("body", "corpse") else None
    shape: Shape = "one" if count else "many"
    return Victims(owner.start, trigger.end, shape, count, count, count, True, of_victims="taken")


def revised(row: Sequence[Phrase], index: int, known: Lexicon) -> list[Victims] | None:
    """Read the number that a toll was corrected to: "34 dead were later revised to 41", "but later raised it to 20"."""
    crossed = False
    for at in range(index + 1, min(len(row), index + 14)):
        phrase = row[at]
        if isinstance(phrase, Marker) and phrase.word in known.grammar["rising"]:
            it = _is_it(phrase_at(row, at + 1)) or _is_it(phrase_at(row, _before_verbs(row, at)))
            to = at + 1 + _is_it(phrase_at(row, at + 1))
            joint, number = phrase_at(row, to), phrase_at(row, to + 1)
            told = isinstance(joint, Marker) and joint.word == "to" and (it or not crossed)
            if not (told and isinstance(number, Victims) and number.shape == "number"):
                return None
            return [number, *_listed_with(row, to + 1)]
        if isinstance(phrase, Trigger) or (isinstance(phrase, Marker) and phrase.mark == "break"):
            return None
        crossed = (
            crossed or not isinstance(phrase, Marker) or phrase.mark in ("comma", "conjunction", "clause")
        )
    return None


def _before_verbs(row: Sequence[Phrase], at: int) -> int:
    """Step back over the verbs and adverbs before a participle: "it | was later revised"."""
    at -= 1
    while isinstance(p := phrase_at(row, at), Marker) and p.mark in ("aux", "have", "adverb", "time"):
        at -= 1
    return at


def _is_it(phrase: Phrase | None) -> bool:
    return isinstance(phrase, Marker) and phrase.word in ("it", "this", "that", "which")


def total_told(row: Sequence[Phrase], index: int, known: Lexicon) -> Found | None:
    """Read the number after "the death toll": the last one of "rose from 9 to 12"."""
    risen = _risen_to(row, index, known)
    numbers: list[int] = [] if risen is None else [risen]
    for at in range(index + 1, min(len(row), index + 14) if risen is None else 0):
        phrase = row[at]
        if isinstance(phrase, Victims) and phrase.shape == "number" and phrase.person is not False:
            if phrase.more or (numbers and isinstance(phrase_at(row, at + 1), Trigger)):
                break  # "to six, with 22 injured"
            numbers.append(at)
        elif (
            isinstance(phrase, Trigger)
            or (isinstance(phrase, Marker) and numbers and phrase.word == "in")
            or (
                isinstance(phrase, Marker)
                and phrase.mark in ("comma", "clause", "conjunction")
                and phrase.word != "as"
            )
        ):
            break
    if not numbers:
        return None
    at = numbers[-1]
    if any(isinstance(p, Marker) and p.word == "age" for p in row[index:at]):
        return None  # "the dead ranged in age from 4 to 60"
    victims = row[at]
    assert isinstance(victims, Victims)  # noqa: S101  # chosen above
    rose = any(isinstance(p, Marker) and p.word in known.grammar["rising"] for p in row[index:at])
    if rose and victims.high is not None:
        victims = victims._replace(low=victims.high, best=victims.high)
    return [victims, *_listed_with(row, at)], [at]


def is_account(text: str, trigger: Trigger) -> bool:
    """Whether "put the dead at five" gives somebody's figure, and not the sum as "took the toll to five" does."""
    return trigger.word == "the" and not text.endswith(" to", 0, trigger.end)


def _listed_with(row: Sequence[Phrase], at: int) -> list[Victims]:
    """Read who else makes up a toll: "brought the number of dead to six policemen | and two children"."""
    first = row[at]
    if not (isinstance(first, Victims) and first.person and isinstance(phrase_at(row, at - 1), Marker)):
        return []
    listed = read_object(row, at - 1)
    return listed[0][1:] if listed is not None and all(v.person for v in listed[0]) else []


def is_bare_figure(text: str, trigger: Trigger, known: Lexicon) -> bool:
    """Tell whether a noun for a figure does not say of whom: "raised the figure to 20" is of those told before.

    Parameters
    ----------
    text
        The text.
    trigger
        The noun, with the words about it.
    known
        The vocabulary.

    Returns
    -------
    bool
        False for "the number of dead", and for "the toll", which is of the dead.
    """
    words = text[trigger.start : trigger.end].lower().split()
    figure = words[-2] if len(words) > 1 else ""
    return words[-1] in ("to", "at") and figure in known.grammar["account"] and figure != "toll"


#: So many phrases at most stand between a toll and what it rose to.
_LONGEST_RISE = 24


def _risen_to(row: Sequence[Phrase], index: int, known: Lexicon) -> int | None:
    """Find the number of "the toll from the bombs that tore through a market rose to 23"."""
    for at in range(index + 1, min(len(row) - 2, index + _LONGEST_RISE)):
        verb, joint, number = row[at], row[at + 1], row[at + 2]
        if isinstance(verb, Trigger):
            return None
        if isinstance(verb, Marker) and verb.word in known.grammar["rising"] and isinstance(joint, Marker):
            told = joint.word == "to" and isinstance(number, Victims) and number.shape == "number"
            if told:
                return at + 2
    return None


def besides(row: Sequence[Phrase], at: int, known: Lexicon) -> Found | None:
    """Read the bomber whom a number leaves out: "besides himself", "apart from the attacker"."""
    opening = phrase_at(row, at)
    if isinstance(opening, Marker) and opening.word in (",", "("):
        at += 1
        opening = phrase_at(row, at)
    if not isinstance(opening, Marker) or opening.word not in known.grammar["besides"]:
        return None
    who = phrase_at(row, at + 1)
    if not isinstance(who, Victims) or who.best is None or who.person is False:
        return None
    bomber = who.group == "attackers" or who.noun in known.grammar["reflexive"]
    return ([who], [at + 1]) if bomber else None
