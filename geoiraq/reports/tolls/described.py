"""What stands between a noun phrase and its verb, or after it, and only describes: ", who was 34,", ", of Dallas"."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at


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
    participle = (isinstance(phrase, Trigger) and phrase.form == "participle") or (
        isinstance(phrase, Marker) and phrase.mark == "word" and phrase.word.endswith("ing")
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


def _describes(phrase: Phrase | None) -> bool:
    """Whether a parenthesis opens with "including", "whose", "kidnapped last week"."""
    if isinstance(phrase, Trigger):
        return phrase.form == "participle"
    return isinstance(phrase, Marker) and phrase.mark in ("subset", "clause")


#: So many phrases at most stand between two commas, or two brackets.
_LONGEST_PARENTHESIS = 14


#: What opens a parenthesis, by what closes it.
_OPENING = {")": "(", "-": "-", "–": "–", "—": "—"}
