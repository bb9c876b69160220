"""What was read can be written out, and read again as the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.documents import Document, read_documents
from geoiraq.documents.count import count_documents
from geoiraq.documents.texts import write_texts
from geoiraq.errors import OutputError

words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(str.strip)


@given(texts=st.lists(words, min_size=1, max_size=5))
def test_texts_that_are_read_again_are_the_same(tmp_path_factory, texts):
    file = tmp_path_factory.mktemp("texts") / "texts.jsonl"
    written = [
        Document(
            f"d{n}",
            text,
            date(2020, 2, 1),
            "month",
            title="A title",
            url="https://example.org",
            source=str(file),
        )
        for n, text in enumerate(texts)
    ]
    with write_texts(file) as write:
        for document in written:
            write(document)
    assert list(read_documents([file], on_problem=pytest.fail)) == written


def test_what_fails_leaves_no_half_a_file(tmp_path):
    with pytest.raises(UnicodeEncodeError), write_texts(tmp_path / "texts.jsonl") as write:
        write(Document("a", "Half a character cannot be written: \ud800"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(OutputError, match="there is no folder"), write_texts(tmp_path / "no" / "texts.jsonl"):
        pass


def test_documents_are_counted_before_they_are_read(tmp_path):
    (tmp_path / "a.txt").write_text("A bomb exploded.")
    (tmp_path / "b.jsonl").write_text('{"text": "one"}\n\n{"text": "two"}\n')
    (tmp_path / "c.csv").write_text('text\n"three,\nin two lines"\nfour\n')
    (tmp_path / "d.parquet").write_bytes(b"damaged")
    assert count_documents([tmp_path]) == 5
