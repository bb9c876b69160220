"""How fast documents become reports, and names answers: python -m benchmarks.speed [FILE.txt ...]

Without files it reads the example reports. One core, the median of several rounds; loading is told apart.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from geoiraq.documents import read_documents
from geoiraq.places.gazetteer import gazetteer
from geoiraq.places.recognition.recognise import find_places
from geoiraq.places.resolve import resolve
from geoiraq.reports.read import read_reports

ROUNDS = 7
ARTICLE = 6000


def median_seconds(work: Callable[[], object]) -> float:
    """Time some work over several rounds."""
    seconds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)


def main() -> None:
    """Print articles of 6 kB a second for recognition and for reading, and names a second for resolve."""
    begun = time.perf_counter()
    book = gazetteer()
    resolve("Mosul")
    print(f"loading the gazetteer, to the first answer: {time.perf_counter() - begun:.2f} s")
    documents = list(read_documents(sys.argv[1:] or ["examples/reports"], on_problem=print))
    articles = sum(len(document.text) for document in documents) / ARTICLE
    recognising = median_seconds(lambda: [find_places(document.text) for document in documents])
    reading = median_seconds(lambda: [read_reports(document) for document in documents])
    print(f"recognition: {articles / recognising:.0f} articles of 6 kB a second")
    print(f"text to reports, recognition included: {articles / reading:.0f} articles of 6 kB a second")
    names = [place.name for place in book.places.values()]
    resolving = median_seconds(lambda: [resolve(name) for name in names])
    print(f"resolve: {len(names) / resolving:.0f} distinct names a second")


if __name__ == "__main__":
    main()
