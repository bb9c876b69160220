"""What a sentence leaves out because it has said it: "tried to flee but was shot", "took six men and killed them"."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.coordination import Found, after_modifiers, read_object
from geoiraq.reports.tolls.lexicon import Lexicon
from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at
from geoiraq.reports.tolls.verbs import before_verb, preposition_of

#: So many phrases at most stand between a verb and the subject that it shares with the one before it.
_REACH = 40


def shared_subject(row: Sequence[Phrase], index: int, known: Lexicon) -> Found | None:
    """Read whom "tried to enter the mosque but was shot dead" speaks of: the subject of the verb before it.

    Parameters
    ----------
    row
        The sentence's phrases.
    index
        Where a verb stands that has no subject of its own.
    known
        The vocabulary.

    Returns
    -------
    tuple or None
        None where the verb is not coordinated with another, or nobody before agrees with it.
    """
    at, aux = before_verb(row, index, known)
    joint = phrase_at(row, at)
    if not isinstance(joint, Marker) or joint.word not in known.grammar["joining"]:
        return None
    for position in range(at - 1, max(-1, at - _REACH), -1):
        subject = row[position]
        if not isinstance(subject, Victims) or not _is_subject(row, position):
            continue
        verb = phrase_at(row, _predicate(row, position))
        passive = isinstance(verb, Marker) and verb.mark == "aux"
        # "Was abducted on Sunday and shot dead": the auxiliary is shared as well.
        lived = isinstance(last := row[index - 1], Marker) and last.word in ("survived", "escaped")
        agrees = _agrees(subject, aux) if aux else passive or lived or _is_deponent(row[index])
        return ([subject], [position]) if agrees else None
    return None


def _is_deponent(verb: Phrase) -> bool:
    """Whether who dies is the verb's subject without an auxiliary: "died", "perished"."""
    return isinstance(verb, Trigger) and verb.form == "subject" and verb.word != "with"


def _is_subject(row: Sequence[Phrase], at: int) -> bool:
    """Whether a verb follows a noun phrase of people, and none has it as its object."""
    victims = row[at]
    assert isinstance(victims, Victims)  # noqa: S101  # chosen by the caller
    if victims.person is False or victims.shape == "none" or preposition_of(row, at) is not None:
        return False
    before, verb = phrase_at(row, at - 1), phrase_at(row, _predicate(row, at))
    opens = before is None or (
        isinstance(before, Marker)
        and before.mark in ("comma", "break", "conjunction", "clause", "adverb", "time")
    )
    told = isinstance(verb, Trigger) or (
        isinstance(verb, Marker) and verb.mark in ("aux", "have", "word", "modal")
    )
    return opens and told


def _predicate(row: Sequence[Phrase], at: int) -> int:
    """Step over what describes a subject: "of the council", ", a teacher,", "who worked there,"."""
    at = after_modifiers(row, at + 1)
    if isinstance(comma := phrase_at(row, at), Marker) and comma.mark == "comma":
        closing = next(
            (i for i in range(at + 1, min(len(row), at + 10)) if getattr(row[i], "mark", "") == "comma"), None
        )
        at = closing + 1 if closing is not None else at
    while isinstance(adverb := phrase_at(row, at), Marker) and adverb.mark in ("adverb", "time"):
        at += 1
    return at


def _agrees(subject: Victims, aux: str) -> bool:
    """Whether "was" or "were" may follow a noun phrase."""
    if aux in ("was", "is"):
        return subject.best == 1 or subject.shape == "ordinal"
    return aux not in ("be", "been") and (aux not in ("were", "are") or subject.best != 1)


def antecedent(row: Sequence[Phrase], index: int) -> Found | None:
    """Read whom "them" means in "pulled six men from a bus and shot them": those counted just before.

    Parameters
    ----------
    row
        The sentence's phrases.
    index
        Where the pronoun stands.

    Returns
    -------
    tuple or None
        None where nobody that several may be meant of is counted before.
    """
    for at in range(index - 1, max(-1, index - _REACH), -1):
        positions = [at]
        while _joins(phrase_at(row, positions[0] - 1)):
            positions.insert(0, positions[0] - 2)
        several = [row[i] for i in positions if i >= 0]
        people = [v for v in several if isinstance(v, Victims) and v.person is not False and v.best]
        counted = len(people) == len(positions) and sum(v.best or 0 for v in people) > 1
        if counted and preposition_of(row, positions[0]) is None:
            return people, positions
    return None


def _joins(phrase: Phrase | None) -> bool:
    return isinstance(phrase, Marker) and phrase.mark in ("comma", "conjunction")


def gapped(row: Sequence[Phrase], index: int, positions: Sequence[int], known: Lexicon) -> Found | None:
    """Read whom a verb left out has happened to: "two died in Hit and three more on the way to hospital".

    Parameters
    ----------
    row
        The sentence's phrases.
    index
        Where the verb stands.
    positions
        Where those stand who are counted with it.
    known
        The vocabulary.

    Returns
    -------
    tuple or None
        None where what follows has a verb of its own, as in "and three taken to hospital".
    """
    at = max(index, *positions)
    items: list[Victims] = []
    places: list[int] = []
    while True:
        at = after_modifiers(row, at + 1)
        comma, joint = phrase_at(row, at), phrase_at(row, at + 1)
        listed = isinstance(comma, Marker) and comma.mark == "comma"
        at += 1
        if listed and isinstance(joint, Marker):
            comma, listed, at = joint, False, at + 1
        closes = isinstance(comma, Marker) and comma.word == "and"
        if not (listed or closes) or (one := _one_more(row, at, known)) is None:
            return None
        items, places = [*items, one], [*places, at]
        if closes:
            return items, places


def _one_more(row: Sequence[Phrase], at: int, known: Lexicon) -> Victims | None:
    """Read a number that only a place or time follows, and no verb: "three more on the way to hospital"."""
    more = phrase_at(row, at)
    if not isinstance(more, Victims):
        return None
    counted = more.shape in ("number", "ordinal") and more.best and more.person is not False
    if not counted or (more.noun and not more.person) or not _is_adverbial(phrase_at(row, at + 1), known):
        return None
    for phrase in row[at + 1 : at + 1 + _REACH]:
        if isinstance(phrase, Marker) and phrase.mark in ("comma", "break", "clause", "conjunction"):
            break
        if isinstance(phrase, Marker) and phrase.mark in ("aux", "have", "modal"):
            return None
        if isinstance(phrase, Trigger) and not _is_a_hospital(phrase, known):
            return None
    return more if more.shape == "number" else more._replace(shape="number", low=1, best=1, high=1)


def each_its_own(row: Sequence[Phrase], at: int, known: Lexicon) -> Found | None:
    """Read whom others killed in the same way: "the first killed six, the second three and the third one".

    Parameters
    ----------
    row
        The sentence's phrases.
    at
        Where the last of those stands whom the verb has as its object.
    known
        The vocabulary.

    Returns
    -------
    tuple or None
        None where nothing so told follows.
    """
    items: list[Victims] = []
    positions: list[int] = []
    while True:
        at += 1
        while isinstance(joint := phrase_at(row, at), Marker) and (
            joint.mark == "comma" or joint.word == "and"
        ):
            at += 1
        who, whom = phrase_at(row, at), phrase_at(row, at + 1)
        another = isinstance(who, Victims) and who.noun in known.grammar["ordinals"]
        if not (another and isinstance(whom, Victims) and whom.shape == "number" and whom.best):
            return (items, positions) if items else None
        items, positions = [*items, whom], [*positions, at + 1]
        at += 1


def likewise(row: Sequence[Phrase], index: int) -> Found | None:
    """Read who shared a fate in words for the verb: "a guard was killed, and so were both attackers".

    Parameters
    ----------
    row
        The sentence's phrases.
    index
        Where the verb stands.

    Returns
    -------
    tuple or None
        None where no such words follow.
    """
    at = after_modifiers(row, index + 1)
    while isinstance(joint := phrase_at(row, at), Marker) and (joint.mark == "comma" or joint.word == "and"):
        at += 1
    verb = phrase_at(row, at + 1)
    shared = isinstance(joint, Marker) and joint.word in ("so", "as") and isinstance(verb, Marker)
    if not shared or verb.word not in _PRO_VERBS:  # type: ignore[union-attr]  # narrowed just before
        return None
    whom = read_object(row, at + 1)
    if whom is None or not all(v.person or v.shape == "name" for v in whom[0]):
        return None
    after = phrase_at(row, after_modifiers(row, whom[1][-1] + 1))
    return None if isinstance(after, Trigger) else whom


_PRO_VERBS = ("was", "were", "did", "had")


def _is_adverbial(phrase: Phrase | None, known: Lexicon) -> bool:
    """Whether a place or time follows, and no verb."""
    if isinstance(phrase, Trigger):
        return _is_a_hospital(phrase, known)
    return isinstance(phrase, Marker) and phrase.mark in ("preposition", "time", "adverb")


def _is_a_hospital(phrase: Trigger, known: Lexicon) -> bool:
    """Whether a hospital is where somebody was, and not where somebody was taken."""
    return phrase.form == "hospital" and phrase.word not in known.grammar["carried"]
