"""Whom a verb is done to: the object after it or the subject before it, with all that is coordinated."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.described import (
    before_parenthesis,
    before_relative,
    before_unit,
    beyond_part,
    is_home,
    is_reduced,
    part_of_wounded,
)
from geoiraq.reports.tolls.lexicon import Lexicon, lexicon
from geoiraq.reports.tolls.relatives import head_of_relative, of_relative
from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at, step_over
from geoiraq.reports.tolls.verbs import DEEDS, before_preposition, before_verb, is_who, preposition_of

Found = tuple[list[Victims], list[int]]


def read_object(row: Sequence[Phrase], index: int) -> Found | None:
    """Read whom a verb is done to: what follows it, with all that is coordinated."""
    at = step_over(row, index + 1)
    first = phrase_at(row, at)
    if isinstance(first, Marker) and first.word == "of" and isinstance(phrase_at(row, at + 1), Victims):
        at += 1
        first = row[at]
    if not isinstance(first, Victims) or first.person is False or first.shape == "none":
        return None
    items, positions, joints = [first], [at], [""]
    while True:
        at = after_modifiers(row, at + 1)
        at = beyond_part(row, at)
        joint = phrase_at(row, at)
        if _with_kin(row, at) and not begins_clause(row, at + 1):
            items, positions, joints = [*items, row[at + 1]], [*positions, at + 1], [*joints, "conjunction"]  # type: ignore[list-item]
            at += 1
            continue
        if not isinstance(joint, Marker) or joint.mark not in ("comma", "conjunction"):
            break
        joined = joint.mark
        at += 1
        if joined == "comma" and isinstance(phrase_at(row, at), Marker) and row[at].mark == "conjunction":  # type: ignore[union-attr]
            joined, at = "conjunction", at + 1
        if _with_kin(row, at):
            joined, at = "conjunction", at + 1
        at = step_over(row, at)
        item = phrase_at(row, at)
        if joined == "comma" and isinstance(item, Victims) and item.person is False:
            # "The mukhtar of a village, Hit district, his sons and a guest"
            continue
        if not isinstance(item, Victims) or not _is_victim(item, items) or begins_clause(row, at):
            break
        if item.noun in lexicon().grammar["ordinals"] and isinstance(phrase_at(row, at + 1), Victims):
            break  # "killed six, and the second five"
        items.append(item)
        positions.append(at)
        joints.append(joined)
    return _listed(items, positions, joints)


def _with_kin(row: Sequence[Phrase], at: int) -> bool:
    """Whether "with his wife" follows: a person told by whose they are, who shared the fate."""
    joint, kin = phrase_at(row, at), phrase_at(row, at + 1)
    return (
        isinstance(joint, Marker)
        and joint.word == "with"
        and isinstance(kin, Victims)
        and kin.owned
        and kin.person is True
    )


def _is_victim(item: Victims, before: Sequence[Victims]) -> bool:
    """Whether a coordinated phrase is one more victim: not "a vehicle", not the second of two towns."""
    if item.person is False or item.shape in ("none", "ordinal"):
        return False  # "wounded three and the second killed two"
    if item.shape == "name":
        return before[-1].shape == "name" or before[-1].best == 1
    return True


def begins_clause(row: Sequence[Phrase], at: int) -> bool:
    """Whether a phrase is the subject of the next clause: "and two others were injured"."""
    after = phrase_at(row, _after_parenthesis(row, after_modifiers(row, at + 1)))
    if isinstance(after, Trigger):
        return after.form in ("participle", "subject", "present", "counted", "found", "ing")
    if isinstance(after, Marker):
        return after.mark in ("aux", "have", "modal") or (
            after.mark == "word" and not after.word.endswith("ing") and after.word not in _THEIR
        )
    return False


#: "Cost the colonel and two guards their lives".
_THEIR = ("his", "her", "their", "its")


def _after_parenthesis(row: Sequence[Phrase], at: int) -> int:
    """Step over ", seven of them on death row," before a verb."""
    opening = phrase_at(row, at + 1)
    of_them = isinstance(opening, Victims) and opening.of_victims == "them"
    if not of_them and not (isinstance(opening, Marker) and opening.mark == "subset"):
        return at
    reach = range(at + 2, min(len(row), at + _LONGEST_BRACKET))
    return next((i + 1 for i in reach if isinstance(p := row[i], Marker) and p.mark == "comma"), at)


def after_modifiers(row: Sequence[Phrase], at: int) -> int:
    """Step over "at the gate", "of the militia", "on Friday"."""
    while True:
        phrase = phrase_at(row, at)
        if isinstance(phrase, Marker) and phrase.mark == "preposition" and not _with_kin(row, at):
            at += 1
            inner = next((i for i in range(at, at + _LONGEST_GAP) if not _is_filler(phrase_at(row, i))), at)
            if isinstance(phrase_at(row, inner), Victims) or _is_time(phrase_at(row, inner)):
                at = inner + 1
        elif isinstance(phrase, Marker) and phrase.word == "(" and (closed := _bracketed(row, at)):
            at = closed + 1
        elif isinstance(phrase, Marker) and (phrase.mark in ("time", "adverb") or phrase.word in _BRACKETS):
            at += 1
        elif is_home(row, at):
            at += 3
        else:
            return at


def _bracketed(row: Sequence[Phrase], at: int) -> int | None:
    """Find where a name or number between brackets ends that tells of nobody else: "an officer (Capt. Ali)"."""
    for position in range(at + 1, min(len(row), at + _LONGEST_BRACKET)):
        phrase = row[position]
        if isinstance(phrase, Trigger):
            return None
        if isinstance(phrase, Marker) and phrase.word == ")":
            return position
    return None


#: So many phrases at most stand between two brackets.
_LONGEST_BRACKET = 12

#: So many words at most stand between a preposition and its noun.
_LONGEST_GAP = 5

_BRACKETS = ("(", ")", '"', "'", "“", "”")


def _is_filler(phrase: Phrase | None) -> bool:
    return isinstance(phrase, Marker) and phrase.mark in ("preposition", "adverb", "word")


def _listed(items: list[Victims], positions: list[int], joints: list[str]) -> Found:
    """Keep of a list what is really coordinated; what is only apposed names the same people again."""
    last = max((i for i, joint in enumerate(joints) if joint == "conjunction"), default=0)
    for i in range(last + 1, len(items)):
        if items[i].shape != "number" or not items[0].group or items[i].group in ("", items[0].group):
            items, positions, joints = items[:i], positions[:i], joints[:i]
            break
    spelt_out = len(items) > 2 and joints[1] == "comma" and items[0].noun and not items[0].group
    if spelt_out and items[0].best == sum(v.best or 0 for v in items[1:]):
        return items[:1], positions
    kept = [0]
    for i in range(1, len(items)):
        before, item = items[kept[-1]], items[i]
        if joints[i] == "comma" and _same_person(before, item):
            continue
        kept.append(i)
    return [items[i] for i in kept], positions


def _same_person(before: Victims, item: Victims) -> bool:
    """Whether "Ali Hasan, a teacher", "a teacher, Ali Hasan" or "the owner, a Kurd" was met, and not two people."""
    peoples, unnamed = lexicon().grammar["peoples"], lexicon().grammar["unnamed"]
    if before.shape == item.shape == "one" and not item.owned and not item.definite:
        of_a_people = item.noun in peoples and before.noun not in peoples
        return of_a_people or (before.definite and before.noun in unnamed and bool(item.group))
    if before.shape == "name" and item.shape in ("one", "many"):
        return not item.owned
    return before.shape == "one" and item.shape == "name"


def read_subject(row: Sequence[Phrase], index: int, used: set[int], known: Lexicon) -> Found | None:
    """Read whom a verb has happened to: what stands before it, with all that is coordinated."""
    at, had_aux = before_verb(row, index, known)
    verb = row[index]
    of_its_own = isinstance(verb, Trigger) and (
        verb.form == "subject" or verb.word in known.grammar["mortal"]
    )
    phrase = phrase_at(row, at)
    if isinstance(phrase, Marker) and phrase.mark == "nobody":
        return [nobody(phrase)], [at]
    if (
        isinstance(phrase, Marker)
        and phrase.mark in ("comma", "break")
        and phrase.word in (",", ")", "-", "–", "—")
    ):
        at = before_parenthesis(row, at - 1)
    if (part := part_of_wounded(row, at)) is not None:
        return part
    items: list[Victims] = []
    positions: list[int] = []
    joints: list[str] = []
    pending = ""
    beyond = 0  # who stands after the ", and" that ends a parenthesis
    described = False
    while at >= 0:
        phrase = row[at]
        if isinstance(phrase, Victims):
            reduced = not had_aux and not items and at == index - 1 and phrase.shape == "number"
            reduced = reduced and phrase.person is not False  # "travelling in another car died"
            governed = preposition_of(row, at)
            if governed is not None and items and not pending:
                break  # "in the course of the day two guards died"
            if governed is not None and not reduced:
                at = before_preposition(row, governed)
                continue
            if governed is None and (larger := before_unit(row, at, known)) is not None:
                at = larger  # "two soldiers of the 1st Battalion, 5th Brigade, and a policeman were"
                continue
            counted = at in used and (bool(items) or not (had_aux or described))
            if phrase.person is False or counted or (items and not pending):
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
        elif at == 0 and isinstance(phrase, Marker) and phrase.word in _BESIDES:
            break
        elif isinstance(phrase, Marker) and phrase.mark == "subset":
            if (
                phrase.word in _OF_WHOM
                and len(items) == 1
                and positions[0] == at + 1
                and (had_aux or of_its_own)
            ):
                return [items[0]._replace(of_victims="them")], positions
            told = phrase_at(row, at - 1 - isinstance(phrase_at(row, at - 1), Marker))
            if isinstance(told, Trigger) and "conjunction" in joints:
                # "16 died, among them the bomber, and 28 were hurt"
                return items[-1:], positions[-1:]
            if beyond and "comma" not in joints:
                # "Nine guards, among them a commander, and the four assailants were"
                items, positions, joints = items[-beyond:], positions[-beyond:], joints[-beyond:]
                pending = "conjunction"
            else:
                items, positions, joints, pending = [], [], [], ""
            at -= 1
            if isinstance(phrase_at(row, at), Marker) and row[at].mark == "comma":  # type: ignore[union-attr]
                at -= 1
        elif not items and is_reduced(row, at):
            described = True
            at -= (
                1  # "a soldier wounded in the blast died", "two farmers ploughing near Hit lost their lives"
            )
        elif _is_ungrasped(row, at) and not items and (governed := preposition_of(row, at)) is not None:
            at = before_preposition(row, governed)  # "four men accused of theft were"
        elif _is_ungrasped(row, at) and not items and _is_governed(row, at - 1):
            at -= 1  # "four members of an army unit were"
        elif isinstance(phrase, Marker) and phrase.mark == "conjunction" and items:
            pending = "conjunction"
            at -= 1
        elif pending and (opening := before_relative(row, at)) is not None:
            at = opening  # "the imam, who had survived a bomb, and his driver were"
        elif (
            isinstance(phrase, Marker)
            and phrase.mark == "comma"
            and items
            and (pending or "conjunction" in joints)
        ):
            beyond = beyond or (len(items) if pending else 0)
            pending = pending or "comma"
            at -= 1
        elif items and _opening_company(row, at):
            pending = "conjunction"
            at -= 1
        elif (
            isinstance(phrase, Marker)
            and phrase.mark in ("adverb", "time")
            and (not items or _is_time(phrase))
        ):
            at -= 1
            opens = phrase_at(row, at)
            if items and at == 0 and isinstance(opens, Marker) and opens.mark == "preposition":
                at -= 1  # "By 7 April 16 soldiers and ..."
        elif isinstance(phrase, Marker) and phrase.mark == "preposition" and not items and not is_who(phrase):
            at -= 1  # "six of those inside were killed"
        else:
            break
    if not items and (whom := of_relative(row, at)) is not None:
        return whom
    if pending == "conjunction" and (head := head_of_relative(row, at)) is not None:
        items, positions, joints = [row[head], *items], [head, *positions], ["", "conjunction", *joints[1:]]  # type: ignore[list-item]
        pending, at = "", head - 1
    if not had_aux and len(items) == 1 and (first := _listed_before(row, at)) is not None:
        items, positions, joints = [row[first], *items], [first, *positions], ["", "conjunction"]  # type: ignore[list-item]
        at = first - 1
    # A comma or "and" that nothing of the list stands before divides it from the clause before.
    stop = -1 if pending else at
    said = isinstance(told := phrase_at(row, stop), Marker) and told.word in known.grammar["speech"]
    dead = said or (isinstance(verb, Trigger) and verb.word == "dead" and not had_aux)
    return _as_subject(row, stop, items, positions, joints, had_aux, counted=dead)


def _listed_before(row: Sequence[Phrase], at: int) -> int | None:
    """Find the first of a headline's list without "and": "2 soldiers, 1 civilian killed"."""
    comma, first, before = phrase_at(row, at), phrase_at(row, at - 1), phrase_at(row, at - 2)
    listed = isinstance(comma, Marker) and comma.mark == "comma" and isinstance(first, Victims)
    opens = before is None or (isinstance(before, Marker) and before.mark == "break")
    counted = listed and first.shape == "number" and first.person  # type: ignore[union-attr]
    return at - 1 if opens and counted else None


def _is_ungrasped(row: Sequence[Phrase], at: int) -> bool:
    return isinstance(phrase := row[at], Marker) and phrase.mark == "word"


def _is_governed(row: Sequence[Phrase], at: int) -> bool:
    """Tell whether a noun that is not known ends a phrase with a preposition: "of an oil protection force"."""
    for position in (at, at - 1, at - 2):
        if isinstance(phrase_at(row, position), Victims):
            return preposition_of(row, position) is not None
        if position < 0 or not _is_ungrasped(row, position):
            return False
    return False


#: "Besides the bomber, three people died"
_BESIDES = ("besides", "apart from")
#: "Pilgrims, of whom six were killed"
_OF_WHOM = ("of whom", "of them", "of which")


def _as_subject(
    row: Sequence[Phrase],
    at: int,
    items: list[Victims],
    positions: list[int],
    joints: list[str],
    aux: str,
    *,
    counted: bool,
) -> Found | None:
    """Cut off what belongs to the clause before: "attacked a guard and | two soldiers were killed"."""
    stop = phrase_at(row, at)
    verb = isinstance(stop, Trigger) or (isinstance(stop, Marker) and stop.mark in ("word", "preposition"))
    verb = verb and getattr(stop, "word", "") not in DEEDS
    # "Counted nine militants and two villagers dead" has both as its object.
    if verb and not counted and aux not in ("left", "leaving") and "conjunction" in joints:
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
    return [victims._replace(of_victims="" if everyone else "restricted")]


def _opening_company(row: Sequence[Phrase], at: int) -> bool:
    """Whether a sentence opens with "In addition to the assailant,"."""
    opening, comma = row[0], row[at]
    return (
        at == 2
        and isinstance(opening, Marker)
        and (opening.mark == "conjunction" or opening.word in _BESIDES)
        and opening.word not in ("and", "or", "but also")
        and isinstance(comma, Marker)
        and comma.mark == "comma"
    )


def nobody(marker: Marker | Trigger) -> Victims:
    """Count the "nobody" that a word stands for."""
    return Victims(marker.start, marker.end, "none", 0, 0, 0, True)


def _is_time(phrase: Phrase | None) -> bool:
    return isinstance(phrase, Marker) and phrase.mark == "time"
