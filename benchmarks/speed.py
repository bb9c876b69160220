"""How fast documents become reports: python -m benchmarks.speed [FILE.txt ...]

Without files it reads the example reports. One core, the median of several rounds; what is only made once, however
many documents are read, is made before. Names and recognition have scripts of their own: `names`, `recognition`.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace

from geoiraq.documents import read_documents
from geoiraq.reports.read import read_reports

ROUNDS = 7
ARTICLE = 6000


def main() -> None:
    """Print articles of 6 kB a second."""
    documents = list(read_documents(sys.argv[1:] or ["examples/reports"], on_problem=print))
    articles = sum(len(document.text) for document in documents) / ARTICLE
    rounds = []
    for number in range(ROUNDS + 1):
        # What was found in the last texts is remembered: each round reads texts that are new.
        new = [replace(document, text=document.text + " " * number) for document in documents]
        begun = time.process_time()
        for document in new:
            read_reports(document)
        rounds.append(time.process_time() - begun)
    seconds = statistics.median(rounds[1:])
    print(f"text to reports: {articles / seconds:.0f} articles of 6 kB a second")


if __name__ == "__main__":
    main()
