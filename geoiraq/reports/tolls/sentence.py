"""What one sentence says of the killed, the injured and the taken: a toll for each verb or noun."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.accounts import (
    Account,
    account_of,
    death_came_late,
    is_apart,
    is_aside,
    is_compared,
    is_history,
    is_included,
    is_revision,
)
from geoiraq.reports.tolls.companions import joined, with_bomber
from geoiraq.reports.tolls.coordination import (
    Found,
    after_modifiers,
    read_object,
    read_subject,
)
from geoiraq.reports.tolls.ellipsis import antecedent, each_its_own, gapped, likewise, shared_subject
from geoiraq.reports.tolls.equals import counted_alike
from geoiraq.reports.tolls.facts import (
    denied_of_all,
    is_natural,
    is_noun,
    is_of_the_dead,
    not_a_fact,
    of_a_grave,
)
from geoiraq.reports.tolls.kinds import kind_of
from geoiraq.reports.tolls.lexicon import WEAK, Lexicon
from geoiraq.reports.tolls.nouns import (
    after_colon,
    bodies_found,
    counted,
    headed,
    is_account,
    is_bare_figure,
    revised,
    total_told,
)
from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at, step_over
from geoiraq.reports.tolls.toll import Toll
from geoiraq.reports.tolls.verbs import adverbs_before, after_means, auxiliary, last_of_chain
from geoiraq.reports.tolls.whose import parts_of


def read_tolls(text: str, row: Sequence[Phrase], known: Lexicon) -> list[Toll]:
    """Read every toll of a sentence.

    Parameters
    ----------
    text
        The text that spans refer to.
    row
        The sentence's phrases.
    known
        The vocabulary.

    Returns
    -------
    list of Toll
        In the order of the text. "No one was hurt" is a toll of 0.
    """
    whole = _says_total(text, row, known)
    found: list[Toll] = []
    used: set[int] = set()
    account: Account = ""
    apart = False
    reached = 0
    for index, phrase in enumerate(row):
        if not isinstance(phrase, Trigger):
            continue
        read = _read(row, index, used, known)
        if read is None or is_history(text, row, index, known):
            continue
        if phrase.word in known.grammar["of_things"] and not any(_is_person(v) for v in read[0]):
            continue
        victims, positions = _meant(row, read, known)
        victims = counted_alike(revised(row, index, known) or victims, found)
        if phrase.kind == "killed":
            victims, positions = with_bomber(row, index, (victims, positions), known, first=not found)
        behind = phrase.form == "total" or min(positions) < index
        if behind and victims[0].best and (others := gapped(row, index, positions, known)) is not None:
            victims, positions = [*victims, *others[0]], [*positions, *others[1]]
        if not behind and (others := each_its_own(row, max(positions), known)) is not None:
            victims, positions = [*victims, *others[0]], [*positions, *others[1]]
        if victims[0].shape != "none" and (too := likewise(row, index)) is not None:
            victims, positions = [*victims, *too[0]], [*positions, *too[1]]
        used.update(positions)
        toll = _toll(text, row, index, victims, known)
        if found and toll.kind == "casualty" and (found[-1].kind, found[-1].start) == (toll.kind, toll.start):
            continue
        revision = phrase.form == "total" and is_revision(text, row, reached, index, known)
        if is_bare_figure(text, phrase, known):
            if not revision and _brings(row, index):
                continue  # "bringing the number to 14" counts more than the event
            toll = toll._replace(kind=found[-1].kind if found else toll.kind, figure=not found)
        account = "" if revision else account_of(text, row, reached, index, known) or account
        apart = apart or (not account and is_apart(text, row, reached, index, known))
        told = phrase.form in ("total", "counted", "nominal") or min(positions) < index
        found.append(
            toll._replace(
                whole=toll.whole or whole or revision,
                more=toll.more or (apart and toll.best != 0),
                account=account if told or account == "claimed" else "",
                parts=parts_of(text, row, index, victims, min(positions)),
                aside=is_aside(text, row, reached, index, known)
                or is_included(text, row, toll.end, index, known),
                compared=is_compared(text, row, index, known),
            )
        )
        reached = max(index, *positions) + 1
    return found


def _toll(text: str, row: Sequence[Phrase], index: int, victims: list[Victims], known: Lexicon) -> Toll:
    trigger = row[index]
    assert isinstance(trigger, Trigger)  # noqa: S101  # the caller's choice
    kind, shared = kind_of(row, index)
    start, end = min(v.start for v in victims), max(v.end for v in victims)
    if any(v.shape == "none" for v in victims):
        low: int | None = 0
        best: int | None = 0
        high: int | None = 0
    else:
        low, best, high = total(victims)
    if shared:
        low, best = 0, None
    groups = {v.group for v in victims if v.shape != "none"} - {""}
    one = len(victims) == 1
    return Toll(
        kind,
        low,
        best,
        high,
        start,
        end,
        victims=text[start:end],
        group=groups.pop() if len(groups) == 1 else "",
        more=any(v.more for v in victims) or _is_added(row, index),
        rank=max((v.best or 0) for v in victims) if any(v.shape == "ordinal" for v in victims) else 0,
        whole=trigger.form == "total" and not is_account(text, trigger),
        definite=any(v.of_victims == "restricted" or (v.definite and v.shape == "number") for v in victims),
        from_injured=any(v.of_victims == "wounded" for v in victims),
        noun=victims[0].noun,
        pronoun=one and victims[0].noun in known.grammar["pronoun_one"],
        owned=one and victims[0].owned and victims[0].shape == "one",
        of_them=any(v.of_victims == "them" for v in victims),
        of_taken=any(v.of_victims == "taken" for v in victims) or (one and victims[0].noun == "they"),
        late=death_came_late(text, row, index, known),
        weak=trigger.form in WEAK,
    )


def _brings(row: Sequence[Phrase], index: int) -> bool:
    verb = phrase_at(row, index - 1)
    return isinstance(verb, Marker) and verb.word in ("bringing", "brought", "brings")


def _is_person(victims: Victims) -> bool:
    """Whether a phrase is known to tell of people: by its noun, a bare number, or a full name."""
    return (
        bool(victims.person)
        or not victims.noun
        or (victims.shape == "name" and victims.end - victims.start > _NAME)
    )


#: A word by itself that is longer than this is as likely a thing: "Cargo burnt".
_NAME = 9


def _meant(row: Sequence[Phrase], found: Found, known: Lexicon) -> Found:
    """Give for "them" those whom it means: some told before in the sentence, else those who were taken."""
    (first, *rest), (at, *_) = found
    claimed = isinstance(have := phrase_at(row, at - 2), Marker) and have.mark == "have"
    if rest or claimed or first.noun not in known.grammar["pronoun_object"]:
        return found  # "claimed to have killed them" is their word only
    return antecedent(row, at) or ([first._replace(of_victims="taken")], [at])


def _is_added(row: Sequence[Phrase], index: int) -> bool:
    """Whether "also", "too" or "as well" stands before or after the verb."""
    near = (phrase_at(row, index - 1), phrase_at(row, index + 1))
    return any(isinstance(p, Marker) and p.word in ("also", "too", "as well") for p in near)


def _says_total(text: str, row: Sequence[Phrase], known: Lexicon) -> bool:
    """Whether the sentence gives a sum: "a total of", "in all"; but not "together with"."""
    if not row or not any(
        word in text[row[0].start : row[-1].end].lower() for word in known.grammar["total_words"]
    ):
        return False
    for phrase in row:
        words = text[phrase.start : phrase.end].lower()
        if words not in known.company and not known.grammar["total_words"].isdisjoint(
            (words, *words.split())
        ):
            return True
    return False


def total(victims: Sequence[Victims]) -> tuple[int | None, int | None, int | None]:
    """Add up those who are coordinated: "himself, two guards and a shopkeeper".

    Parameters
    ----------
    victims
        At least one.

    Returns
    -------
    tuple
        Low, best and high. An uncounted part ("and several soldiers") adds nothing and opens the high.
    """
    counted = [v for v in victims if v.best is not None or v.high is not None]
    if not counted:
        lows = [v.low for v in victims if v.low is not None]
        return (sum(lows) if lows else None), None, None
    best = [v.best for v in counted]
    low = sum(v.low or 0 for v in counted) if any(v.low is not None for v in counted) else None
    high = (
        sum(v.high for v in counted if v.high is not None)
        if all(v.high is not None for v in counted)
        else None
    )
    if len(counted) < len(victims):
        high = None
    known_best = [b for b in best if b is not None]
    return low, (sum(known_best) if known_best else None), high


def _read(row: Sequence[Phrase], index: int, used: set[int], known: Lexicon) -> Found | None:
    trigger = row[index]
    assert isinstance(trigger, Trigger)  # noqa: S101  # the caller's choice
    if (denied := denied_of_all(row, index)) is not None:
        return denied
    if not_a_fact(row, index, known):
        return None
    if trigger.form == "shot" and not _hits(row, index):
        return None
    if trigger.form == "subject" and is_natural(row, index, known):
        return None
    if trigger.form in ("participle", "subject") and (presented := _presented(row, index)) is not None:
        return presented
    if is_of_the_dead(row, index) or of_a_grave(row, index):
        return None
    match trigger.form:
        case "nominal":
            return read_object(row, index)
        case "present" if is_noun(phrase_at(row, index - 1), known):
            return None
        case "ing" | "present":
            return read_object(row, last_of_chain(row, index))
        case "total":
            return total_told(row, index, known)
        case "neither":
            return [Victims(trigger.start, trigger.end, "number", 2, 2, 2, True, definite=True)], [index]
        case "throat":
            return [_whose_throat(trigger)], [index]
        case "counted":
            return counted(row, index, known) or headed(row, index)
        case "found":
            return bodies_found(row, index, known)
        case "subject" | "hospital":
            subject = joined(row, index, read_subject(row, index, used, known), known)
            return (
                subject or after_colon(row, index) or headed(row, index) or shared_subject(row, index, known)
            )
    return _participle(row, index, used, known)


def _presented(row: Sequence[Phrase], index: int) -> Found | None:
    """Read "Killed in the attack were two officers", "The dead were two officers"."""
    before = phrase_at(row, index - 1)
    opens = before is None or (isinstance(before, Marker) and before.word in ("the", "among", ","))
    at = after_modifiers(row, index + 1)
    if not opens or not (isinstance(verb := phrase_at(row, at), Marker) and verb.mark == "aux"):
        return None
    return read_object(row, at) if isinstance(phrase_at(row, at + 1), Victims) else None


def _participle(row: Sequence[Phrase], index: int, used: set[int], known: Lexicon) -> Found | None:
    """Read a participle: "was killed" by its subject, "killed five" by its object, "five killed" alike."""
    passive = auxiliary(row, index)
    following = phrase_at(row, step_over(row, index + 1))
    has_object = isinstance(following, Victims) and following.person is not False
    before = phrase_at(row, index - 1)
    if (
        passive is None
        and isinstance(following, Victims)
        and not has_object
        and not isinstance(before, Victims)
    ):
        return None  # "burned eleven houses"
    if passive is None and isinstance(before, Victims) and before.shape == "number" and has_object:
        assert isinstance(following, Victims)  # noqa: S101  # narrowed for the type checker
        if following.shape == "many" and not following.definite:
            return [before], [index - 1]
    if passive is None and isinstance(before, Victims) and before.shape == "one" and not before.noun:
        return None
    if has_object and (passive is None or passive < index - 1 - adverbs_before(row, index)):
        return read_object(row, index)
    counts = isinstance(before, Victims) and before.shape == "number"
    if passive is None and not counts and (at := after_means(row, index)) is not None:
        return read_object(row, at)
    chained = phrase_at(row, index + 1)
    if passive is None and isinstance(chained, Marker) and chained.mark in ("conjunction", "comma"):
        last = last_of_chain(row, index)
        if last != index and isinstance(phrase_at(row, step_over(row, last + 1)), Victims):
            return read_object(row, last)
    if passive is None and not isinstance(before, Victims) and not _closes(before):
        return after_colon(row, index)
    subject = read_subject(row, index, used, known) or shared_subject(row, index, known)
    return joined(row, index, subject, known)


def _whose_throat(trigger: Trigger) -> Victims:
    """Count whose throat was cut: one of those told of just before, if any were."""
    return Victims(trigger.start, trigger.end, "one", 1, 1, 1, True, of_victims="them")


def _hits(row: Sequence[Phrase], index: int) -> bool:
    """Whether "shot" tells of its own that somebody was hit: not "shot at", not "shot and wounded"."""
    following = phrase_at(row, index + 1)
    if not isinstance(following, Marker):
        return True
    chained = following.mark == "conjunction" and isinstance(
        phrase_at(row, step_over(row, index + 2)), Trigger
    )
    if following.word == "at":
        # "Were taken away and shot at the roadside", "was shot at close range"
        placed = phrase_at(row, index + 2)
        return (
            auxiliary(row, index) is not None
            and isinstance(placed, (Victims, Marker))
            and not _closes(placed)
        )
    if following.word == "down" and auxiliary(row, index) is None:
        # "Shot down most of the drones" hits nobody.
        near = row[index + 2 : index + 2 + _SHOT_DOWN]
        return any(isinstance(p, Victims) and p.person for p in near)
    return not chained and following.word not in ("up", "into", "towards", "through")


#: Whom it hit stands so many phrases at most after "shot down".
_SHOT_DOWN = 3


def _closes(phrase: Phrase | None) -> bool:
    return isinstance(phrase, Marker) and phrase.mark in ("comma", "adverb", "time", "conjunction", "have")
