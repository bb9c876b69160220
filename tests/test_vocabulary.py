"""Word lists: read ahead when the package is built, read as they stand where they were changed since."""

from __future__ import annotations

import importlib
import sys
import tomllib

import pytest

from geoiraq import vocabulary
from geoiraq.vocabulary import compile_words, read_words


@pytest.fixture
def word_list(tmp_path, monkeypatch):
    """A package of its own with a list of words, and the folder of what geoiraq has built."""
    folder = tmp_path / "ours" / "words"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "ours", raising=False)
    importlib.invalidate_caches()
    monkeypatch.setattr(vocabulary, "BUILT", str(tmp_path / "built"))
    forget()
    yield folder / "list.toml"
    forget()


def forget() -> None:
    vocabulary.read_words.cache_clear()
    vocabulary._made.cache_clear()


def build(word_list, said: str = "") -> None:
    """Read the list ahead; where something is said, pretend that it says that."""
    made = compile_words([word_list])
    (word_list.parents[2] / "built").write_bytes(made.replace(b"bomb", said.encode()) if said else made)


def test_a_list_is_read_from_what_was_built(word_list):
    word_list.write_text('words = ["bomb"]', encoding="utf-8")
    build(word_list, said="BUMB")
    assert read_words("ours", "list") == {"words": ["BUMB"]}


def test_a_list_that_was_changed_since_is_read_as_it_stands(word_list):
    word_list.write_text('words = ["bomb"]', encoding="utf-8")
    build(word_list)
    word_list.write_text('words = ["mine"]', encoding="utf-8")
    assert read_words("ours", "list") == {"words": ["mine"]}


@pytest.mark.parametrize("damage", [b"", b"no words", b"\xe9\x01\x00\x00\x00"])
def test_a_list_is_read_as_it_stands_where_what_was_built_is_damaged(word_list, damage):
    word_list.write_text('words = ["bomb"]', encoding="utf-8")
    (word_list.parents[2] / "built").write_bytes(damage)
    assert read_words("ours", "list") == {"words": ["bomb"]}


def test_every_list_of_the_package_says_ahead_what_its_toml_says(repository):
    for file in (repository / "geoiraq").glob("**/words/*.toml"):
        (table,) = vocabulary.marshal.loads(compile_words([file])).values()
        assert table == tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("table", ["actors", "casualties", "elsewhere", "events", "modality", "targets"])
def test_no_list_of_words_says_one_twice(repository, table):
    written = tomllib.loads((repository / f"geoiraq/reports/words/{table}.toml").read_text(encoding="utf-8"))
    lists = list(word_lists(written))
    assert lists
    assert [words for words in lists if len(set(words)) < len(words)] == []


def word_lists(part):
    """Give every list of words in a table, however deep it stands."""
    if isinstance(part, list) and all(isinstance(each, str) for each in part):
        yield part
    elif isinstance(part, (dict, list)):
        for each in part.values() if isinstance(part, dict) else part:
            yield from word_lists(each)
