"""How fast names resolve in a large gazetteer: python -m benchmarks.names [--names N]

Invents villages until the gazetteer has 60,000 names (for ours may be joined by lists of others), then resolves
distinct names in one batch, each once: names as they are listed, and misspellings and transliterations made from
them by rule. The reason and the candidates of an answer are only made when they are read: listed names are told with
them too. Beside it stands the search for the likest of all names that rapidfuzz offers. Loading is measured in
processes of their own (on Linux, which tells what memory they hold), with the gazetteer as it is installed.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

from rapidfuzz import fuzz, process

from geoiraq.places.compiled import unpack
from geoiraq.places.gazetteer import COMPILED, Gazetteer, shipped, shipped_fingerprint
from geoiraq.places.resolve import resolve

NAMES, BATCH, COMPARED = 60_000, 5_000, 30
ROUNDS = 7
SYLLABLES = "ab ar ba da dha far gha had ha jab ja kar kha ku la ma mu na qa ra ri sa sha shu su ta wa ya za zu 'a lim"
ENDINGS = "iyah an ib id wan ir iyya ash am aq us in bad ik at ul"
FIRST = ("", "", "", "", "Al ", "Tall ", "Albu ", "Umm ", "Abu ", "Khirbat ", "Bani ", "Shaykh ", "Qaryat ")
#: The same sound written otherwise: the first of each pair may be the second.
TRANSLITERATIONS = "q-g ay-ei aw-ou u-oo u-o i-ee dh-th iyah-iya ah-a a-aa k-q '-` Sh-Ch Al-El"
#: What a hasty hand takes for another letter.
MISTAKEN = "aeioumnrlstdbk"
LOADED = """
import json, resource, time
def held():
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1]) * resource.getpagesize() / 2**20
before, begun = held(), time.process_time()
import geoiraq
geoiraq.resolve("Mosul")
print(json.dumps([(time.process_time() - begun) * 1000, held() - before]))
"""


def main() -> None:
    """Print loading, and names a second for each way to ask."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--names", type=int, default=NAMES)
    wanted = arguments.parse_args().names
    print(loading())
    book = enlarged(shipped(), wanted)
    listed = book.index.texts
    print(f"{len(book.places):,} places under {len(listed):,} names:")
    chance = random.Random(2003)
    exact = {name: name for name in chance.sample(list(dict.fromkeys(listed)), BATCH)}
    misspelt = misspellings(chance, listed)
    resolve(
        next(iter(misspelt)), gazetteer=book
    )  # what is made when first needed is made before the clock runs
    for what, batch in (("listed names", exact), ("any spelling", misspelt)):
        speed = statistics.median(speeds(lambda name: resolve(name, gazetteer=book), list(batch)))
        print(f"  {what}: {speed:,.0f} a second; {outcome(book, batch)}")
    speed = statistics.median(speeds(lambda name: resolve(name, gazetteer=book).to_dict(), list(exact)))
    print(f"  listed names, reasons and candidates read too: {speed:,.0f} a second")
    for scorer in (fuzz.ratio, fuzz.WRatio):
        speed = statistics.median(speeds(likest(listed, scorer), list(misspelt)[:COMPARED], rounds=3))
        print(f"  any spelling, the likest of all by rapidfuzz's {scorer.__name__}: {speed:,.0f} a second")


def loading() -> str:
    """Say how long a fresh interpreter takes from the import to the first answer, and what it then holds: medians."""
    runs = []
    for _ in range(ROUNDS):
        done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
        runs.append(json.loads(done.stdout))
    package = files("geoiraq.places")
    made = unpack(package / COMPILED, shipped_fingerprint())
    how = (
        "as made ready when it was installed"
        if made
        else "from the tables, which changed since it was installed"
    )
    milliseconds, megabytes = (statistics.median(each) for each in zip(*runs, strict=True))
    return (
        f"from the import to the first answer: {milliseconds:.0f} ms of work, {megabytes:.0f} MB more ({how})"
    )


def enlarged(book: Gazetteer, wanted: int) -> Gazetteer:
    """Add invented villages until there are so many names."""
    chance = random.Random(1958)
    models = [place for place in book.places.values() if place.kind == "village" and place.country == "IQ"]
    places, missing = dict(book.places), wanted - len(book.index.texts)
    while missing > 0:
        names = invented(chance)[:missing]
        missing -= len(names)
        places[f"invented-{missing}"] = chance.choice(models)._replace(
            place_id=f"invented-{missing}",
            name=names[0],
            names=names,
            latitude=round(chance.uniform(29.5, 37.2), 2),
            longitude=round(chance.uniform(40, 48), 2),
        )
    return Gazetteer(places, book.shapes_geojson)


def invented(chance: random.Random) -> tuple[str, ...]:
    """Invent a village's name as three sources would write it."""
    stem = "".join(chance.choices(SYLLABLES.split(), k=chance.choice((1, 2, 2, 3)))).lstrip("'")
    name = (stem + chance.choice(ENDINGS.split())).capitalize()
    whole = chance.choice(FIRST) + name
    return tuple(
        dict.fromkeys((whole, transliterated(chance, whole), f"{name} {chance.choice(('Sharqi', 'Gharbi'))}"))
    )


def misspellings(chance: random.Random, listed: Sequence[str]) -> dict[str, str]:
    """Write listed Latin names otherwise, every second with a slip of the hand; give what each was made from."""
    models = [name for name in listed if name.isascii() and len(name) > 4]
    known, made = set(listed), dict[str, str]()
    while len(made) < BATCH:
        model = chance.choice(models)
        other = (slipped if len(made) % 2 else transliterated)(chance, model)
        if other not in known:
            made.setdefault(other, model)
    return made


def transliterated(chance: random.Random, name: str) -> str:
    """Write one or two sounds of a name otherwise."""
    for _ in range(chance.choice((1, 2))):
        pairs = [pair.split("-") for pair in TRANSLITERATIONS.split()]
        fitting = [(sound, other) for sound, other in pairs if sound in name]
        if fitting:
            name = name.replace(*chance.choice(fitting), 1)
    return name


def slipped(chance: random.Random, name: str) -> str:
    """Leave out, double, mistake or exchange a letter inside a name."""
    at = chance.randrange(1, len(name) - 1)
    left, letter, right = name[:at], name[at], name[at + 1 :]
    return left + chance.choice(
        (right, letter * 2 + right, chance.choice(MISTAKEN) + right, right[0] + letter + right[1:])
    )


def speeds(ask: Callable[[str], object], batch: Sequence[str], rounds: int = ROUNDS) -> Iterator[float]:
    """Give the names a second of several rounds, each with nothing remembered from the one before."""
    for _ in range(rounds):
        forget()
        begun = time.process_time()
        for name in batch:
            ask(name)
        yield len(batch) / (time.process_time() - begun)


def forget() -> None:
    """Empty every bounded cache of the package; the word lists, which are kept without bound, stay."""
    for name, module in list(sys.modules.items()):
        if name.startswith("geoiraq."):
            for member in vars(module).values():
                if hasattr(member, "cache_parameters") and member.cache_parameters()["maxsize"]:
                    member.cache_clear()


def outcome(book: Gazetteer, batch: dict[str, str]) -> str:
    """Say how many names find the place that they were made from, how many another, how many none."""
    index, found, other = book.index, 0, 0
    for name, model in batch.items():
        wanted = {book.index.place(number).place_id for number in index.spelt(index.spelling(model).exact)}
        answer = resolve(name, gazetteer=book)
        given = {answer.place_id, *(candidate.place_id for candidate in answer.candidates)}
        found += bool(given & wanted)
        other += answer.status == "resolved" and not given & wanted
    refused = len(batch) - found - other
    shares = (
        f"{what} {count / len(batch):.1%}"
        for what, count in (("found", found), ("another", other), ("refused", refused))
    )
    return ", ".join(shares)


def likest(listed: Sequence[str], scorer: Callable[..., float]) -> Callable[[str], object]:
    """Give a search for the likest of all names."""
    return lambda name: process.extractOne(name, listed, scorer=scorer, score_cutoff=80)


if __name__ == "__main__":
    main()
