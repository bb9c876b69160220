"""How the tolls of several clauses and sentences add up: what is told again, by another source, of the wounded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from geoiraq.reports.tolls.lexicon import TollKind
from geoiraq.reports.tolls.toll import Toll

#: Low, best and high.
Sum = tuple[int | None, int | None, int | None]
#: How many tolls back the same words may have been counted.
_NEAR = 4
#: How many tolls back those who die later were told.
_FAR = 12
#: Whose bodies may be found later.
_TAKEN: tuple[TollKind, ...] = ("abducted", "missing", "arrested")
#: Those of a number of whom some have been told.
_THE_REST = ("the others", "the other", "the rest", "the remainder")
#: "The older victim" is one of those told before.
_VICTIMS = ("victim", "victims", "deceased")
NOTHING: Sum = (None, None, None)


def settled(told: Sequence[Sequence[Toll]]) -> list[list[Toll]]:
    """Decide what a toll means beside those told before and after it.

    Parameters
    ----------
    told
        The tolls of each sentence.

    Returns
    -------
    list of list of Toll
        Without those that the text tells in plainer words; "he died later" and "their bodies were found" refer to those
        injured and taken before.
    """
    harmed = (t for sentence in told for t in sentence if t.kind in ("killed", "injured", "casualty"))
    if any(t.best is not None and not t.compared for t in harmed):
        told = [[t for t in sentence if not t.compared] for sentence in told]
    told = _with_the_rest(told)
    plain: list[list[Toll]] = []
    for number, sentence in enumerate(told):
        following = told[number + 1] if number + 1 < len(told) else ()
        plain.append(
            [t for at, t in enumerate(sentence) if not _told_plainly(t, sentence[at + 1 :], following)]
        )
    plain = [[t for t in sentence if not _died(t, sentence)] for sentence in plain]
    strong = {t.kind for sentence in plain for t in sentence if not t.weak and t.best}
    before: list[Toll] = []
    result: list[list[Toll]] = []
    for sentence in plain:
        result.append([])
        for toll in sentence:
            if toll.weak and toll.kind == "injured" and "injured" in strong:
                continue
            if (
                toll.of_them
                and before
                and (before[-1].kind == toll.kind or _all_of_them(toll, before[-_NEAR:]))
            ):
                continue
            if toll.figure and before and all(t.kind == "injured" for t in before[-_NEAR:]):
                toll = toll._replace(kind="injured")
            if any((t.kind, t.start) == (toll.kind, toll.start) for t in before[-_NEAR:]):
                continue
            recent = before[-_FAR:]
            if (
                (toll.kind, toll.pronoun, toll.weak) == ("injured", True, True)
                and recent
                and recent[-1].kind == "killed"
            ):
                continue  # "One was killed. He was taken to hospital, where he died"
            died = not toll.from_injured and _was_injured(toll, recent)
            placed = _of_the_taken(toll._replace(from_injured=True) if died else toll, recent)
            if placed is not None:
                result[-1].append(placed)
                before.append(placed)
    return result


def _all_of_them(toll: Toll, before: Sequence[Toll]) -> bool:
    """Whether a number told before is told again by its parts: "twelve of them died in Hit, nine in Kut"."""
    return any(t.kind == toll.kind and t.best == toll.best and not t.of_them for t in before)


def _with_the_rest(told: Sequence[Sequence[Toll]]) -> list[list[Toll]]:
    """Count "the others" of "four men were shot; two of them died, the others were hurt"."""
    before: list[Toll] = []
    result: list[list[Toll]] = []
    for sentence in told:
        result.append([])
        for toll in sentence:
            some = before[-1] if before else None
            if some is not None and toll.victims.lower() in _THE_REST and some.best is not None:
                left = max(t.best or 0 for t in before[-_NEAR:]) - some.best
                toll = toll._replace(low=left, best=left, high=left) if left else toll
            result[-1].append(toll)
            before.append(toll)
    return result


def _told_plainly(toll: Toll, rest: Sequence[Toll], following: Sequence[Toll]) -> bool:
    """Whether those who were shot are told to have died or lived in what follows."""
    if not toll.weak or toll.kind != "killed":
        return False
    here = [t for t in rest if t.kind in ("killed", "injured") and not t.more]
    if here:
        return True
    later = [t for t in following if t.kind in ("killed", "injured") and not t.more]
    return any(
        t.of_them
        or t.pronoun
        or (t.definite and t.noun == toll.noun)
        or t.best == toll.best
        or _is_one_of(t, toll)
        for t in later
    )


def _is_one_of(toll: Toll, told: Toll) -> bool:
    """Whether "the driver", "one" names somebody told just before: "he and his driver were shot. The driver died"."""
    of_known = toll.victims.lower().startswith("the ") and toll.noun in told.victims.lower().split()
    return of_known or (not toll.noun and (toll.best or 0) < (told.best or 0))


def _died(toll: Toll, sentence: Sequence[Toll]) -> bool:
    """Whether the same words are the subject of a death as well: "a pupil who was hit by shrapnel died"."""
    return toll.kind == "injured" and any(
        t.kind == "killed" and not t.weak and (t.start, t.best) == (toll.start, toll.best) for t in sentence
    )


def _was_injured(toll: Toll, before: Sequence[Toll]) -> bool:
    """Whether those who died were counted as injured before: "two of them died", "one died of his wounds"."""
    if toll.kind != "killed" or toll.rank or not toll.best:
        return toll.from_injured
    injured = [t for t in before if t.kind == "injured" and t.best]
    if toll.from_injured or not injured:
        return toll.from_injured
    last = before[-1]
    if last.kind == "injured" and (toll.of_them or toll.noun in ("him", "her")):
        return True  # "hit a protester in the head, killing him"
    if toll.late == "wounds":
        return True
    if toll.more:
        return False
    named = toll.victims.lower().startswith("the ") and toll.noun
    if named and any(toll.noun in t.victims.lower().split() for t in injured):
        return True  # "wounded a sheikh and his brother. The sheikh died on Tuesday"
    bare = toll.noun == "" or toll.pronoun
    return bool(toll.late) and bare and last.kind == "injured"


def _of_the_taken(toll: Toll, before: Sequence[Toll]) -> Toll | None:
    """Count "their bodies were found": those who were taken before."""
    if not toll.of_taken:
        return toll
    if any(t.kind == "killed" and t.best for t in before):
        return None
    taken = [t for t in before if t.kind in _TAKEN and t.best]
    if not taken:
        return toll
    return toll._replace(low=taken[-1].low, best=taken[-1].best, high=taken[-1].high)


class _Running(NamedTuple):
    """What was added so far, of whom and in which words, and whether only an outdated or claimed figure was given."""

    sum: Sum = NOTHING
    groups: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    at_large: bool = False
    outdated: bool = False


def sum_of(told: Sequence[Sequence[Toll]], kind: TollKind) -> Sum:
    """Add up what the clauses say of one kind, without adding what one says again.

    Parameters
    ----------
    told
        The tolls of each sentence, settled.
    kind
        Which of them.

    Returns
    -------
    tuple
        Low, best and high.
    """
    running = _Running()
    taken = 0
    for sentence in told:
        here = [t for t in sentence if t.kind == kind and t.best != 0 and t.victims]
        whole = [t for t in here if t.whole and t.account != "earlier"]
        if whole:
            here = [max(whole, key=lambda t: t.best or 0)]
        if _spelt_out(running, here):
            here = []
        for number, toll in enumerate(here):
            running = _with(running, toll, first=number == 0, taken=taken)
            at_large = running.at_large or (toll.best is not None and not toll.group)
            running = running._replace(at_large=at_large)
        if here:
            nouns = frozenset(word for t in here for word in t.victims.lower().split())
            running = running._replace(nouns=nouns)
        known = frozenset(t.group for t in here if t.best is not None)
        if not known <= running.groups:
            running = running._replace(groups=running.groups | known - {""})
        taken = next((t.best or 0 for t in reversed(sentence) if t.kind in _TAKEN), 0) or (
            taken if not here else 0
        )
    return running.sum


def _spelt_out(running: _Running, here: Sequence[Toll]) -> bool:
    """Whether a sentence tells again of whom a sum was made: "The first bomb killed six, the second three"."""
    told_apart = any(t.more for t in here) or not any(t.noun for t in here)
    again = running.sum[1] is not None and running.sum[1] == sum(t.best or 0 for t in here)
    return len(here) > 1 and told_apart and again


def _with(running: _Running, toll: Toll, *, first: bool, taken: int) -> _Running:
    """Add a toll to what was told before it, or let it replace or widen that."""
    so_far, amount = running.sum, (toll.low, toll.best, toll.high)
    known = so_far[1] is not None
    if toll.rank:
        return running._replace(sum=_ranked(so_far, toll))
    if known and toll.aside:
        return running
    if known and running.outdated and not toll.more and toll.best is not None:
        return running._replace(sum=_spread(amount, so_far), outdated=toll.account in ("earlier", "claimed"))
    if known and toll.account in ("earlier", "claimed"):
        return running._replace(sum=_spread(so_far, amount))
    if known and toll.account and _of_the_same(running, toll):
        # "At least ten" leaves room for the fourteen of a count; a number does not.
        partial = not running.at_large or (toll.whole and so_far[2] is None)
        complete = (toll.best or 0) > (so_far[1] or 0) and partial
        return running._replace(sum=amount if complete else _spread(so_far, amount))
    if toll.whole:
        return running._replace(sum=amount, outdated=toll.account == "earlier")
    if first and _told_again(running, toll, taken):
        return running._replace(sum=amount) if (toll.best or 0) > (so_far[1] or 0) else running
    doubtful = toll.account in ("earlier", "claimed")
    return running._replace(sum=_added(so_far, amount), outdated=doubtful and not known)


def _of_the_same(running: _Running, toll: Toll) -> bool:
    """Whether another source can be speaking of the same victims."""
    return toll.best is not None and not toll.more and (not toll.group or toll.group in running.groups)


def _told_again(running: _Running, toll: Toll, taken: int) -> bool:
    """Whether a later sentence speaks of the same victims: as many, "the five", or people at large."""
    best = running.sum[1]
    if best is None or toll.best is None or toll.more or toll.from_injured:
        return False
    if toll.owned and toll.noun not in running.nouns:
        return False  # "His driver died as well"
    if toll.definite and toll.best == taken:
        return False
    if toll.definite or toll.pronoun or (toll.victims.lower().startswith("the ") and toll.noun in _VICTIMS):
        return True
    if toll.best == best:
        return not (toll.group and running.groups) or running.at_large or toll.group in running.groups
    return (not toll.group and toll.best > best) or (toll.group in running.groups and bool(toll.group))


def _spread(best: Sum, other: Sum) -> Sum:
    """Keep one source's figure and let the other's widen its bounds."""
    lows = [n for n in (best[0], other[0], other[1]) if n is not None]
    highs = [n for n in (best[2], other[2], other[1]) if n is not None]
    return (
        (min(lows) if best[0] is not None else None),
        best[1],
        (max(highs) if best[2] is not None else None),
    )


def _ranked(running: Sum, toll: Toll) -> Sum:
    if running[1] is not None and running[1] < toll.rank:
        low = toll.rank if running[0] == running[1] else running[0]
        return low, toll.rank, toll.rank if running[2] is not None else None
    return _added(running, (1, 1, 1))


def _added(one: Sum, other: Sum) -> Sum:
    if one == NOTHING:
        return other
    if other == NOTHING or (other[1] is None and one[1] is not None):
        return one[0], one[1], None
    if one[1] is None and one[2] is None:
        return other[0], other[1], None
    low = None if one[0] is None and other[0] is None else (one[0] or 0) + (other[0] or 0)
    best = None if one[1] is None and other[1] is None else (one[1] or 0) + (other[1] or 0)
    high = None if one[2] is None or other[2] is None else one[2] + other[2]
    return low, best, high
