"""What stands between a noun phrase and its verb, or after it, and only describes: ", who was 34,", ", of Dallas"."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.lexicon import Lexicon
from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at
from geoiraq.reports.tolls.verbs import is_who


def is_home(row: Sequence[Phrase], at: int) -> bool:
    """Whether ", of Dallas" follows a name."""
    who, comma, joint, town = (phrase_at(row, i) for i in range(at - 1, at + 3))
    return (
        isinstance(who, Victims)
        and who.shape == "name"
        and isinstance(comma, Marker)
        and comma.mark == "comma"
        and isinstance(joint, Marker)
        and joint.word in ("of", "from")
        and isinstance(town, Victims)
        and town.shape == "name"
    )


def part_of_wounded(row: Sequence[Phrase], at: int) -> tuple[list[Victims], list[int]] | None:
    """Read the one of "one of five wounded soldiers died"."""
    hurt = False
    for position in range(at, max(-1, at - _LONGEST_PART), -1):
        phrase = row[position]
        if isinstance(phrase, Victims) and phrase.of_victims == "part":
            return ([phrase._replace(of_victims="wounded")], [position]) if hurt else None
        hurt = hurt or (isinstance(phrase, Trigger) and phrase.kind == "injured")
        if isinstance(phrase, Marker):
            return None
    return None


#: "Five wounded soldiers".
_LONGEST_PART = 4


def is_reduced(row: Sequence[Phrase], at: int) -> bool:
    """Whether a participle describes the noun phrase before it."""
    phrase = row[at]
    joint = phrase_at(row, at + 1)
    # "A man employed as a guard was", "a marine assigned to the division was"
    joined = isinstance(joint, Marker) and (joint.word == "as" or joint.mark == "preposition")
    participle = (isinstance(phrase, Trigger) and phrase.form == "participle") or (
        isinstance(phrase, Marker)
        and phrase.mark == "word"
        and phrase.word.endswith(("ing", "ed") if joined else "ing")
    )
    return participle and isinstance(phrase_at(row, at - 1), Victims)


def before_parenthesis(row: Sequence[Phrase], at: int) -> int:
    """Step back over what stands between two commas before a verb: "Ali Hasan, 34, was"."""
    closing = row[at + 1]
    marks = _OPENING.get(closing.word, ",") if isinstance(closing, Marker) else ","
    opening = None
    told = False
    for position in range(at, max(-1, at - _LONGEST_PARENTHESIS), -1):
        phrase = row[position]
        if isinstance(phrase, Marker) and phrase.word in marks:
            following = phrase_at(row, position + 1)
            if _describes(following):
                return position - 1
            if told:
                break
            opening = position if opening is None else opening
            if isinstance(following, Marker) and following.mark == "conjunction" and position < at:
                return at
        if isinstance(phrase, Trigger):
            if opening is not None:
                break
            told = True  # only "whose brother had been killed" may tell of its own
    return at if opening is None else opening - 1


def before_relative(row: Sequence[Phrase], at: int) -> int | None:
    """Step back from the comma that closes ", who had survived a bomb," to whom it describes; None elsewhere."""
    closing = row[at]
    if not isinstance(closing, Marker) or closing.mark != "comma":
        return None
    for position in range(at - 1, max(0, at - _LONGEST_PARENTHESIS), -1):
        phrase, before = row[position], row[position - 1]
        if is_who(phrase) or (isinstance(phrase, Marker) and phrase.word in ("who", "whose")):
            opened = isinstance(before, Marker) and before.mark == "comma"
            return position - 2 if opened and isinstance(phrase_at(row, position - 2), Victims) else None
    return None


def beyond_part(row: Sequence[Phrase], at: int) -> int:
    """Step over a part that a comma closes: "six people, including a cleric, | and himself"."""
    opening = at + (isinstance(comma := phrase_at(row, at), Marker) and comma.mark == "comma")
    part = phrase_at(row, opening)
    if not (isinstance(part, Marker) and part.mark == "subset"):
        return at
    for position in range(opening + 1, min(len(row), opening + _LONGEST_PARENTHESIS)):
        phrase, following = row[position], phrase_at(row, position + 1)
        if isinstance(phrase, Trigger) or (isinstance(phrase, Marker) and phrase.mark in ("clause", "break")):
            return at
        if isinstance(phrase, Marker) and phrase.mark == "comma":
            closes = isinstance(following, Marker) and following.word == "and"
            return position if closes else at
    return at


def before_unit(row: Sequence[Phrase], at: int, known: Lexicon) -> int | None:
    """Step back over the comma before the larger of two units; None where no such address stands there."""
    unit = row[at]
    if not isinstance(unit, Victims) or unit.noun not in known.grammar["designators"]:
        return None
    at -= 1
    while isinstance(word := phrase_at(row, at), Marker) and word.mark == "word":
        at -= 1
    return at - 1 if isinstance(word, Marker) and word.mark == "comma" else None


def _describes(phrase: Phrase | None) -> bool:
    """Whether a parenthesis opens with "including", "whose", "kidnapped last week"."""
    if isinstance(phrase, Trigger):
        return phrase.form == "participle"
    return isinstance(phrase, Marker) and phrase.mark in ("subset", "clause")


#: So many phrases at most stand between two commas, or two brackets.
_LONGEST_PARENTHESIS = 14


#: What opens a parenthesis, by what closes it.
_OPENING = {")": "(", "-": "-", "–": "–", "—": "—"}
