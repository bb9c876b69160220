"""Files and folders in, documents out: in a stable order, each under its own id, nothing dropped silently."""

from __future__ import annotations

import os

import pytest

from geoiraq.documents import read_documents


def ids(documents):
    """The documents' ids, in order."""
    return [document.id for document in documents]


def test_paths_as_given_and_folders_by_name(read, tmp_path):
    for name in ("z.txt", "b/2.txt", "b/10.txt", "b/a/1.md", "c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Rockets hit Taji.")
    documents, problems = read("z.txt", "b", "c.txt")
    assert ids(documents) == ["z", "10", "2", "1", "c"]
    assert problems == []
    assert documents[1].source == str(tmp_path / "b" / "10.txt")


def test_a_file_named_twice_is_read_once(read, tmp_path):
    (tmp_path / "a.txt").write_text("Rockets hit Taji.")
    assert ids(read(".", "a.txt", "./a.txt")[0]) == ["a"]


def test_ids_are_unique_with_the_folder_before_them(read, tmp_path):
    for name in ("x/a.txt", "y/a.txt", "y/a.md", "y/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Rockets hit Taji.")
    (tmp_path / "y" / "table.csv").write_text("id,text\na,one\nb,two\nb,three\nb,four\n,five\n")
    documents, problems = read()
    assert problems == []
    assert ids(documents) == ["x/a", "y/a", "y/a-2", "b", "a", "y/b", "y/b-2", "y/b-3", "table-5"]


def test_reading_is_lazy(tmp_path):
    (tmp_path / "a.txt").write_text("Rockets hit Taji.")
    (tmp_path / "b.txt").write_text("")
    problems = []
    documents = read_documents([tmp_path], on_problem=problems.append)
    assert next(documents).id == "a"
    assert problems == []
    assert list(documents) == []
    assert str(problems[0]) == f"{tmp_path / 'b.txt'}: is empty"


def test_what_cannot_be_read_is_said_and_the_rest_is_read(read, tmp_path):
    (tmp_path / "a.txt").write_text("Rockets hit Taji.")
    (tmp_path / "b.docx").write_text("x")
    (tmp_path / "c").write_text("x")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "d.txt").mkdir()
    documents, problems = read("missing.txt", ".", "empty")
    assert ids(documents) == ["a"]
    assert [problem.split(":")[0] for problem in problems] == [
        "missing.txt",
        "b.docx",
        "c",
        str(tmp_path / "empty").replace(f"{tmp_path}/", ""),
    ]
    assert "is not there" in problems[0]
    assert ".docx; files in .txt, .md" in problems[1]
    assert "a folder without any document" in problems[3]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_locked_file_is_said(read, tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    documents, problems = read()
    assert documents == []
    assert problems == ["a.txt: cannot be read (Permission denied)"]


def test_what_is_no_file_is_said(read, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert read() == ([], ["pipe.txt: is not a file"])


def test_a_file_too_large_is_refused_before_it_is_read(read, tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    assert read() == ([], ["a.txt: is too large for a document (300 MB)"])


def test_real_documents_are_read_whole(shared):
    problems = []
    documents = list(read_documents([shared / "documents"], on_problem=problems.append))
    assert problems == []
    assert len(documents) >= 12
    for document in documents:
        path = next((shared / "documents").rglob(f"{document.id}.txt"))
        assert document.text == path.read_text(encoding="utf-8")
        assert document.title
