"""Verbs that tell of death or wounds only with the words after them: "stabbed ... to death", "hit in the leg"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geoiraq.reports.tolls.lexicon import Form, Lexicon, TollKind
from geoiraq.reports.tolls.numbers import number_words
from geoiraq.reports.tolls.tokens import Token

Harm = tuple[TollKind, Form, int]

#: So many words at most stand between "beat" and "to death".
_REACH = 12
#: So many words at most describe a wound or a hospital: "minor shrapnel".
_LONGEST_WOUND = 5


def harm_at(words: Sequence[Token], index: int, known: Lexicon) -> Harm | None:
    """Find the harm that begins at a token and is told by several words together.

    Parameters
    ----------
    words
        The sentence's tokens.
    index
        Where to begin.
    known
        The vocabulary.

    Returns
    -------
    tuple or None
        Kind, form, and the index of the token after the words that tell it.
    """
    word = words[index].word
    if word not in known.harming:
        return None
    if ("slitting", word) in known and (after := _throat(words, index + 1, known)) is not None:
        return "killed", "throat", after
    if ("wounding_verbs", word) in known and (after := _struck(words, index, known)) is not None:
        return "injured", "participle", after
    if ("fatal_verbs", word) in known and _is_fatal(words, index, known):
        return "killed", "ing" if word.endswith("ing") else "participle", index + 1
    if ("claiming_lives", word) in known and _claims_life(words, index, known):
        return "killed", "ing", index + 1
    if ("costing", word) in known and (kind := _costs(words, index, known)) is not None:
        return kind, "ing", index + 1
    if ("carried", word) in known and (after := _to_hospital(words, index + 1, known)) is not None:
        return "injured", "hospital", after
    if ("losing", word) in known and (after := _lost_limb(words, index + 1, known)) is not None:
        return "injured", "subject", after
    if ("losing", word) in known and _lost_men(words, index + 1, known):
        return "killed", "ing", index + 1
    if ("falling", word) in known and index and _fell(words, index, known):
        return "killed", "subject", index + 1
    if ("suffering", word) in known and (after := _wound(words, index + 1, known)) is not None:
        return "injured", "subject", after
    return None


def _throat(words: Sequence[Token], index: int, known: Lexicon) -> int | None:
    """Read "cut his throat", "slit a barber's throat"."""
    for at in range(index, min(len(words), index + _LONGEST_WOUND)):
        word, owner = words[at].word, words[at - 1].word
        if ("throats", word) in known:
            owned = ("possessive", owner) in known or owner.endswith("'s")
            return at + 1 if owned else None
        if (
            not word.removesuffix("'s").isalpha()
            or ("clause", word) in known
            or ("preposition", word) in known
        ):
            return None
    return None


def _is_fatal(words: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether "to death" or "dead" follows in the clause: "beat the guard to death"."""
    listed = False
    for at in range(index + 1, min(len(words), index + _REACH)):
        word = words[at].word
        if word == "dead" or (word == "death" and words[at - 1].word == "to"):
            return True
        if ("clause", word) in known or word in ("(", ")", ":") or (listed and not _is_listed(word, known)):
            return False
        listed = listed or word == ","
    return False


def _is_listed(word: str, known: Lexicon) -> bool:
    """Whether a word goes on with a list: "shot him, | his father and two brothers | dead"."""
    of_list = any((mark, word) in known for mark in ("determiner", "conjunction", "more"))
    return of_list or word in known.people or word in number_words() or word == "," or word.isdigit()


def _claims_life(words: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Read "claimed a farmer's life"."""
    near = words[index + 1 : index + 1 + _LONGEST_WOUND]
    return any(
        owner.word.endswith("'s") and owner.word[:-2] in known.people and ("lives", life.word) in known
        for owner, life in pairwise(near)
    )


def _costs(words: Sequence[Token], index: int, known: Lexicon) -> TollKind | None:
    """Read "cost two customers their lives", "cost the driver a leg"."""
    for at in range(index + 1, min(len(words), index + _REACH)):
        owner, word = words[at - 1].word, words[at].word
        if ("clause", word) in known or not word[0].isalnum():
            return None
        if ("possessive", owner) in known and ("lives", word) in known:
            return "killed"
        if ("determiner", owner) in known and at > index + 2 and ("limbs", word) in known:
            return "injured"
    return None


def _struck(words: Sequence[Token], index: int, known: Lexicon) -> int | None:
    """Read "hit in the shoulder", "shot a boy in the leg", "struck by shrapnel"."""
    if (by := words[index + 1 : index + 4]) and by[0].word == "by":
        return index + 1 if any(("missiles", token.word) in known for token in by) else None
    for at in range(index + 1, min(len(words) - 2, index + _REACH)):
        word, owner, limb = (token.word for token in words[at : at + 3])
        if word == "in" and ("determiner", owner) in known and ("limbs", limb) in known:
            lived = words[index].word != "shot" or ("vital", limb) not in known
            return (at + 3 if at == index + 1 else index + 1) if lived else None
        if ("clause", word) in known or ("conjunction", word) in known or not word[0].isalnum():
            return None
    return None


def _to_hospital(words: Sequence[Token], index: int, known: Lexicon) -> int | None:
    """Read "taken to hospital", "rushed to the city's teaching hospital", "flown out for treatment"."""
    led = False
    for at in range(index, min(len(words), index + _LONGEST_WOUND)):
        word = words[at].word
        if led and ("clinics", word) in known:
            return at + 1
        led = led or word in ("to", "for")
        if not (led or word in ("out", "away", "abroad")):
            return None
    return None


def _wound(words: Sequence[Token], index: int, known: Lexicon) -> int | None:
    """Read "minor shrapnel wounds", "with a broken arm", "with two bullets in his shoulder"."""
    for at in range(index, min(len(words), index + _LONGEST_WOUND)):
        word, before = words[at].word, words[at - 1].word
        one = at > index and ("one_wound", word) in known
        if one or ("wound", word) in known or (("breaking", before) in known and ("limbs", word) in known):
            return at + 1
        if ("missiles", word) in known and (after := _in_limb(words, at + 1, known)) is not None:
            return after
        if (
            ("wound_words", word) not in known
            and ("determiner", word) not in known
            and not word.endswith("ly")
            and word not in number_words()
        ):
            return None
    return None


def _in_limb(words: Sequence[Token], index: int, known: Lexicon) -> int | None:
    """Read "in his shoulder"."""
    inside, owner, limb = (words[i].word if i < len(words) else "" for i in range(index, index + 3))
    told = inside in ("in", "to") and ("determiner", owner) in known and ("limbs", limb) in known
    return index + 3 if told else None


def _lost_limb(words: Sequence[Token], index: int, known: Lexicon) -> int | None:
    """Read "lost both legs", "lost three fingers", "lost an eye"."""
    for at in range(index, min(len(words), index + _LONGEST_WOUND)):
        word = words[at].word
        if ("limbs", word) in known:
            return at + 1
        if ("determiner", word) not in known and word not in number_words() and word not in ("left", "right"):
            return None
    return None


def _lost_men(words: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether those whom a force lost follow: "lost one man", "lost three of its soldiers"."""
    counted = False
    for at in range(index, min(len(words), index + _LONGEST_WOUND)):
        word = words[at].word
        if _fights(word, known) or ("men", word) in known:
            return counted
        counted = counted or word in ("a", "an") or word in number_words() or word.isdigit()
        if not word.isalnum():
            return False
    return False


def _fell(words: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether who fell died fighting: not of "fell ill", and not where a shell fell."""
    following = words[index + 1].word if index + 1 < len(words) else ","
    fought = _fights(words[index - 1].word, known) or words[index - 1].word in ("have", "had", "martyrs")
    return fought and (not following[0].isalnum() or ("falling_where", following) in known)


def _fights(word: str, known: Lexicon) -> bool:
    return known.people.get(word, "") in ("soldiers", "police", "attackers")
