"""The columns of the vocabulary as a text holds them: whole words, the longest, stretch by stretch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.reports.text.columns import first, holds, opens, spans
from geoiraq.reports.what.events import any_phrase
from geoiraq.vocabulary import read_words


@pytest.mark.parametrize(
    ("text", "column", "told"),
    [
        ("They failed to attack.", "unreal", ["failed to"]),
        ("FAILED TO attack", "unreal", ["FAILED TO"]),
        ("The goodwill tour.", "unreal", []),
        ("It may rain in May.", "unreal", ["may"]),
        ("No group claimed responsibility.", "attribution.unclaimed", ["No group claimed"]),
        ("ISIS claimed responsibility.", "attribution.claimed", ["claimed responsibility"]),
        ("A car packed with bombs, targeting a shop.", "targets.aims", ["targeting"]),
        ("قال مصدر وقالت الشرطة", "speech", ["قال", "وقالت"]),
    ],
)
def test_the_phrases_of_a_column_are_found_as_whole_words(text: str, column: str, told: list[str]) -> None:
    assert [text[low:high] for low, high in spans(text, column, 0, len(text))] == told


def test_only_what_stands_within_the_stretch_counts() -> None:
    text = "They will not attack. They failed to."
    assert first(text, "unreal", 0, len(text)) == (5, 9)
    assert first(text, "unreal", 6, len(text)) == (27, 36)
    assert not holds(text, "unreal", 6, 35)


def test_a_stretch_opens_with_a_phrase_that_stands_at_its_start() -> None:
    text = "Even if they come"
    assert opens(text, "conditions", 0, len(text))
    assert not opens(text, "fictions", 0, len(text))
    assert not opens(" " + text, "conditions", 0, len(text))


_UNREAL = read_words("geoiraq.reports", "modality")["unreal"]
_WORDS = st.sampled_from([*_UNREAL, "rain", "Mosul", "محاولة", "و", ",", "_", "’"])


@given(st.lists(st.tuples(_WORDS, st.sampled_from([" ", "", "-"]))), st.integers(0, 60))
def test_a_stretch_gives_what_a_pattern_of_all_phrases_finds_there(
    words: list[tuple[str, str]], start: int
) -> None:
    text = "".join(word + gap for word, gap in words)
    pattern = any_phrase(tuple(_UNREAL))
    assert list(spans(text, "unreal", start, len(text))) == [
        found.span() for found in pattern.finditer(text.lower(), start)
    ]
