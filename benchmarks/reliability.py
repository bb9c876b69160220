"""How far an incident's confidence can be trusted: python -m benchmarks.reliability [-o docs/reliability.png]

Extracts all the project's gold documents and draws, of the incidents at each confidence, the share that is right in
layer, date and place, beside what the confidence promises. The scale is set in `geoiraq/incidents/confidence.py`.
"""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Sequence
from pathlib import Path

from benchmarks.extraction import REPOSITORY, Bin, all_scores, reliability, reliability_table

BLUE, GREY = "#1f5a8a", "#8a8a8a"


def draw(bins: Sequence[Bin], path: Path) -> None:
    """Draw a reliability diagram: a point a bin, as large as it has incidents, with the span that chance allows."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5.2, 5.0), dpi=150, layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color=GREY, linewidth=1, linestyle="--")
    for row in bins:
        low, high = chance(row.right, row.count)
        axes.plot([row.sure, row.sure], [low, high], color=BLUE, linewidth=1)
        axes.scatter(row.sure, row.right, s=12 + row.count, color=BLUE, edgecolors="white", zorder=3)
        axes.annotate(
            str(row.count), (row.sure, row.right), (9, -4), textcoords="offset points", fontsize=8, color=GREY
        )
    axes.set(
        xlim=(0.3, 1.0), ylim=(0.3, 1.02), xlabel="confidence", ylabel="share right in layer, date and place"
    )
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.savefig(path, metadata={"Software": None})


def chance(share: float, count: int) -> tuple[float, float]:
    """Give the 95% interval of a share (Wilson's)."""
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * ((share * (1 - share) / count + z * z / (4 * count * count)) ** 0.5) / (1 + z * z / count)
    return middle - half, middle + half


def main() -> None:
    """Print the table and draw the diagram."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=REPOSITORY / "docs" / "reliability.png")
    output = parser.parse_args().output
    warnings.simplefilter("ignore")
    judged = [judged for score in all_scores().values() for judged in score.judged]
    print(reliability_table(judged))
    draw(reliability(judged), output)


if __name__ == "__main__":
    main()
