"""What a verb joined to another tells: "killed or wounded ten" does not say how many of either."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.lexicon import Form, TollKind
from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at, step_over
from geoiraq.reports.tolls.verbs import auxiliary


def kind_of(row: Sequence[Phrase], index: int) -> tuple[TollKind, bool]:
    """Tell "killed or wounded ten", which does not say how many of either, from plain killing.

    Parameters
    ----------
    row
        The sentence's phrases.
    index
        Where the verb or noun stands.

    Returns
    -------
    tuple
        The kind, and whether the number is shared with another kind than killed or injured.
    """
    trigger = row[index]
    assert isinstance(trigger, Trigger)  # noqa: S101  # narrowed for the type checker
    for step in (1, -1):
        joint, other = phrase_at(row, index + step), phrase_at(row, index + 2 * step)
        if not (isinstance(joint, Marker) and joint.mark == "conjunction" and isinstance(other, Trigger)):
            continue
        if other.kind == trigger.kind:
            continue
        if joint.word == "and" and ("subject" in (forms := (trigger.form, other.form)) or _mixed(forms)):
            continue  # "lost both legs and died", "cost two their lives and injured nine"
        first, last = min(index, index + 2 * step), max(index, index + 2 * step)
        own = isinstance(before := phrase_at(row, first - 1), Victims) and before.shape in (
            "number",
            "one",
            "name",
        )
        own = own or auxiliary(row, first) is not None
        shared = joint.word.startswith("or") or joint.word == "and/or" or not (own and _has_object(row, last))
        if shared and {trigger.kind, other.kind} == {"killed", "injured"}:
            return "casualty", False
        if joint.word.startswith("or"):
            return trigger.kind, True
    return trigger.kind, False


def _mixed(forms: tuple[Form, Form]) -> bool:
    """Whether a noun is joined to a verb."""
    return (forms[0] == "counted") != (forms[1] == "counted")


def _has_object(row: Sequence[Phrase], index: int) -> bool:
    return isinstance(phrase_at(row, step_over(row, index + 1)), Victims)
