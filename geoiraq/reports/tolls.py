"""What one sentence says of the killed, the injured and the taken: one toll for every verb or noun that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geoiraq.reports.victims import Lexicon, Marker, Phrase, TollKind, Trigger, Victims


@dataclass(frozen=True, slots=True)
class Toll:
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
    whole = any(
        isinstance(p, (Marker, Trigger, Victims)) and _says_total(text[p.start : p.end], known) for p in row
    )
    found: list[Toll] = []
    used: set[int] = set()
    for index, phrase in enumerate(row):
        if not isinstance(phrase, Trigger):
            continue
        read = _read(row, index, used, known)
        if read is None:
            continue
        victims, positions = read
        used.update(positions)
        toll = _toll(text, phrase, victims, _kind(row, index), whole)
        if victims[0].of_victims == "them" and found:
            if found[-1].kind == toll.kind:
                continue
            toll = replace(toll, from_injured=found[-1].kind == "injured" and toll.kind == "killed")
        found.append(toll)
    return found


def _says_total(words: str, known: Lexicon) -> bool:
    return any(word in known.grammar["total_words"] for word in words.lower().split())


def _toll(
    text: str, trigger: Trigger, victims: list[Victims], told: tuple[TollKind, bool], whole: bool
) -> Toll:
    kind, shared = told
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
    return Toll(
        kind,
        low,
        best,
        high,
        start,
        end,
        victims=text[start:end],
        group=groups.pop() if len(groups) == 1 else "",
        more=any(v.more for v in victims),
        rank=max((v.best or 0) for v in victims) if any(v.shape == "ordinal" for v in victims) else 0,
        whole=whole or trigger.form == "total",
        definite=any(v.of_victims == "restricted" or (v.definite and v.shape == "number") for v in victims),
        from_injured=any(v.of_victims == "wounded" for v in victims),
    )


def _kind(row: Sequence[Phrase], index: int) -> tuple[TollKind, bool]:
    """Tell "killed or wounded ten", which does not say how many of either, from plain killing.

    Returns the kind, and whether the number is shared with another kind than killed or injured.
    """
    trigger = row[index]
    assert isinstance(trigger, Trigger)  # noqa: S101  # narrowed for the type checker
    for step in (1, -1):
        joint, other = _at(row, index + step), _at(row, index + 2 * step)
        if not (isinstance(joint, Marker) and joint.mark == "conjunction" and isinstance(other, Trigger)):
            continue
        if other.kind == trigger.kind:
            continue
        first, last = min(index, index + 2 * step), max(index, index + 2 * step)
        own = isinstance(before := _at(row, first - 1), Victims) and before.shape in ("number", "one", "name")
        own = own or _auxiliary(row, first) is not None
        shared = joint.word.startswith("or") or joint.word == "and/or" or not (own and _has_object(row, last))
        if shared and {trigger.kind, other.kind} == {"killed", "injured"}:
            return "casualty", False
        if joint.word.startswith("or"):
            return trigger.kind, True
    return trigger.kind, False


def _has_object(row: Sequence[Phrase], index: int) -> bool:
    return isinstance(_at(row, _step_over(row, index + 1)), Victims)


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


Found = tuple[list[Victims], list[int]]


def _read(row: Sequence[Phrase], index: int, used: set[int], known: Lexicon) -> Found | None:
    trigger = row[index]
    assert isinstance(trigger, Trigger)  # noqa: S101  # the caller's choice
    if (denied := _denied_of_all(row, index)) is not None:
        return denied
    if _not_a_fact(row, index, known):
        return None
    if trigger.form in ("participle", "subject") and (presented := _presented(row, index)) is not None:
        return presented
    match trigger.form:
        case "nominal":
            return _object(row, index)
        case "present" if _is_noun(_at(row, index - 1), known):
            return None
        case "ing" | "present":
            return _object(row, _last_of_chain(row, index))
        case "total":
            return _first_number(row, index)
        case "counted":
            return _counted(row, index, known)
        case "found":
            return _bodies(row, index, known)
        case "subject":
            return _subject(row, index, used, known)
    return _participle(row, index, used, known)


def _is_noun(before: Phrase | None, known: Lexicon) -> bool:
    """Whether "wounds" is a noun here: "of wounds", "his wounds"."""
    if not isinstance(before, Marker) or before.word == "to":
        return False
    return before.mark == "preposition" or before.word in known.grammar["determiner"]


def _presented(row: Sequence[Phrase], index: int) -> Found | None:
    """Read "Killed were two officers", "The dead were two officers"."""
    verb, before = _at(row, index + 1), _at(row, index - 1)
    opens = before is None or (isinstance(before, Marker) and before.word in ("the", "among", ","))
    if not opens or not (isinstance(verb, Marker) and verb.mark == "aux"):
        return None
    return _object(row, index + 1) if isinstance(_at(row, index + 2), Victims) else None


def _participle(row: Sequence[Phrase], index: int, used: set[int], known: Lexicon) -> Found | None:
    """Read a participle: "was killed" by its subject, "killed five" by its object, "five killed" by either."""
    passive = _auxiliary(row, index)
    following = _at(row, _step_over(row, index + 1))
    has_object = isinstance(following, Victims) and following.person is not False
    before = _at(row, index - 1)
    if passive is None and isinstance(before, Victims) and before.shape == "number" and has_object:
        assert isinstance(following, Victims)  # noqa: S101  # narrowed for the type checker
        if following.shape == "many" and not following.definite:
            return [before], [index - 1]
    if passive is None and isinstance(before, Victims) and before.shape == "one" and not before.noun:
        return None
    if has_object and (passive is None or passive < index - 1 - _adverbs(row, index)):
        return _object(row, index)
    chained = _at(row, index + 1)
    if passive is None and isinstance(chained, Marker) and chained.mark in ("conjunction", "comma"):
        last = _last_of_chain(row, index)
        if last != index and isinstance(_at(row, _step_over(row, last + 1)), Victims):
            return _object(row, last)
    if passive is None and not isinstance(before, Victims) and not _closes(before):
        return _colon(row, index)
    subject = _subject(row, index, used, known)
    joint, companion = _at(row, index + 1), _at(row, index + 2)
    if (
        subject
        and isinstance(companion, Victims)
        and isinstance(joint, Marker)
        and joint.mark == "conjunction"
    ):
        if (
            companion.person is not False
            and joint.word in known.company
            and not _begins_clause(row, index + 2)
        ):
            return [*subject[0], companion], [*subject[1], index + 2]
    return subject


def _closes(phrase: Phrase | None) -> bool:
    return isinstance(phrase, Marker) and phrase.mark in ("comma", "adverb", "time", "conjunction", "have")


def _colon(row: Sequence[Phrase], index: int) -> Found | None:
    """Read "Killed: 5"."""
    mark, number = _at(row, index + 1), _at(row, index + 2)
    if isinstance(mark, Marker) and mark.word in (":", "-", "–", "=") and isinstance(number, Victims):
        return ([number], [index + 2]) if number.shape in ("number", "none") else None
    return None


def _last_of_chain(row: Sequence[Phrase], index: int) -> int:
    """Go from "captured" in "captured and executed 12" to the verb that has the object."""
    while isinstance(_at(row, index + 1), Marker) and isinstance(_at(row, index + 2), Trigger):
        joint, verb = row[index + 1], row[index + 2]
        assert isinstance(joint, Marker) and isinstance(verb, Trigger)  # noqa: S101, PT018  # narrowed
        if joint.mark != "conjunction" or verb.form not in ("participle", "ing", "present"):
            break
        index += 2
    return index


def _auxiliary(row: Sequence[Phrase], index: int) -> int | None:
    """Find the "was" of "was struck and killed"."""
    for step in range(1, 9):
        phrase = _at(row, index - step)
        match phrase:
            case Marker(mark="aux"):
                return index - step
            case Marker(
                mark="adverb" | "conjunction" | "word" | "comma" | "time" | "negative" | "modal" | "have"
            ):
                continue
            case Trigger(form="participle"):
                continue
        return None
    return None


def _adverbs(row: Sequence[Phrase], index: int) -> int:
    count = 0
    while isinstance(phrase := _at(row, index - 1 - count), Marker) and phrase.mark in ("adverb", "negative"):
        count += 1
    return count


def _denied_of_all(row: Sequence[Phrase], index: int) -> Found | None:
    """Read "did not kill anyone", "without hurting anybody"."""
    following = _at(row, _step_over(row, index + 1))
    if not isinstance(following, Marker) or following.mark not in ("nobody", "anybody"):
        return None
    negative = any(isinstance(p, Marker) and p.mark == "negative" for p in row[max(0, index - 3) : index])
    if negative != (following.mark == "anybody"):
        return None
    return [_none(following)], [_step_over(row, index + 1)]


def _not_a_fact(row: Sequence[Phrase], index: int, known: Lexicon) -> bool:
    """Whether the verb is planned, possible, attempted or denied, and not told as done."""
    trigger = row[index]
    for step in range(1, 7):
        phrase = _at(row, index - step)
        match phrase:
            case Marker(mark="modal"):
                return True
            case Marker(mark="negative"):
                return isinstance(trigger, Trigger) and trigger.form not in ("counted", "found")
            case Marker(mark="have" | "aux" | "adverb" | "conjunction"):
                continue
            case Marker(word=word) if word in known.grammar["intention"] and word != "to":
                return True
            case Marker(word="to"):
                return (
                    isinstance(trigger, Trigger)
                    and trigger.form == "present"
                    and not _managed(row, index, known)
                )
            case Marker(mark="preposition", word="of" | "at") if step == 1:
                continue
        break
    return False


def _managed(row: Sequence[Phrase], index: int, known: Lexicon) -> bool:
    words = [p.word for p in row[max(0, index - 4) : index] if isinstance(p, Marker)]
    return any(" ".join(words).endswith(phrase) for phrase in known.grammar["accomplished"])


def _object(row: Sequence[Phrase], index: int) -> Found | None:
    """Read whom a verb is done to: what follows it, with all that is coordinated."""
    at = _step_over(row, index + 1)
    first = _at(row, at)
    if isinstance(first, Marker) and first.word == "of" and isinstance(_at(row, at + 1), Victims):
        at += 1
        first = row[at]
    if not isinstance(first, Victims) or first.person is False or first.shape == "none":
        return None
    items, positions, joints = [first], [at], [""]
    while True:
        at = _after_modifiers(row, at + 1)
        joint = _at(row, at)
        if not isinstance(joint, Marker) or joint.mark not in ("comma", "conjunction"):
            break
        joined = joint.mark
        at += 1
        if joined == "comma" and isinstance(_at(row, at), Marker) and row[at].mark == "conjunction":  # type: ignore[union-attr]
            joined, at = "conjunction", at + 1
        at = _step_over(row, at)
        item = _at(row, at)
        if not isinstance(item, Victims) or not _is_victim(item, items) or _begins_clause(row, at):
            break
        items.append(item)
        positions.append(at)
        joints.append(joined)
    return _listed(items, positions, joints)


def _is_victim(item: Victims, before: Sequence[Victims]) -> bool:
    """Whether a coordinated phrase is one more victim: not "a vehicle", not the second of two towns."""
    if item.person is False or item.shape == "none":
        return False
    if item.shape == "name":
        return before[-1].shape == "name" or before[-1].best == 1
    return True


def _begins_clause(row: Sequence[Phrase], at: int) -> bool:
    """Whether a phrase is the subject of the next clause: "and two others were injured"."""
    after = _at(row, _after_modifiers(row, at + 1, subsets=False))
    if isinstance(after, Trigger):
        return after.form in ("participle", "subject", "present", "counted", "found", "ing")
    if isinstance(after, Marker):
        return after.mark in ("aux", "have", "modal") or (
            after.mark == "word" and not after.word.endswith("ing")
        )
    return False


def _after_modifiers(row: Sequence[Phrase], at: int, *, subsets: bool = True) -> int:
    """Step over "at the gate", "of the militia", "including two children"."""
    while True:
        phrase = _at(row, at)
        if isinstance(phrase, Marker) and phrase.mark == "preposition":
            at += 1
            inner = at
            while isinstance(word := _at(row, inner), Marker) and word.mark in ("preposition", "adverb", "word"):
                inner += 1
            if isinstance(_at(row, inner), Victims) or _is_time(_at(row, inner)):
                at = inner + 1
        elif _is_time(phrase) or (isinstance(phrase, Marker) and phrase.mark == "adverb"):
            at += 1
        elif isinstance(phrase, Marker) and phrase.word in ("(", ")", '"', "'", "“", "”"):
            at += 1
        else:
            return at


def _listed(items: list[Victims], positions: list[int], joints: list[str]) -> Found:
    """Keep of a list what is really coordinated; what is only apposed names the same people again."""
    last = max((i for i, joint in enumerate(joints) if joint == "conjunction"), default=0)
    for i in range(last + 1, len(items)):
        if items[i].shape != "number" or not items[0].group or items[i].group in ("", items[0].group):
            items, positions, joints = items[:i], positions[:i], joints[:i]
            break
    if len(items) > 2 and joints[1] == "comma" and items[0].noun and not items[0].group and items[0].best:
        if items[0].best == sum(v.best or 0 for v in items[1:]):
            return items[:1], positions
    kept = [0]
    for i in range(1, len(items)):
        before, item = items[kept[-1]], items[i]
        if joints[i] == "comma" and _same_person(before, item):
            continue
        kept.append(i)
    return [items[i] for i in kept], positions


def _same_person(before: Victims, item: Victims) -> bool:
    """Whether "Ali Hasan, a teacher" or "a teacher, Ali Hasan" was met, and not two people."""
    if before.shape == "name" and item.shape in ("one", "many"):
        return not item.owned
    return before.shape == "one" and item.shape == "name"


def _subject(row: Sequence[Phrase], index: int, used: set[int], known: Lexicon) -> Found | None:
    """Read whom a verb has happened to: what stands before it, with all that is coordinated."""
    at, had_aux = _before_verb(row, index)
    phrase = _at(row, at)
    if isinstance(phrase, Marker) and phrase.mark == "nobody":
        return [_none(phrase)], [at]
    if (
        isinstance(phrase, Marker)
        and phrase.mark in ("comma", "break")
        and phrase.word in (",", ")", "-", "–", "—")
    ):
        at = _before_parenthesis(row, at - 1)
    items: list[Victims] = []
    positions: list[int] = []
    joints: list[str] = []
    pending = ""
    while at >= 0:
        phrase = row[at]
        if isinstance(phrase, Victims):
            before = _at(row, at - 1)
            reduced = not had_aux and not items and at == index - 1 and phrase.shape == "number"
            if isinstance(before, Marker) and before.mark == "preposition" and not reduced:
                at = _before_preposition(row, at - 1)
                continue
            if phrase.person is False or (at in used and not had_aux) or (items and not pending):
                break
            if phrase.shape == "name" and items and items[-1].shape == "number" and pending != "conjunction":
                break
            items.insert(0, phrase)
            positions.insert(0, at)
            joints.insert(0, "")
            if len(joints) > 1:
                joints[1] = pending
            pending = ""
            at -= 1
        elif isinstance(phrase, Marker) and phrase.mark == "subset":
            items, positions, joints, pending = [], [], [], ""
            at -= 1
            if isinstance(_at(row, at), Marker) and row[at].mark == "comma":  # type: ignore[union-attr]
                at -= 1
        elif isinstance(phrase, Marker) and phrase.mark == "conjunction" and items:
            pending = "conjunction"
            at -= 1
        elif (
            isinstance(phrase, Marker)
            and phrase.mark == "comma"
            and items
            and (pending or "conjunction" in joints)
        ):
            pending = pending or "comma"
            at -= 1
        elif (
            isinstance(phrase, Marker)
            and phrase.mark in ("adverb", "time")
            and (not items or _is_time(phrase))
        ):
            at -= 1
        else:
            break
    return _as_subject(row, at, items, positions, joints, had_aux)


def _as_subject(
    row: Sequence[Phrase],
    at: int,
    items: list[Victims],
    positions: list[int],
    joints: list[str],
    aux: str,
) -> Found | None:
    """Cut off what belongs to the clause before: "attacked a guard and | two soldiers were killed"."""
    stop = _at(row, at)
    verb = isinstance(stop, Trigger) or (isinstance(stop, Marker) and stop.mark in ("word", "preposition"))
    if verb and aux not in ("left", "leaving") and "conjunction" in joints:
        cut = len(joints) - 1 - joints[::-1].index("conjunction")
        items, positions, joints = items[cut:], positions[cut:], joints[cut:]
    if not items:
        return None
    if aux == "was" and len(items) > 1 and all(v.best == 1 for v in items):
        items, positions, joints = items[-1:], positions[-1:], joints[-1:]
    if aux == "were" and len(items) == 1 and items[0].shape == "name":
        return None
    if any(v.shape == "none" for v in items):
        return _denied(items[0]), positions
    return _listed(items, positions, joints)


def _denied(victims: Victims) -> list[Victims]:
    """Read "no people": nobody. "No soldiers" says nothing of the others."""
    everyone = (
        not victims.group
        and not victims.more
        and victims.noun in ("", "people", "person", "persons", "lives")
    )
    return [replace(victims, of_victims="" if everyone else "restricted")]


def _none(marker: Marker) -> Victims:
    return Victims(marker.start, marker.end, "none", 0, 0, 0, True)


def _before_verb(row: Sequence[Phrase], index: int) -> tuple[int, str]:
    """Step back over auxiliaries, adverbs and other participles of the same verb."""
    aux = ""
    passive = _auxiliary(row, index)
    at = index - 1
    if passive is not None:
        at = passive
    while at >= 0:
        phrase = row[at]
        if isinstance(phrase, Marker) and phrase.mark in (
            "aux",
            "have",
            "adverb",
            "modal",
            "time",
            "negative",
        ):
            if phrase.mark == "aux":
                aux = phrase.word
            at -= 1
            continue
        break
    return at, aux


def _before_parenthesis(row: Sequence[Phrase], at: int) -> int:
    """Step back over what stands between two commas before a verb: "Ali Hasan, 34, was"."""
    closing = row[at + 1]
    marks = _OPENING.get(closing.word, ",") if isinstance(closing, Marker) else ","
    opening = None
    for position in range(at, max(-1, at - 14), -1):
        phrase = row[position]
        if isinstance(phrase, Marker) and phrase.word in marks:
            opening = position if opening is None else opening
            following = _at(row, position + 1)
            if isinstance(following, Marker) and following.mark in ("subset", "clause"):
                return position - 1
            if isinstance(following, Marker) and following.mark == "conjunction" and position < at:
                return at
        if isinstance(phrase, Trigger):
            break
    return at if opening is None else opening - 1


#: What opens a parenthesis, by what closes it.
_OPENING = {")": "(", "-": "-", "–": "–", "—": "—"}


def _before_preposition(row: Sequence[Phrase], at: int) -> int:
    while isinstance(phrase := _at(row, at), Marker) and phrase.mark in ("preposition", "adverb", "time"):
        at -= 1
    return at


def _counted(row: Sequence[Phrase], index: int, known: Lexicon) -> Found | None:
    """Read "five deaths", "no casualties", "Deaths: 5", "without injuries"."""
    at = index - 1
    while (
        isinstance(phrase := _at(row, at), Marker)
        and phrase.mark in ("adverb", "word", "preposition")
        and (phrase.mark == "adverb" or phrase.word in known.grammar["report"] or phrase.word == "of")
    ):
        at -= 1
    phrase = _at(row, at)
    trigger = row[index]
    if isinstance(phrase, Victims) and phrase.shape in ("number", "none", "many", "one"):
        if phrase.shape == "none":
            if phrase.noun in ("word", "information") or phrase.more:
                return None
            return [replace(phrase, more=False)], [at]
        close = at == index - 1 and phrase.person is not False and phrase.noun != "toll"
        return (
            ([phrase], [at])
            if close and phrase.shape in ("number", "one") and phrase.best is not None
            else _colon(row, index)
        )
    joined = (
        isinstance(phrase, Marker) and phrase.mark == "conjunction" and isinstance(_at(row, at - 1), Trigger)
    )
    if joined:
        first = _counted(row, at - 1, known) if row[at - 1].form == "counted" else None  # type: ignore[union-attr]
        if first is not None and first[0][0].shape == "none":
            return first
        return None
    if any(
        isinstance(p, Marker) and p.mark in ("negative", "nobody") for p in row[max(0, index - 5) : index]
    ):
        return [Victims(trigger.start, trigger.end, "none", 0, 0, 0, True)], [index]
    return _colon(row, index)


def _bodies(row: Sequence[Phrase], index: int, known: Lexicon) -> Found | None:
    """Read "six bodies were found", "found the bodies of six men"."""
    near = row[max(0, index - 8) : index + 9]
    if not any(isinstance(p, Marker) and p.word in known.grammar["found"] for p in near):
        return None
    following = _at(row, index + 1)
    if isinstance(following, Marker) and following.word == "of" and isinstance(_at(row, index + 2), Victims):
        return _object(row, index)
    before = _at(row, index - 1)
    if isinstance(before, Victims) and before.shape in ("number", "one", "none"):
        return [before], [index - 1]
    return None


def _first_number(row: Sequence[Phrase], index: int) -> Found | None:
    """Read the number after "the death toll": the last one of "rose from 9 to 12"."""
    numbers = []
    for at in range(index + 1, min(len(row), index + 14)):
        phrase = row[at]
        if isinstance(phrase, Victims) and phrase.shape == "number":
            if phrase.more:
                break
            numbers.append(at)
        elif isinstance(phrase, Trigger) or (
            isinstance(phrase, Marker) and phrase.mark in ("comma", "clause", "conjunction")
        ):
            break
    if not numbers:
        return None
    at = numbers[-1]
    victims = row[at]
    assert isinstance(victims, Victims)  # noqa: S101  # chosen above
    if (
        victims.low != victims.high
        and victims.high is not None
        and getattr(_at(row, at - 1), "mark", "") == "word"
    ):
        victims = replace(victims, low=victims.high, best=victims.high)
    return [victims], [at]


def _step_over(row: Sequence[Phrase], at: int) -> int:
    """Step over adverbs between a verb and its object."""
    while isinstance(phrase := _at(row, at), Marker) and phrase.mark == "adverb":
        at += 1
    return at


def _is_time(phrase: Phrase | None) -> bool:
    return isinstance(phrase, Marker) and phrase.mark == "time"


def _at(row: Sequence[Phrase], index: int) -> Phrase | None:
    return row[index] if 0 <= index < len(row) else None
