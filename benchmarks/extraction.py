"""Score extraction against gold, field by field, with each miss shown.

    python -m benchmarks.extraction                        the project's own gold: its example reports and its passages
    python -m benchmarks.extraction FOLDER GOLD.json       any documents and gold in the form of tests/gold

Last it prints how far the confidence can be trusted (`benchmarks.reliability` draws it).

A gold incident is found by an extracted one of the same document and layer, whose dates overlap its own and whose point
lies within its tolerance; each serves one, and the assignment that finds most is taken. Gold that is not required may
be found and is never missed. Extracted incidents that serve none are extra, save those of layer "other".
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from geoiraq.documents import Document, read_documents
from geoiraq.incidents.incident import Incident
from geoiraq.incidents.merge import merge_reports
from geoiraq.places.areas import distance_km
from geoiraq.reports.read import read_reports
from geoiraq.reports.who.actors import UNIDENTIFIED, find_actors, is_kin, kind_of

REPOSITORY = Path(__file__).resolve().parent.parent
#: An extracted span of days may be this much longer than gold's.
LONGER_DAYS = 31
#: Where the bins of the reliability diagram begin, besides 0.
BINS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
FIELDS = ("layer", "date", "place", "killed", "injured", "actor")

Gold = Mapping[str, Any]


@dataclass
class Score:
    """What was counted so far."""

    required: int = 0
    found: int = 0
    served: int = 0
    extra: int = 0
    told: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    lines: list[str] = field(default_factory=list)
    #: Of each incident how sure it is, and whether it is right in layer, date and place.
    judged: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Of the required incidents, the share that was found."""
        return self.found / max(1, self.required)

    @property
    def precision(self) -> float:
        """Of the extracted incidents, the share that serves a gold one."""
        return self.served / max(1, self.served + self.extra)

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        return 2 * self.recall * self.precision / max(1e-9, self.recall + self.precision)


def score_document(gold: Sequence[Gold], incidents: Sequence[Incident], label: str, score: Score) -> None:
    """Compare what was extracted from a document with its gold, and count."""
    served = _assignment(gold, incidents, _agrees)
    loose = served | {
        k: i
        for k, i in _assignment(gold, incidents, _alike).items()
        if k not in served and i not in served.values()
    }
    for k, wanted in enumerate(gold):
        if wanted["required"]:
            score.required += 1
            score.found += k in served
        if k not in served and wanted["required"]:
            score.lines.append(f"  missed {label}  {_gold_line(wanted)}")
        if k in loose and (wanted["required"] or k in served):
            _compare(wanted, incidents[loose[k]], label, score)
    used = set(served.values())
    score.served += len(used)
    for i, incident in enumerate(incidents):
        if i in used or incident.layer != "other":
            score.judged.append((incident.confidence, i in used))
        if i not in used and incident.layer != "other":
            score.extra += 1
            score.lines.append(f"  extra  {label}  {_line(incident)}")


def _compare(wanted: Gold, incident: Incident, label: str, score: Score) -> None:
    answers = {
        "layer": (wanted["layer"], incident.layer, wanted["layer"] == incident.layer),
        "date": (wanted["date_start"], incident.date_start, _dates_agree(wanted, incident)),
        "place": (
            wanted.get("place", wanted.get("quote")),
            incident.place_name,
            _place_agrees(wanted, incident),
        ),
        "killed": (wanted["killed"], incident.fatalities_best, wanted["killed"] == incident.fatalities_best),
        "injured": (wanted["injured"], incident.injured, wanted["injured"] == incident.injured),
        "actor": (wanted["actor"], incident.actor, same_actor(wanted["actor"], incident.actor)),
    }
    for name, (gold, given, right) in answers.items():
        if name in ("killed", "injured", "actor") and gold is None:
            continue
        score.told[name] += 1
        score.right[name] += right
        if not right:
            score.lines.append(f"  {name:6} {label}  {given} for {gold}  | {_quote(incident)}")


def _agrees(wanted: Gold, incident: Incident) -> bool:
    return (
        wanted["layer"] == incident.layer
        and _dates_agree(wanted, incident)
        and _place_agrees(wanted, incident)
    )


def _alike(wanted: Gold, incident: Incident) -> bool:
    """Tell whether two of the three agree: then the third is what was read wrongly."""
    agree = (
        wanted["layer"] == incident.layer,
        _dates_agree(wanted, incident),
        _place_agrees(wanted, incident),
    )
    return sum(agree) == len(agree) - 1


def _dates_agree(wanted: Gold, incident: Incident) -> bool:
    low, high = _day(wanted["date_start"]), _day(wanted["date_end"])
    start, end = incident.date_start, incident.date_end or incident.date_start
    if start is None or end is None:
        return low is None
    longest = (high - low).days if low and high else 400
    begun = high is None or start <= high
    return begun and (low is None or end >= low) and (end - start).days <= longest + LONGER_DAYS


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _place_agrees(wanted: Gold, incident: Incident) -> bool:
    if wanted["lat"] is None:
        return incident.geometry is None or incident.basis in ("country", "unknown")
    if incident.geometry is None:
        return False
    point = (incident.geometry.y, incident.geometry.x)
    return distance_km((wanted["lat"], wanted["lon"]), point) <= wanted["tolerance_km"]


def same_actor(wanted: str | None, given: str) -> bool:
    """Tell whether an actor or target that was read is the one that gold names, in whatever words either names it.

    Both name one of the table, or one that it belongs to; or their words share a noun ("police recruits", "a queue of
    recruits"; "a judge", "the car of a judge"). Gold's "unknown" is whoever is not told apart.
    """
    if not wanted:
        return True
    if wanted.lower() in ("unknown", "unidentified"):
        return not given or kind_of(given) == UNIDENTIFIED
    named = [{m.actor.name for m in find_actors(words, 0, len(words))} | {words} for words in (wanted, given)]
    if any(is_kin(one, other) for one in named[0] for other in named[1] if other):
        return True
    return not _nouns(wanted).isdisjoint(_nouns(given))


#: Adjectives and small words that two names may share without naming one thing.
_NO_NOUNS = frozenset(
    re.findall(
        r"\S+",
        "of the a an and in at on for to by with al iraqi iraq us american british turkish iranian kurdish sunni shia"
        " shi'ite shiite yazidi christian turkmen local municipal senior former deputy group force forces"
        " state islamic army",
    )
)


def _nouns(words: str) -> set[str]:
    """Give the words of a name that say what it is, in the singular."""
    plain = words.lower().replace("'s", "").replace("’s", "")
    return {w.removesuffix("s") for w in re.findall(r"[^\W\d_][\w'-]+", plain)} - _NO_NOUNS


def _assignment(gold: Sequence[Gold], incidents: Sequence[Incident], agrees: Any) -> dict[int, int]:
    """Pair gold with incidents so that most of the gold is served, the required first: {gold: incident}."""
    edges = [
        sorted(
            (i for i, found in enumerate(incidents) if agrees(wanted, found)),
            key=lambda i: -_tolls(wanted, incidents[i]),
        )
        for wanted in gold
    ]
    owner: dict[int, int] = {}

    def serve(k: int, seen: set[int]) -> bool:
        for i in edges[k]:
            if i not in seen:
                seen.add(i)
                if i not in owner or serve(owner[i], seen):
                    owner[i] = k
                    return True
        return False

    for k in sorted(range(len(gold)), key=lambda k: not gold[k]["required"]):
        serve(k, set())
    return {k: i for i, k in owner.items()}


def _tolls(wanted: Gold, incident: Incident) -> int:
    return (wanted["killed"] == incident.fatalities_best) + (wanted["injured"] == incident.injured)


def _line(incident: Incident) -> str:
    place = incident.place_name or incident.toponym or "-"
    return f"{incident.layer} {incident.date_start} {place} | {_quote(incident)}"


def _gold_line(wanted: Gold) -> str:
    place = wanted.get("place", "")
    return f"{wanted['layer']} {wanted['date_start']} {place} | {wanted.get('quote', '')[:90]}"


def _quote(incident: Incident) -> str:
    return incident.quote[:90].replace("\n", " ")


def score_folder(folder: Path, gold: Iterable[Gold]) -> Score:
    """Score the documents of a folder against gold that names them by file name or row id."""
    by_document: dict[str, list[Gold]] = defaultdict(list)
    for wanted in gold:
        by_document[PurePath(wanted["document"]).stem].append(wanted)
    score = Score()
    for document in read_documents([folder], on_problem=lambda problem: print(problem, file=sys.stderr)):
        score_document(by_document[document.id], _extracted(document), document.id, score)
    return score


def score_passages(path: Path) -> Score:
    """Score passages, each of which brings its text, its publication date and its incidents."""
    score = Score()
    for line in path.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        document = Document(passage["id"], passage["text"], _day(passage["published"]))
        score_document(passage["incidents"], _extracted(document), passage["id"], score)
    return score


def _extracted(document: Document) -> list[Incident]:
    return merge_reports(read_reports(document))


def main_scores() -> dict[str, Score]:
    """Score the project's own gold."""
    own = REPOSITORY / "tests" / "gold"
    examples = json.loads((own / "examples.json").read_text(encoding="utf-8"))
    return {
        "examples": score_folder(REPOSITORY / "examples" / "reports", examples),
        "passages": score_passages(own / "passages.jsonl"),
    }


def all_scores() -> dict[str, Score]:
    """Score the project's own gold and the sheaves of documents that others wrote."""
    sheaves = sorted(path.parent for path in (REPOSITORY / "tests" / "gold").glob("*/gold.json"))
    return main_scores() | {
        sheaf.name: score_folder(
            sheaf / "documents", json.loads((sheaf / "gold.json").read_text(encoding="utf-8"))
        )
        for sheaf in sheaves
    }


@dataclass(frozen=True)
class Bin:
    """Incidents of about one confidence: how many, how sure on average, and the share that is right."""

    low: float
    count: int
    sure: float
    right: float


def reliability(judged: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Sort incidents by confidence: were it calibrated, as many of each would be right as it says."""
    bins: dict[float, list[tuple[float, bool]]] = defaultdict(list)
    for sure, right in judged:
        bins[max(low for low in (0.0, *BINS) if sure >= low)].append((sure, right))
    return [
        Bin(low, len(of), sum(s for s, _ in of) / len(of), sum(r for _, r in of) / len(of))
        for low, of in sorted(bins.items())
    ]


def reliability_table(judged: Iterable[tuple[float, bool]]) -> str:
    """Say in lines how far the confidence can be trusted."""
    rows = reliability(judged)
    count = sum(row.count for row in rows)
    off = sum(row.count * abs(row.sure - row.right) for row in rows) / max(1, count)
    lines = [
        f"  from {row.low:.2f}  {row.count:5}  sure {row.sure:.2f}  right {row.right:.2f}" for row in rows
    ]
    return "\n".join(["confidence: right in layer, date and place", *lines, f"  off by {off:.3f} on average"])


def report(name: str, score: Score) -> str:
    """Say the score in lines that a person reads."""
    fields = "  ".join(f"{name} {score.right[name]}/{score.told[name]}" for name in FIELDS)
    summary = (
        f"{name}: found {score.found}/{score.required}  extra {score.extra}"
        f"  recall {score.recall:.2f}  precision {score.precision:.2f}  F1 {score.f1:.2f}"
    )
    return "\n".join([name, *score.lines, f"  {fields}", summary, ""])


def main(arguments: Sequence[str]) -> int:
    """Print the scores of our own gold, or of a folder and its gold."""
    warnings.simplefilter("ignore")
    if len(arguments) == 2:
        gold = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
        score = score_folder(Path(arguments[0]), gold)
        print(report(arguments[0], score))
        print(reliability_table(score.judged))
        return 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    scores = main_scores()
    for name, score in scores.items():
        print(report(name, score))
    print(reliability_table(judged for score in scores.values() for judged in score.judged))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
