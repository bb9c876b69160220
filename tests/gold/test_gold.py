"""The gold lists hold together: quotes stand in their texts, layers and dates are ones that can be."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path, PurePath

import pytest

from geoiraq.documents import Document, read_documents
from geoiraq.incidents.incident import LAYERS

HERE = Path(__file__).parent
EXAMPLES = json.loads((HERE / "examples.json").read_text(encoding="utf-8"))
PASSAGES = [json.loads(line) for line in (HERE / "passages.jsonl").read_text(encoding="utf-8").splitlines()]
ALL = [*EXAMPLES, *(incident for passage in PASSAGES for incident in passage["incidents"])]


@pytest.fixture(scope="module")
def reports(repository: Path) -> dict[str, Document]:
    problems: list[object] = []
    read = read_documents([repository / "examples" / "reports"], on_problem=problems.append)
    documents = {document.id: document for document in read}
    assert not problems
    return documents


def test_every_example_report_has_gold(reports):
    assert {PurePath(gold["document"]).stem for gold in EXAMPLES} == set(reports)


@pytest.mark.parametrize("gold", EXAMPLES, ids=lambda gold: gold["id"])
def test_each_quote_stands_once_in_its_document(gold, reports):
    text = reports[PurePath(gold["document"]).stem].text
    assert text.count(gold["quote"]) == 1


@pytest.mark.parametrize("gold", EXAMPLES, ids=lambda gold: gold["id"])
def test_no_example_happens_after_its_report_appeared(gold, reports):
    published = reports[PurePath(gold["document"]).stem].published
    assert published is not None
    assert published >= date.fromisoformat(gold["date_end"])


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["id"])
def test_no_passage_tells_what_came_after_it(passage):
    ends = [gold["date_end"] for gold in passage["incidents"] if gold["date_end"]]
    if passage["published"] and ends:
        assert date.fromisoformat(passage["published"]) >= date.fromisoformat(max(ends))


def test_ids_are_unique():
    for entries in (EXAMPLES, PASSAGES):
        assert max(Counter(entry["id"] for entry in entries).values()) == 1


@pytest.mark.parametrize("gold", ALL, ids=lambda gold: gold.get("id", gold.get("place")))
def test_fields_are_ones_that_the_incident_table_can_answer(gold):
    assert gold["layer"] in LAYERS
    assert gold["date_start"] is None or gold["date_start"] <= gold["date_end"]
    placed = [gold[name] is not None for name in ("lat", "lon", "tolerance_km")]
    assert all(placed) or (not any(placed) and gold["granularity"] == "country")
    assert all(gold[name] is None or gold[name] >= 0 for name in ("killed", "injured"))


def test_traps_ask_for_nothing():
    traps = [passage for passage in PASSAGES if passage["style"] == "trap"]
    assert traps
    assert not any(gold["required"] for passage in traps for gold in passage["incidents"])
