"""How fast places are found in texts: python -m benchmarks.recognition [FOLDER]

Reads the text and Markdown files of a folder, the example reports where none is given; one core, medians of several
rounds. The first reading is told apart from the later ones, in which every word has been met before. Beneath
`find_places` lies the spotting of names, and beneath that the matcher: a pattern that stops at capitals, and one
look-up for each. Where they are installed, local-geocode (its own names, found by flashtext) and flashtext alone with
the names of this gazetteer read the same texts in the same rounds.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from geoiraq.places.gazetteer import Gazetteer, gazetteer
from geoiraq.places.recognition.recognise import find_places
from geoiraq.places.recognition.spotting import spot
from geoiraq.places.recognition.tokens import CAPITAL

ROUNDS = 15

Reader = Callable[[str], object]


def match(book: Gazetteer) -> Reader:
    """Give the matcher underneath: no names are made out, only where they could begin."""
    first = book.memory.runs.first
    return lambda text: [1 for word in CAPITAL.finditer(text) if first[word[0]] is not None]


def peers(book: Gazetteer) -> dict[str, Reader]:
    """Give the other readers that are installed."""
    found: dict[str, Reader] = {}
    if find_spec("flashtext") is not None:
        from flashtext import KeywordProcessor

        processor = KeywordProcessor()
        for place in book.places.values():
            for name in place.names:
                processor.add_keyword(name, place.place_id)
        found["flashtext with our names"] = processor.extract_keywords
    if find_spec("geocode") is not None:
        from geocode.geocode import Geocode

        world = Geocode()
        world.load()
        found["local-geocode"] = world.decode
    return found


def seconds(read: Reader, texts: list[str]) -> float:
    """Time one reading of all texts."""
    begun = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begun


def main() -> None:
    """Print kB of text a second for each reader, and the ratios that matter."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "examples/reports")
    files = sorted(file for file in folder.rglob("*") if file.suffix in (".txt", ".md"))
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    kilobytes = sum(map(len, texts)) / 1000
    book = gazetteer()
    # What is made of the names once, however many texts are read.
    find_places("10 km south of Mosul")
    _ = book.skeletons, book.index.first_sounds
    first = seconds(find_places, texts)
    found = sum(len(find_places(text)) for text in texts)
    print(f"{len(texts)} texts, {kilobytes:.0f} kB, {found} places named")
    print(f"find_places, no word met before: {kilobytes / first:,.0f} kB a second")
    readers: dict[str, Reader] = {
        "find_places": find_places,
        "the spotting of names": lambda text: spot(book, text),
        "the matcher underneath": match(book),
        **peers(book),
    }
    rounds = [{name: seconds(read, texts) for name, read in readers.items()} for _ in range(ROUNDS)]
    rates = {name: kilobytes / statistics.median(r[name] for r in rounds) for name in readers}
    for name, rate in rates.items():
        print(f"{name}: {rate:,.0f} kB a second")
    for name in [name for name in readers if name != "find_places"]:
        ratio = statistics.median(r[name] / r["find_places"] for r in rounds)
        print(f"find_places is {ratio:.2f} times as fast as {name}")


if __name__ == "__main__":
    main()
