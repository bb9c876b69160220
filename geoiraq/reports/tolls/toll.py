"""A toll: how many were killed or injured, as one clause says it."""

from __future__ import annotations

from typing import NamedTuple

from geoiraq.reports.tolls.accounts import Account, Late
from geoiraq.reports.tolls.lexicon import TollKind
from geoiraq.reports.tolls.whose import Part


class Toll(NamedTuple):
    """How many were killed, injured, abducted, arrested or missing, as one clause says it.

    Attributes
    ----------
    kind
        "casualty" where the text does not say whether killed or injured.
    low, best, high
        None where the clause sets no such bound; all None for "killing soldiers".
    start, end
        Offsets of the victims in the text.
    victims
        The words that name them.
    group
        Civilians, soldiers, police, officials, attackers, or empty.
    more
        Whether it adds to what was said before ("another", "four more", "a third").
    rank
        3 for "a third": what the sum is with this one; else 0.
    whole
        Whether it is said to be the total.
    definite
        Whether it speaks of certain victims only: those told before ("the five"), or, with a best
        of 0, one group of which nobody was harmed.
    from_injured
        Whether they were counted as injured before.
    noun, pronoun
        The word for them, empty for a bare number; whether it is "he", "she" or "him".
    of_them, of_taken
        Whether it counts some of those told just before ("two of them"), or those who were taken ("their bodies").
    account
        "another" where a source is named for it, "earlier" where it is said to be outdated, "claimed" where a side
        claims it for its own deed, else empty.
    late
        "later" where they died in hospital or days later, "wounds" where of their wounds, else empty.
    weak
        Whether it holds only where the text does not tell it in plainer words: "shot", "taken to hospital".
    aside
        Whether it was told of another time: "since January", "last month".
    compared
        Whether the event is only compared with it: "a similar attack in May killed 40".
    owned
        Whether it is one who is told by whose they are: "his driver".
    figure
        Whether it is a new figure that does not say of whom: "raised their count to eight".
    parts
        Who they were, as far as the text says.
    """

    kind: TollKind
    low: int | None
    best: int | None
    high: int | None
    start: int
    end: int
    victims: str = ""
    group: str = ""
    more: bool = False
    rank: int = 0
    whole: bool = False
    definite: bool = False
    from_injured: bool = False
    noun: str = ""
    pronoun: bool = False
    of_them: bool = False
    of_taken: bool = False
    account: Account = ""
    late: Late = ""
    weak: bool = False
    aside: bool = False
    compared: bool = False
    owned: bool = False
    figure: bool = False
    parts: tuple[Part, ...] = ()
