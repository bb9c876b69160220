"""The words that count the killed, the injured and the taken in Arabic, as they are written in a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geoiraq.reports.tolls.lexicon import TollKind
from geoiraq.vocabulary import read_words

_KINDS: tuple[TollKind, ...] = ("killed", "injured", "abducted", "arrested")
_MARKS = ".ًٌٍَُِّْ"


@dataclass(frozen=True, slots=True)
class ArabicWords:
    """The word lists, without vowel marks.

    Attributes
    ----------
    verbs, counted, negated
        Verbs and their nouns, nouns that are counted ("قتلى") and forms after "not", to what they tell.
    sets
        The other lists, by name.
    groups
        Nouns to who they are.
    pronouns
        Pronouns written on to a noun, to how many they are.
    """

    verbs: dict[str, TollKind]
    counted: dict[str, TollKind]
    negated: dict[str, TollKind]
    sets: dict[str, frozenset[str]]
    groups: dict[str, str]
    pronouns: dict[str, int]

    def has(self, name: str, word: str) -> bool:
        """Tell whether a word is in the list of that name."""
        return word in self.sets[name]

    def owned(self, word: str) -> tuple[str, int] | None:
        """Take off the pronoun written on to a noun: "مقتله" is the death of one, "جثثهم" of some, "نجلاه" two sons."""
        for suffix, count in self.pronouns.items():
            if not word.endswith(suffix):
                continue
            stem = word.removesuffix(suffix)
            # The feminine ending is written otherwise before a pronoun.
            for noun in (stem, stem[:-1] + "ة"):
                if noun in self.sets["kin"]:
                    return noun, 1
                if noun in self.sets["nominal"] or noun in self.sets["found"]:
                    return noun, count
            if stem[-1:] in ("ا", "ي") and stem[:-1] in self.sets["kin"]:
                return stem[:-1], 2  # "نجلاه"
        return None


@cache
def arabic_words() -> ArabicWords:
    """Give the word lists; read once."""
    vocabulary = read_words("geoiraq.reports", "casualties")
    arabic = vocabulary["arabic"]
    verbs = {without_marks(word): kind for kind in _KINDS for word in arabic.get(kind, ())}
    counted = {without_marks(word): kind for kind in _KINDS for word in arabic.get(f"{kind}_counted", ())}
    counted |= {without_marks(word): "killed" for word in arabic["killed_found"]}
    negated = {without_marks(word): kind for kind in _KINDS for word in arabic.get(f"negated_{kind}", ())}
    names = (
        "duals", "singulars", "plurals", "attackers", "subset", "none", "harm", "nobody", "stop",
        "nominal", "kin", "one_of", "manner", "of_wounds", "figure", "outdated", "rising",
        "met", "met_end", "doubtful", "transitive", "meanwhile", "families", "made_up", "company", "one",
    )  # fmt: skip
    sets = {name: frozenset(without_marks(word) for word in arabic[name]) for name in names}
    sets["duals"] |= {dual for word in sets["singulars"] for dual in _duals(word)}
    sets["found"] = frozenset(without_marks(word) for word in arabic["killed_found"])
    return ArabicWords(
        verbs=verbs,
        counted=counted,
        negated=negated,
        sets=sets,
        pronouns=arabic["pronouns"],
        groups={
            without_marks(word): group
            for group, nouns in vocabulary["arabic_groups"].items()
            for word in nouns
        },
    )


def _duals(word: str) -> tuple[str, ...]:
    """Form the duals that cannot be plurals: of a feminine, and in the nominative."""
    if word.endswith("ة"):
        return word[:-1] + "تان", word[:-1] + "تين"
    return (word + "ان",) if not word.endswith("ا") else ()


def without_marks(word: str) -> str:
    """Take the vowel marks off a word."""
    return word.translate({ord(mark): None for mark in _MARKS})


def bare_word(word: str, known: ArabicWords) -> str:
    """Take the vowels off, and a leading "and" where a known word is left."""
    word = without_marks(word)
    rest = word[1:]
    if word.startswith("و") and len(rest) > 2 and not known.has("plurals", word):
        tables = (*known.sets.values(), known.verbs, known.counted)
        if any(rest in table for table in tables) or rest[0].isdigit() or known.owned(rest) is not None:
            return rest
    return word
