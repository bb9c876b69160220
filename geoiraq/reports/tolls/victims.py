"""Sentences read as a row of phrases: noun phrases that may count people, and the words about them."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.ages import without_ages
from geoiraq.reports.tolls.equals import equal_at
from geoiraq.reports.tolls.lexicon import Form, Lexicon, Mark, TollKind, entry_at, group_of, lexicon
from geoiraq.reports.tolls.numbers import Number, read_number
from geoiraq.reports.tolls.ordinals import ordinal_at
from geoiraq.reports.tolls.partitives import are_hurt, of_bodies, partitive, victims_of
from geoiraq.reports.tolls.row import Marker, Phrase, Shape, Trigger, Victims
from geoiraq.reports.tolls.tokens import Token, unquoted, word_at
from geoiraq.reports.tolls.wounds import harm_at


def phrases(words: Sequence[Token]) -> list[Phrase]:
    """Read one sentence as a row of phrases.

    Parameters
    ----------
    words
        The sentence's tokens.

    Returns
    -------
    list of Victims, Trigger or Marker
        In order, covering every token.
    """
    known = lexicon()
    words = unquoted(words)
    row: list[Phrase] = []
    index = 0
    while index < len(words):
        phrase, index = _next(words, index, known)
        row.append(phrase)
    return without_ages(row)


def _next(words: Sequence[Token], index: int, known: Lexicon) -> tuple[Phrase, int]:
    token = words[index]
    if token.word == ",":
        return Marker(token.start, token.end, "comma", ","), index + 1
    if not known.opens(token.word) and not token.text[0].isupper():
        return _plain(token), index + 1
    entry = entry_at(words, index, known)
    if token.word == "most" and index and words[index - 1].word.isalpha():
        return _plain(token), index + 1  # "a battle lasting most of the day"
    phrasal = entry is not None and entry[3] > index + 1
    if not phrasal and (harm := harm_at(words, index, known)) is not None:
        kind, form, after = harm
        return Trigger(token.start, words[after - 1].end, kind, form, token.word), after
    if entry is not None and entry[0] == "trigger":
        return _trigger(words, index, entry)
    if entry is None and not token.word[0].isalnum():
        return Marker(token.start, token.end, "break", token.word), index + 1
    if (equal := equal_at(words, index, known)) is not None:
        return equal
    if (timed := _time(words, index, known)) is not None:
        return Marker(token.start, words[timed - 1].end, "time", token.word), timed
    nobody = entry is not None and entry[1] == "nobody"
    victims = None if nobody else read_victims(words, index, known)
    if victims is not None and (entry is None or entry[3] <= index + 1 or entry[1] == "time"):
        return victims
    if entry is not None:
        mark: Mark = entry[1]  # type: ignore[assignment]  # the vocabulary's marks are the markers'
        phrase = " ".join(t.word for t in words[index : entry[3]])
        return Marker(token.start, words[entry[3] - 1].end, mark, phrase), entry[3]
    return _plain(token), index + 1


def _plain(token: Token) -> Marker:
    """Give a word that begins no phrase."""
    return Marker(token.start, token.end, "adverb" if token.word.endswith("ly") else "word", token.word)


def _trigger(words: Sequence[Token], index: int, entry: tuple[str, str, str, int]) -> tuple[Trigger, int]:
    kind: TollKind = entry[1]  # type: ignore[assignment]  # the vocabulary's tables are the kinds
    form: Form = entry[2]  # type: ignore[assignment]
    after = entry[3]
    return Trigger(words[index].start, words[after - 1].end, kind, form, words[index].word), after


def _time(words: Sequence[Token], index: int, known: Lexicon) -> int | None:
    """Step over a number that is a date, an hour, a percentage or a span of time."""
    word = words[index].word
    after = word_at(words, index + 1)
    if word in known.grammar["months"] and words[index].text[0].isupper():
        return index + 2 if after[:1].isdigit() else index + 1
    if after in known.grammar["months"] and words[index + 1].text[0].isupper() and word[0].isdigit():
        return index + 3 if word_at(words, index + 2)[:2] in ("19", "20") else index + 2
    if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") and after not in known.people:
        return index + 1
    figures = word.replace(",", "").replace("-", "").replace("–", "")
    if word[0].isdigit() and not figures.isdigit() and read_number(words, index) is None:
        named = index + 1 < len(words) and words[index + 1].text[0].isupper()
        return None if named and after not in known.grammar["months"] else index + 1  # "the 41st Brigade"
    if after in known.grammar["next"] and word_at(words, index + 2) in known.grammar["time_units"]:
        return index + 3  # "the following day"
    if word in ("a", "an") and word_at(words, index + 2) in ("earlier", "later", "ago"):
        return index + 3 if after in known.grammar["time_units"] else None
    read = read_number(words, index) if word not in ("a", "an", "the", "no") else None
    if read is not None and (unit := word_at(words, read[1])) in known.grammar["time_units"]:
        several = (read[0].best or 0) > 1 and not unit.endswith("s")
        # "Seven day labourers", "two night guards"
        return None if several and word_at(words, read[1] + 1) in known.people else read[1] + 1
    return None


def read_victims(words: Sequence[Token], index: int, known: Lexicon) -> tuple[Victims | Marker, int] | None:
    """Read the noun phrase that begins at a token.

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
        The phrase (or, for "nine of them policemen", a marker of a subset) and the index after it.
    """
    token = words[index]
    word = token.word
    if (
        word in known.grammar["reflexive"]
        or word in known.grammar["pronoun_one"]
        or (word == "her" and _ends_phrase(words, index + 1, known))
    ):
        return Victims(token.start, token.end, "one", 1, 1, 1, True, noun=word), index + 1
    if word in known.grammar["pronoun_many"] and token.text != "US":
        return Victims(token.start, token.end, "many", None, None, None, True, noun=word), index + 1
    if (ordinal := ordinal_at(words, index, known)) is not None:
        return ordinal
    counted = index + (word in known.grammar["possessive"])
    number = read_number(words, counted) if counted < len(words) else None
    if number is not None and _counts(words, counted, number, known):
        return _numbered(words, index, number, known)
    if word in known.grammar["determiner"]:
        return _headed(words, index, index + 1, known, None)
    if word.endswith("'s") and word[:-2] in known.people:
        return _headed(words, index, index, known, None)
    if token.text[0].isupper() or word in known.people or word in known.things:
        return _headed(words, index, index, known, None)
    return None


def _ends_phrase(words: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether no noun follows, as after the "her" of "shot her dead", "killed her in Hit"."""
    if index >= len(words) or not words[index].word[0].isalnum():
        return True
    entry = entry_at(words, index, known)
    return entry is not None and (
        entry[2] == "subject" or entry[1] in ("preposition", "conjunction", "clause")
    )


def _counts(words: Sequence[Token], index: int, number: tuple[Number, int], known: Lexicon) -> bool:
    """Whether a number counts, and is not the name of a road, a brigade or an article."""
    if index and words[index].word[0].isdigit() and words[index - 1].word in known.grammar["designators"]:
        return False
    return words[index].word not in ("a", "an") or number[1] > index + 1 or index + 1 < len(words)


def _numbered(
    words: Sequence[Token], index: int, read: tuple[Number, int], known: Lexicon
) -> tuple[Victims | Marker, int] | None:
    number, after = read
    if word_at(words, after) in ("of", "from"):
        for length in (3, 2, 1):
            key = tuple(token.word for token in words[after + 1 : after + 1 + length])
            if len(key) == length and key in known.of_victims:
                if of_bodies(words, index) and key[-1] in ("them", "whom"):
                    return victims_of(words, number, after + 1 + length, "them"), after + 1 + length
                return partitive(words, number, after + 1 + length, known.of_victims[key], known)
        if number.best is not None and word_at(words, after + 1) not in known.grammar["months"]:
            read_on = after + 1 + (word_at(words, after + 1) in known.grammar["determiner"])
            inner = read_number(words, read_on) if read_on < len(words) else None
            if inner is not None and are_hurt(words, inner[1], known):
                return victims_of(words, number, after + 1, "part"), after + 1
            read_on = inner[1] if inner is not None else read_on
            return _headed(words, index, read_on, known, number)
    return _headed(words, index, after, known, number)


#: No noun phrase of a report is longer; what follows is not searched for its head.
_LONGEST = 12


def _headed(
    words: Sequence[Token], index: int, after: int, known: Lexicon, number: Number | None
) -> tuple[Victims | Marker, int] | None:
    """Read adjectives, nouns and names up to the end of the phrase, and find its head."""
    head: int | None = None
    stop = after
    names = 0
    while stop < len(words) and stop < after + _LONGEST:
        word, text = words[stop].word, words[stop].text
        if _is_genitive(words, stop, after, known):
            head, stop = None, stop + 1
            continue
        if not word[0].isalnum() or not _within(words, stop, known, head):
            break
        noun = word[:-2] if word.endswith("'s") else word
        if word.endswith("'s") or _is_demonym(words, stop, known):
            head = None
        elif noun in known.people or noun in known.things or head is not None:
            head = stop if word not in ("more", "other") else head
        names += text[0].isupper()
        stop += 1
        if head is None and word_at(words, stop) in known.grammar["time_units"]:
            break
    return _phrase(words, index, after, stop, head, names, known, number)


def _is_genitive(words: Sequence[Token], index: int, start: int, known: Lexicon) -> bool:
    """Whether the mark of "two officers' wives" stands here, and no quotation ends."""
    if words[index].word != "'" or not start < index < len(words) - 1:
        return False
    owners, owned = words[index - 1], words[index + 1]
    joined = owners.end == words[index].start and owners.word.endswith("s") and owners.word in known.people
    return joined and owned.text.islower() and entry_at(words, index + 1, known) is None


def _is_capital(token: Token) -> bool:
    """Whether a word is written as a name: "Karim", "al-Janabi"."""
    return not token.text.islower() and any(letter.isupper() for letter in token.text)


def _is_demonym(words: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether "American" only describes the noun that follows."""
    word, following = words[index].word, word_at(words, index + 1)
    if word not in known.people or word in known.plurals or not index:
        return False
    if not words[index].text[0].isupper() and word not in known.grammar["describing"]:
        return False
    return (
        following.isalpha()
        and not following.endswith(("ed", "ing"))
        and (words[index + 1].text[0].islower() and entry_at(words, index + 1, known) is None)
    )


def _within(words: Sequence[Token], index: int, known: Lexicon, head: int | None) -> bool:
    """Whether a word still belongs to the noun phrase."""
    token = words[index]
    word = token.word.removesuffix("'s")
    noun = word in known.people or word in known.things
    entry = entry_at(words, index, known)
    if entry is not None and entry[1] in ("abducted", "arrested") and entry[2] == "participle":
        # "Two kidnapped policemen", but not "two kidnapped in the market"
        return head is None and word_at(words, index + 1) in known.people and words[index - 1].word != ","
    if word in known.harming and index and harm_at(words, index, known) is not None:
        return False
    if entry is not None:
        return entry[1] in ("time", "adverb") and head is None and token.text[0].islower() and not noun
    if head is None and read_number(words, index) is not None and word not in known.grammar["more"]:
        return False
    if word in known.grammar["speech"] or word in known.grammar["claim"]:
        return False
    if noun or _is_capital(token):
        return word not in known.grammar["months"]
    if word in known.grammar["determiner"] and word not in ("other", "additional", "more", "further"):
        return False
    if word.endswith("-old"):
        return True
    if head is not None or word[0].isdigit():
        thing = head is not None and words[head].word in known.things and head == index - 1
        return word in ("more", "other") or (thing and word.endswith(known.person_endings))
    if word.endswith(("ed", "ing")) and index + 1 < len(words):
        following = words[index + 1]
        closed = entry_at(words, index + 1, known) is not None or not following.word[0].isalnum()
        closed = closed or following.word in known.grammar["determiner"]
        return not closed and read_number(words, index + 1) is None
    return True


def _phrase(
    words: Sequence[Token],
    index: int,
    after: int,
    stop: int,
    head: int | None,
    names: int,
    known: Lexicon,
    number: Number | None,
) -> tuple[Victims | Marker, int] | None:
    if number is None and stop == after:
        return None
    last = words[head if head is not None else stop - 1].word if stop > after else ""
    noun = last[:-2] if last.endswith("'s") else last
    if head is None and noun in known.grammar["adverbs"]:
        noun = words[stop - 2].word if stop - 2 >= after else ""  # "three later died", "his aide badly hurt"
    person = True if noun in known.people else False if noun in known.things else None
    more = any(token.word in known.grammar["more"] for token in words[index:stop])
    owned = words[index].word in known.grammar["possessive"]
    definite = owned or words[index].word in ("the", "those", "these", "all", "both")
    span = words[index].start, words[max(stop, index + 1) - 1].end
    facts = {
        # "The bodies of two women, both shot"
        "of_victims": "them" if words[index].word == "both" and not noun else "",
        "person": person,
        "group": group_of(words[index:stop], noun, known),
        "noun": noun,
        "definite": definite,
        "owned": owned,
        "more": more,
    }
    of_many = noun in known.collectives and (number is None or number.best == 1)
    if of_many and (inner := _collective(words, stop, known)):
        return inner
    if number is not None:
        low, best, high = number.low, number.best, number.high
        shape: Shape = "none" if best == 0 else "number"
        if words[index].word in ("a", "an") and best == 1:
            shape = "many" if noun in known.plurals or noun in known.collectives else "one"
            if shape == "many":
                low = best = high = None
        end = (
            words[stop - 1].end if stop > after else max(number.end, span[1] if stop > index else number.end)
        )
        return Victims(span[0], end, shape, low, best, high, **facts), max(stop, after)  # type: ignore[arg-type]
    plural = noun in known.plurals or (
        person is None and not names and noun.endswith("s") and not noun.endswith("ss")
    )
    if plural or words[index].word in _UNCOUNTED:
        return Victims(*span, "many", None, None, None, **facts), stop  # type: ignore[arg-type]
    if person is None and names == 0 and index == after:
        return None
    shape = "name" if _is_capital(words[stop - 1]) and not plural else "one"
    return Victims(*span, shape, 1, 1, 1, **facts), stop  # type: ignore[arg-type]


#: Before a noun that may be a plural without its ending.
_UNCOUNTED = ("some", "any", "other", "all", "these", "those", "additional", "more", "further")


def _collective(words: Sequence[Token], stop: int, known: Lexicon) -> tuple[Victims | Marker, int] | None:
    """Read "a family of five", "a group of 12 workers"."""
    if word_at(words, stop) != "of" or stop + 1 >= len(words):
        return None
    inner = read_number(words, stop + 1)
    return _numbered(words, stop + 1, inner, known) if inner is not None else None
