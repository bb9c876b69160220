"""Which group "the militants" are: the one that a text has named, where it named no other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoiraq.reports.who.actors import INSURGENT, INSURGENTS, UNIDENTIFIED, Actor, ActorMention, is_kin

#: Kinds of groups that a text goes on to call "the militants".
_GROUPS = frozenset({INSURGENT, "militia"})
_DEFINITE = re.compile(r"\b(?:the|its|their|these|those)\s+\Z", re.IGNORECASE)
#: "The militants who came from Hit": some that are told apart here.
_NARROWED = re.compile(r"\s+(?:who|whom|whose|from|of|belonging|loyal|linked|affiliated|allied)\b")
_ARTICLE = 8


def meant_by(text: str, actors: Sequence[ActorMention], group: Actor | None) -> list[ActorMention]:
    """Give mentions their group where they speak of it without its name.

    Parameters
    ----------
    text
        The text that spans refer to.
    actors
        The actors that a sentence names, in order.
    group
        The one group that the text has named before it; None where there is none, or others beside it.

    Returns
    -------
    list of ActorMention
        The same; "the militants" and "its fighters" as those of the group.
    """
    meant = []
    for mention in actors:
        if mention.actor.kind in _GROUPS and (group is None or is_kin(mention.actor.name, group.name)):
            group = mention.actor
        elif mention.actor.kind == INSURGENT or _is_stranger(text, mention):
            group = None
        elif group is not None and _is_spoken_of(text, mention):
            mention = mention._replace(actor=group)
        meant.append(mention)
    return meant


def groups_with(actors: Sequence[ActorMention], before: Sequence[Actor]) -> tuple[Actor, ...]:
    """Give the groups that a text has named, those of one more sentence among them; of kin, the later.

    Parameters
    ----------
    actors
        The actors that the sentence names.
    before
        Those named before it.

    Returns
    -------
    tuple of Actor
        In the order of their first mention.
    """
    groups = list(before)
    for mention in actors:
        if mention.actor.kind in _GROUPS:
            groups = [g for g in groups if not is_kin(g.name, mention.actor.name)] + [mention.actor]
    return tuple(groups)


def names_strangers(text: str, actors: Sequence[ActorMention]) -> bool:
    """Tell whether a sentence brings in others without a name: "gunmen", whom "the militants" then means."""
    return any(_is_stranger(text, mention) for mention in actors)


def _is_spoken_of(text: str, mention: ActorMention) -> bool:
    return (
        mention.actor.name == INSURGENTS
        and _DEFINITE.search(text, max(0, mention.start - _ARTICLE), mention.start) is not None
        and _NARROWED.match(text, mention.end) is None
    )


def _is_stranger(text: str, mention: ActorMention) -> bool:
    definite = _DEFINITE.search(text, max(0, mention.start - _ARTICLE), mention.start) is not None
    return mention.actor.kind == UNIDENTIFIED and (
        not definite or _NARROWED.match(text, mention.end) is not None
    )
