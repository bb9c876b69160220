"""What `import geoiraq` gives."""

from __future__ import annotations

import inspect
import subprocess
import sys
import tomllib

import pytest

import geoiraq
from geoiraq import errors

VERBS = ("resolve", "find_places", "extract", "incident_map", "gazetteer")


@pytest.mark.parametrize("verb", VERBS)
def test_the_verbs_are_there(verb):
    assert verb in geoiraq.__all__
    assert callable(getattr(geoiraq, verb))


def test_every_public_name_can_be_imported():
    assert all(hasattr(geoiraq, name) for name in geoiraq.__all__)


def test_importing_it_imports_nothing_geographic():
    code = (
        "import geoiraq, sys; print({'geopandas', 'shapely', 'folium', 'pandas', 'geopy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_version_is_one(repository):
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert geoiraq.__version__ == project["version"]
    assert f"version: {geoiraq.__version__}" in (repository / "CITATION.cff").read_text(encoding="utf-8")


def test_every_error_is_one_of_ours_and_a_builtin():
    ours = [e for _, e in inspect.getmembers(errors, inspect.isclass) if issubclass(e, errors.GeoiraqError)]
    for error in ours:
        if error is not errors.GeoiraqError:
            assert {parent.__module__ for parent in error.__mro__} == {"geoiraq.errors", "builtins"}
            assert len(error.__mro__) > len(errors.GeoiraqError.__mro__) + 1


def test_a_problem_tells_file_row_and_reason():
    assert str(errors.Problem("table.csv", "has no text", 7)) == "table.csv, row 7: has no text"
    assert str(errors.Problem("a.pdf", "has no text")) == "a.pdf: has no text"


def test_lock_files_name_no_host(repository):
    for lock in repository.glob("*.lock"):
        assert "://" not in lock.read_text(encoding="utf-8")
