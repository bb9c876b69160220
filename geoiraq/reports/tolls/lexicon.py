"""The vocabulary of casualties, arranged for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from geoiraq.reports.tolls.numbers import number_words
from geoiraq.reports.tolls.tokens import Token
from geoiraq.vocabulary import read_words

TollKind = Literal["killed", "injured", "abducted", "arrested", "missing", "casualty"]


Form = Literal[
    "participle", "ing", "present", "subject", "counted", "found", "nominal", "total", "shot", "hospital",
    "neither", "throat",
]  # fmt: skip
#: What "shot" and "taken to hospital" tell holds only where the text does not tell it in plainer words.
WEAK: frozenset[Form] = frozenset({"shot", "hospital"})


Mark = Literal[
    "aux", "have", "modal", "negative", "conjunction", "preposition", "clause", "subset",
    "nobody", "anybody", "comma", "break", "time", "adverb", "word", "determiner",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary of ``words/casualties.toml``, arranged for look-up."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], str, str, str], ...]]
    people: dict[str, str]
    plurals: frozenset[str]
    things: frozenset[str]
    collectives: frozenset[str]
    person_endings: tuple[str, ...]
    company: frozenset[str]
    of_victims: dict[tuple[str, ...], str]
    equals: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
    grammar: dict[str, frozenset[str]]
    harming: frozenset[str]
    openers: frozenset[str]

    def opens(self, word: str) -> bool:
        """Whether a word in small letters may begin a number, a noun phrase or an entry of the vocabulary."""
        return word in self.openers or not word.isalpha()

    def __contains__(self, pair: tuple[str, str]) -> bool:
        table, word = pair
        return word in self.grammar[table]


#: Verbs that tell of death or wounds only with the words after them.
_HARMING = (
    "wounding_verbs", "fatal_verbs", "suffering", "carried", "losing", "falling", "costing",
    "claiming_lives", "slitting",
)  # fmt: skip
#: What a noun phrase or a date may begin with.
_OPENING = ("months", "reflexive", "pronoun_one", "pronoun_many", "possessive", "determiner")


@cache
def lexicon() -> Lexicon:
    """Read the vocabulary of casualties.

    Returns
    -------
    Lexicon
        Made once.
    """
    words = read_words("geoiraq.reports", "casualties")
    grammar: dict[str, list[str]] = words["grammar"]
    table: dict[str, dict[tuple[str, ...], tuple[str, str, str]]] = {}
    for phrase, *entry in _entries(words):
        key = tuple(phrase.split())
        table.setdefault(key[0], {}).setdefault(key, (entry[0], entry[1], entry[2]))
    people, plurals = _people(words["people"])
    things = {form for noun in words["things"]["nouns"] for form in (noun, _plural(noun))}
    equals: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = {}
    for phrase, times in words["equals"].items():
        first, *_ = key = tuple(phrase.split())
        equals[first] = (*equals.get(first, ()), (key, times))
    harming = frozenset(word for name in _HARMING for word in grammar[name])
    return Lexicon(
        phrases={
            first: tuple((key, *table[first][key]) for key in sorted(table[first], key=len, reverse=True))
            for first in table
        },
        people=people,
        plurals=frozenset(plurals),
        things=frozenset(things - set(people)),
        collectives=frozenset(words["collectives"]["nouns"]),
        person_endings=tuple(words["person_endings"]["endings"]),
        company=frozenset(words["company"]["words"]),
        of_victims={
            tuple(phrase.split()): whom
            for name, whom in (("of_victims", "killed"), ("of_wounded", "wounded"))
            for phrase in grammar[name]
        },
        equals=equals,
        grammar={name: frozenset(entries) for name, entries in grammar.items()},
        harming=harming,
        openers=harming.union(
            table, equals, people, things, number_words(), *(grammar[name] for name in _OPENING)
        ),
    )


def _entries(words: dict[str, Any]) -> Iterable[tuple[str, str, str, str]]:
    forms = get_args(Form)
    for kind in ("killed", "injured", "abducted", "arrested", "missing", "casualty"):
        for form in forms:
            for phrase in words[kind].get(form, ()):
                yield phrase, "trigger", kind, form
    marks = {
        "subset": "subset", "nobody": "nobody", "anybody": "anybody", "aux": "aux", "have": "have",
        "modal": "modal", "negative": "negative", "conjunction": "conjunction", "clause": "clause",
        "preposition": "preposition", "adverbs": "adverb", "time": "time", "feigning": "word",
    }  # fmt: skip
    for name, mark in marks.items():
        for phrase in words["grammar"][name]:
            yield phrase, "mark", mark, ""


def _people(groups: dict[str, list[str]]) -> tuple[dict[str, str], set[str]]:
    people: dict[str, str] = {}
    plurals = {"people", "persons", "children", "police", "personnel", "staff", "forces", "troops", "others"}
    plurals |= {"ones", "relatives", "peshmerga", "families", "youths", "army", "crew", "elderly"}
    for group, nouns in groups.items():
        for noun in nouns:
            last = noun.rsplit(" ", 1)[-1]
            if last.endswith("men") and last not in ("women",):
                plurals.add(last)
            people.setdefault(last, group)
            people.setdefault(_plural(last), group)
            if not last.endswith("s"):
                plurals.add(_plural(last))
    return people, plurals | {"men", "women"}


def _plural(noun: str) -> str:
    if noun.endswith("man") and noun not in ("human",):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeo":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def entry_at(words: Sequence[Token], index: int, known: Lexicon) -> tuple[str, str, str, int] | None:
    """Find the longest entry of the vocabulary that begins at a token.

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
        Sort, mark or kind, form, and the index of the token after it.
    """
    if words[index].text == "IS":  # the group, not the verb
        return None
    entries = known.phrases.get(words[index].word)
    if entries is None:
        return None
    following = words[index + 1].word if index + 1 < len(words) else ""
    for key, sort, kind, form in entries:
        after = index + len(key)
        if len(key) == 1 or (
            key[1] == following and tuple(token.word for token in words[index:after]) == key
        ):
            return sort, kind, form, after
    return None


def group_of(words: Sequence[Token], noun: str, known: Lexicon) -> str:
    """Give whose people somebody is: "fighters" are attackers, "Peshmerga fighters" are not.

    Parameters
    ----------
    words
        The tokens of the noun phrase.
    noun
        Its noun.
    known
        The vocabulary.

    Returns
    -------
    str
        Civilians, soldiers, police, officials, attackers, or empty.
    """
    group = known.people.get(noun, "")
    allied = group == "attackers" and any(token.word in known.grammar["allied"] for token in words)
    return "soldiers" if allied else group
