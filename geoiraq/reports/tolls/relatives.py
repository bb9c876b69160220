"""Who is described by a clause of their own: "a man who had been shot died", "an imam who had spoken out and"."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at
from geoiraq.reports.tolls.verbs import is_who

#: So many phrases at most stand between "who" and the verb that has it as its subject.
_LONGEST_RELATIVE = 12


def of_relative(row: Sequence[Phrase], at: int) -> tuple[list[Victims], list[int]] | None:
    """Read "a man who had been shot dead", "a pupil who was hit by shrapnel died".

    Parameters
    ----------
    row
        The sentence's phrases.
    at
        Where to begin, going back.

    Returns
    -------
    tuple or None
        None where no such clause stands there.
    """
    for position in range(at, max(0, at - _LONGEST_RELATIVE), -1):
        phrase = row[position]
        if isinstance(phrase, Marker) and (phrase.mark == "clause" or is_who(phrase)):
            if phrase.word.split()[0] not in ("who", "that", "which"):
                return None
            comma = phrase_at(row, position - 1)
            before = position - 1 - (isinstance(comma, Marker) and comma.mark == "comma")
            victims = phrase_at(row, before)
            if isinstance(victims, Victims) and victims.person is not False and victims.shape != "none":
                return [victims], [before]
            return None
        if isinstance(phrase, Trigger) and phrase.form not in ("participle", "shot"):
            return None
    return None


def head_of_relative(row: Sequence[Phrase], at: int) -> int | None:
    """Find whom a clause describes that stands in a list: "an imam who had spoken out | and two of his sons died".

    Parameters
    ----------
    row
        The sentence's phrases.
    at
        Where to begin, going back.

    Returns
    -------
    int or None
        None where no such clause stands there.
    """
    for position in range(at, max(0, at - _LONGEST_RELATIVE), -1):
        phrase, head = row[position], row[position - 1]
        if isinstance(phrase, Trigger) or (isinstance(phrase, Marker) and phrase.mark in ("comma", "break")):
            return None
        if is_who(phrase) or (isinstance(phrase, Marker) and phrase.word == "who"):
            before = phrase_at(row, position - 2)
            opens = before is None or (isinstance(before, Marker) and before.mark in ("comma", "break"))
            person = isinstance(head, Victims) and head.person is True and head.shape != "none"
            return position - 1 if opens and person else None
    return None
